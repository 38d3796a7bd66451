//! What leaves: whole files.

use snapbox::{IntoData, assert_data_eq, str};

use super::{ARABIC, LOCK, PO, XLIFF, export, exported, mended};

#[test]
fn a_po_file_holds_every_text_with_what_its_placeholders_read() {
    let project = mended();
    let run = project.run(&["text", "export", "en"]);
    assert_eq!(run.told(), format!("exit 0\n{PO}  9 texts\n"));
    let whole = project.read(PO);
    let (head, body) = whole.split_once("X-Mujaz-Base: ").expect("the base");
    let (base, body) = body.split_once("\\n").expect("its end");
    assert!(base.len() == 16 && base.bytes().all(|it| it.is_ascii_hexdigit()), "{base}");
    assert_data_eq!(
        format!("{head}X-Mujaz-Base: BASE\\n{body}"),
        str![[r#"
msgid ""
msgstr ""
"Project-Id-Version: 2031-06\n"
"PO-Revision-Date: \n"
"Last-Translator: N. M.\n"
"Language-Team: \n"
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Mujaz-Edition: 2031-06\n"
"X-Mujaz-Master: ar\n"
"X-Mujaz-Base: BASE\n"

#: data/editions/2031-06/text/ar.yaml:4
#, python-brace-format, max-length:80
msgctxt "title"
msgid "الخدمات والعودة في الوادي"
msgstr "Services and returns in the valley"

#: data/editions/2031-06/text/ar.yaml:5
#, python-brace-format
msgctxt "bottom_line"
msgid "تتحسن الخدمات في نينوى، وتزداد الغارات في الأنبار."
msgstr "Services improve in Ninewa; raids grow in Al-Anbar as before."

#. {reached} → about 7.9 million people
#: data/editions/2031-06/text/ar.yaml:8
#, python-brace-format
msgctxt "highlights[1]"
msgid "استفاد من الخدمات {reached}."
msgstr "Services reached {reached}."

#. {schools} → 1,234 schools
#. {trained} → more than 300 people
#: data/editions/2031-06/text/ar.yaml:9
#, python-brace-format
msgctxt "highlights[2]"
msgid "افتُتحت {schools} ودُرّب {trained}."
msgstr "{schools} opened and {trained} were trained."

#. {volunteers} → between 40 and 60 people
#. {helpers} → 12 people
#: data/editions/2031-06/text/ar.yaml:10
#, python-brace-format
msgctxt "highlights[3]"
msgid "شارك {volunteers} في حملة التنظيف، وساعدهم {helpers}."
msgstr "{volunteers} joined the clean-up, with {helpers} beside them."

#. {revenue} → US$2 million
#: data/editions/2031-06/text/ar.yaml:14
#, python-brace-format
msgctxt "intro.adversary"
msgid "بلغت إيرادات المهربين {revenue}."
msgstr "Smugglers took {revenue}."

#. {raids.likelihood} → likely
#. {raids.horizon} → three months
#: data/editions/2031-06/text/ar.yaml:17
msgctxt "threats.raids"
msgid "تقع الغارات ليلًا. و{raids.likelihood} أن تستمر خلال {raids.horizon:gen}."
msgstr "Raids come by night. They are {raids.likelihood} to go on over {raids.horizon}."

#. {services.projects.done} → 12
#. {services.projects.total} → 29
#: data/editions/2031-06/text/ar.yaml:20
msgctxt "progress.services"
msgid "أُنجز {services.projects.done} من أصل {services.projects.total:gen}."
msgstr "{services.projects.done} are done of {services.projects.total} in all."

#: data/editions/2031-06/text/ar.yaml:23
#, python-brace-format
msgctxt "events.opening"
msgid "افتتاح مدرسة في نينوى."
msgstr "A school opens in Ninewa."

"#]]
        .raw()
    );

    // The same again, whatever the folder; and nothing is written beside it.
    let before = project.files();
    let run = project.run(&["text", "export", "en", "--edition", "2031-06", "--out", "elsewhere"]);
    assert_eq!(run.code, 0);
    assert_eq!(project.read("elsewhere/2031-06/2031-06.en.po"), whole);
    assert_eq!(project.files().len(), before.len() + 1);
}

#[test]
fn an_xliff_file_holds_the_same() {
    let project = exported("xliff");
    let whole = project.read(XLIFF);
    let (head, body) = whole.split_once("build-num=\"").expect("the base");
    assert_data_eq!(format!("{head}build-num=\"{}", body.get(16..).expect("the base")), str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="2031-06" source-language="ar" target-language="en" datatype="plaintext" product-name="mujaz" build-num="">
    <header>
      <phase-group>
        <phase phase-name="translation" process-name="translation" contact-name="N. M."/>
      </phase-group>
    </header>
    <body>
      <trans-unit id="title" resname="title" maxwidth="80" size-unit="char" xml:space="preserve">
        <source>الخدمات والعودة في الوادي</source>
        <target state="translated">Services and returns in the valley</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">4</context></context-group>
      </trans-unit>
      <trans-unit id="bottom_line" resname="bottom_line" xml:space="preserve">
        <source>تتحسن الخدمات في نينوى، وتزداد الغارات في الأنبار.</source>
        <target state="translated">Services improve in Ninewa; raids grow in Al-Anbar as before.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">5</context></context-group>
      </trans-unit>
      <trans-unit id="highlights[1]" resname="highlights[1]" xml:space="preserve">
        <source>استفاد من الخدمات {reached}.</source>
        <target state="translated">Services reached {reached}.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">8</context></context-group>
        <note from="developer">{reached} → about 7.9 million people</note>
      </trans-unit>
      <trans-unit id="highlights[2]" resname="highlights[2]" xml:space="preserve">
        <source>افتُتحت {schools} ودُرّب {trained}.</source>
        <target state="translated">{schools} opened and {trained} were trained.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">9</context></context-group>
        <note from="developer">{schools} → 1,234 schools</note>
        <note from="developer">{trained} → more than 300 people</note>
      </trans-unit>
      <trans-unit id="highlights[3]" resname="highlights[3]" xml:space="preserve">
        <source>شارك {volunteers} في حملة التنظيف، وساعدهم {helpers}.</source>
        <target state="translated">{volunteers} joined the clean-up, with {helpers} beside them.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">10</context></context-group>
        <note from="developer">{volunteers} → between 40 and 60 people</note>
        <note from="developer">{helpers} → 12 people</note>
      </trans-unit>
      <trans-unit id="intro.adversary" resname="intro.adversary" xml:space="preserve">
        <source>بلغت إيرادات المهربين {revenue}.</source>
        <target state="translated">Smugglers took {revenue}.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">14</context></context-group>
        <note from="developer">{revenue} → US$2 million</note>
      </trans-unit>
      <trans-unit id="threats.raids" resname="threats.raids" xml:space="preserve">
        <source>تقع الغارات ليلًا. و{raids.likelihood} أن تستمر خلال {raids.horizon:gen}.</source>
        <target state="translated">Raids come by night. They are {raids.likelihood} to go on over {raids.horizon}.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">17</context></context-group>
        <note from="developer">{raids.likelihood} → likely</note>
        <note from="developer">{raids.horizon} → three months</note>
      </trans-unit>
      <trans-unit id="progress.services" resname="progress.services" xml:space="preserve">
        <source>أُنجز {services.projects.done} من أصل {services.projects.total:gen}.</source>
        <target state="translated">{services.projects.done} are done of {services.projects.total} in all.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">20</context></context-group>
        <note from="developer">{services.projects.done} → 12</note>
        <note from="developer">{services.projects.total} → 29</note>
      </trans-unit>
      <trans-unit id="events.opening" resname="events.opening" xml:space="preserve">
        <source>افتتاح مدرسة في نينوى.</source>
        <target state="translated">A school opens in Ninewa.</target>
        <context-group purpose="location"><context context-type="sourcefile">data/editions/2031-06/text/ar.yaml</context><context context-type="linenumber">23</context></context-group>
      </trans-unit>
    </body>
  </file>
</xliff>

"#]].raw());
}

/// The text of another language stands beside the master text, as its own file has it.
#[test]
fn a_further_language_is_shown_beside_the_master_text() {
    let project = mended();
    project.replace(super::HOUSE, "languages: [ar, en]", "languages: [ar, en, fr]");
    project.write("data/editions/2031-06/text/fr.yaml", "lang: fr\ntitle: Services dans la vallée\n");
    let plain = {
        export(&project, "en", "po");
        project.read(PO)
    };
    let run = project.run(&["text", "export", "en", "--reference", "fr"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(project.read(PO), plain.replacen("#: data", "#. fr: Services dans la vallée\n#: data", 1));
    assert_data_eq!(
        project.run(&["text", "export", "en", "--reference", "tr"]).told(),
        str![[r#"
exit 2
error[CL01]: edition `2031-06` has no language `tr`
   = help: its languages are `ar`, `en`, `fr`

1 error

"#]]
        .raw()
    );
}

#[test]
fn a_stale_text_shows_the_master_text_that_it_translates() {
    let project = mended();
    project.replace(ARABIC, "تقع الغارات ليلًا", "تقع الغارات ليلًا ونهارًا");
    export(&project, "en", "po");
    let whole = project.read(PO);
    let entry = whole.split("\n\n").find(|entry| entry.contains("\"threats.raids\"")).expect("it");
    assert_eq!(
        entry,
        "#. {raids.likelihood} → likely\n\
         #. {raids.horizon} → three months\n\
         #: data/editions/2031-06/text/ar.yaml:17\n\
         #, fuzzy\n\
         #| msgid \"تقع الغارات ليلًا. و{raids.likelihood} أن تستمر خلال {raids.horizon:gen}.\"\n\
         msgctxt \"threats.raids\"\n\
         msgid \"تقع الغارات ليلًا ونهارًا. و{raids.likelihood} أن تستمر خلال {raids.horizon:gen}.\"\n\
         msgstr \"Raids come by night. They are {raids.likelihood} to go on over {raids.horizon}.\""
    );
    assert_eq!(whole.matches("fuzzy").count(), 1);

    // Without a record no one knows what was translated: nothing is fuzzy.
    std::fs::remove_file(project.path(LOCK)).expect("the record");
    export(&project, "en", "po");
    assert_eq!(project.read(PO).matches("fuzzy").count(), 0);
}

#[test]
fn what_cannot_be_exported_is_told() {
    let project = mended();
    for (args, expected) in [
        (
            &["ar", "--edition", "2031-06"][..],
            "error[CL02]: `ar` is the master language of `2031-06`: there is nothing to translate",
        ),
        (&["fr"], "error[CL01]: none of these editions has the language `fr`"),
        (&["fr", "--edition", "2031-06"], "error[CL01]: edition `2031-06` has no language `fr`"),
        (&["en", "--edition", "2031-07"], "error[LA02]: there is no edition `2031-07`"),
    ] {
        let run = project.run(&[&["text", "export"], args].concat());
        assert_eq!((run.code, run.stderr.lines().next()), (2, Some(expected)), "{args:?}");
    }
    assert!(!project.path("desk").exists());
}
