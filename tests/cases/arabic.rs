//! `--ui-lang ar`: findings in Arabic, whole, on every command that has any.

use super::broken::broken;

/// What is Latin in a line of findings although it is not a name in backticks.
fn stray(line: &str) -> Option<String> {
    let line: String = line.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{2066}'..='\u{2069}')).collect();
    let trimmed = line.trim_start();
    let excerpt = trimmed.split_once('|').is_some_and(|(number, _)| number.trim().parse::<u32>().is_ok());
    if excerpt {
        return None;
    }
    let words = match trimmed.strip_prefix("-->").or_else(|| trimmed.strip_prefix(":::")) {
        // Behind the file's name: the layer.
        Some(place) => place.split_once("  (").map_or("", |(_, layer)| layer).to_owned(),
        None => line.clone(),
    };
    let words: String = words.split('`').step_by(2).collect();
    let code =
        |head: &str| ["خطأ[", "تنبيه["].iter().any(|word| head.starts_with(word)) && head.ends_with(']');
    let words = match words.split_once(": ") {
        Some((head, rest)) if code(head) => rest.to_owned(),
        _ => words,
    };
    words.contains(|c: char| c.is_ascii_alphabetic()).then_some(line)
}

#[test]
fn every_finding_of_a_broken_project_is_told_in_arabic() {
    let project = broken();
    let errors = project.run(&["build", "--findings", "json"]).codes().len();
    assert!((11..100).contains(&errors));
    for command in ["check", "build"] {
        let run = project.run(&[command, "--ui-lang", "ar"]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""));
        let strays: Vec<String> = run.stderr.lines().filter_map(stray).collect();
        assert!(strays.is_empty(), "{}", strays.join("\n"));
        assert!(run.stderr.contains(&format!("\n{errors} خطأً في 5 ملفات\n")), "{}", run.stderr);
    }
}

#[test]
fn the_findings_are_the_same_in_both_languages() {
    let project = broken();
    let english = project.run(&["build", "--findings", "json"]);
    let arabic = project.run(&["build", "--ui-lang", "ar", "--findings", "json"]);
    assert_eq!(english.codes(), arabic.codes());
}

#[test]
fn forms_for_programs_have_arabic_words_without_controls() {
    let project = broken();
    for (form, words) in [("json", "\"المطلوب هنا قائمة\""), ("sarif", "\"قيمة من نوع خاطئ\"")]
    {
        let run = project.run(&["--ui-lang", "ar", "check", "--format", form]);
        assert!(run.stdout.contains(words), "{}", run.stdout);
        assert!(!run.stdout.contains(['\u{200e}', '\u{2067}', '\u{2068}', '\u{2069}']));
    }
}

#[test]
fn misuse_is_told_in_arabic_by_every_command() {
    let project = broken();
    let asked: [(&[&str], &str); 4] = [
        (&["show", "edition", "2031-07"], "خطأ[LA02]: لا يوجد إصدار باسم \u{2068}`2031-07`\u{2069}"),
        (&["build", "2031-07"], "خطأ[LA02]: لا يوجد إصدار باسم \u{2068}`2031-07`\u{2069}"),
        (
            &["lint", "none.txt"],
            "خطأ[LA04]: تعذّرت قراءة \u{2068}`none.txt`\u{2069}: الملف أو المجلد غير موجود (رقم الخطأ 2)",
        ),
        (
            &["schema", "--out", "data/house.yaml"],
            "خطأ[OU03]: تعذّرت كتابة \u{2068}`data/house.yaml`\u{2069}: الملف موجود (رقم الخطأ 17)",
        ),
    ];
    for (command, message) in asked {
        let run = project.run(&[command, &["--ui-lang", "ar"]].concat());
        assert!(run.stderr.starts_with(&format!("{message}\n")), "{}", run.stderr);
        assert!(run.stderr.ends_with("\nخطأ واحد\n"), "{}", run.stderr);
    }
}
