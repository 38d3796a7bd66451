//! DA12, DA17, TR10: what the texts say, and in how many languages.

use super::{Case, beside, hit, now, silent};

fn texts(ar: &str, en: &str) -> Case {
    now("threats: [{id: cells, name: {ar: خلايا, en: Cells}, likelihood: likely, confidence: high}]\n")
        .ar(ar)
        .en(en)
}

#[test]
fn da12_likelihood_and_confidence_stand_apart() {
    let (hit, silent) = (|case, message| hit("DA12", &case, message), |case| silent("DA12", &case));
    hit(
        texts(
            "",
            "bottom_line: We judge with high confidence that attacks are ⟦{cells.likelihood}⟧ to go on. So it is.\n",
        ),
        "`bottom_line` joins a likelihood and a confidence in one sentence",
    );
    hit(
        texts("highlights:\n  - الهجمات ⟦{cells.likelihood}⟧ أن تستمر، وذلك بثقةٍ عاليةٍ.\n", ""),
        "`highlights[1]` joins a likelihood and a confidence in one sentence",
    );
    // A likelihood in words is marked with its whole text.
    hit(
        texts("", "bottom_line: ⟦It is very likely, with moderate confidence.⟧\n"),
        "`bottom_line` joins a likelihood and a confidence in one sentence",
    );

    silent(texts(
        "",
        "bottom_line: Attacks are {cells.likelihood} to go on. We say so with high confidence.\n",
    ));
    silent(texts("highlights:\n  - \"{cells.likelihood} أن تتراجع الثقة بين الطرفين.\"\n", ""));
    silent(texts("", "bottom_line: Attacks are {cells.likelihood} to hurt the confidence of traders.\n"));
    silent(texts("", "bottom_line: We have high confidence in this.\n"));
}

#[test]
fn da17_lists_are_of_one_length() {
    let (hit, silent) = (|case, message| hit("DA17", &case, message), |case| silent("DA17", &case));
    hit(
        texts("highlights: [أول, ثانٍ]\n", "highlights: [⟦One⟧]\n"),
        "`highlights` has `1` texts in `en` and `2` in `ar`",
    );
    hit(
        texts("situation: [أول]\n", "situation: [⟦One⟧, Two, Three]\n"),
        "`situation` has `3` texts in `en` and `1` in `ar`",
    );
    hit(texts("method: [⟦أول⟧, ثانٍ]\n", ""), "`method` has `0` texts in `en` and `2` in `ar`");

    silent(texts("highlights: [أول, ثانٍ]\n", "highlights: [One, Two]\n"));
    silent(texts("", ""));
    // One that could not be read is there.
    beside("TR02", "DA17", &texts("highlights: [أول, ثانٍ]\n", "highlights: [One, \"{\"]\n"));
}

#[test]
fn tr10_translations_are_other_words() {
    let (hit, silent) = (|case, message| hit("TR10", &case, message), |case| silent("TR10", &case));
    hit(
        texts("bottom_line: عادت الأسر إلى نينوى.\n", "bottom_line: ⟦عادت الأسر إلى نينوى.⟧\n"),
        "`bottom_line` in `en` is the text of `ar` untranslated",
    );
    hit(
        texts("highlights: [واحد, فتحت المدارس أبوابها]\n", "highlights: [One, ⟦فتحت  المدارس أبوابها⟧]\n"),
        "`highlights[2]` in `en` is the text of `ar` untranslated",
    );
    hit(
        texts(
            "threats: {cells: \"{cells.likelihood} أن تستمر الهجمات\"}\n",
            "threats: {cells: ⟦\"{cells.likelihood:gen} أن تستمر الهجمات\"⟧}\n",
        ),
        "`threats.cells` in `en` is the text of `ar` untranslated",
    );

    silent(texts("bottom_line: عادت الأسر إلى نينوى.\n", "bottom_line: Families came back to Ninewa.\n"));
    // A name of two words may be the same, and so may a text that is hardly more than placeholders.
    silent(texts("bottom_line: Operation Sunrise\n", "bottom_line: Operation Sunrise\n"));
    silent(texts(
        "bottom_line: \"{edition.number} / {edition.period} - {edition.issued}\"\n",
        "bottom_line: \"{edition.number} / {edition.period} - {edition.issued}\"\n",
    ));
}
