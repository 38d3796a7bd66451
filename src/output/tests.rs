use time::macros::{date, datetime};

use super::{Identity, Standard, page_name, pdf, png};
use crate::diag::Sources;
use crate::typeset::{Assets, Attachment, Job, Relationship, Typeset, compile, evict};

const MAIN: &str = r#"#set document(title: "موجز", date: auto)
#set text(lang: "ar", font: "Amiri", fallback: false)
= الوضع
عاد 43 ألف شخص.
#pagebreak()
== التمويل
#table(columns: 2, table.header[البند][القيمة], [الإيواء], [20 مليونًا])
"#;

fn typeset(main: &str, attachments: &[&str]) -> Typeset {
    let assets = Assets::from_files([("main.typ", main.as_bytes())], &mut Sources::new()).unwrap();
    let mut job = Job::new(b"{}".to_vec(), date!(2031 - 06 - 30));
    for name in attachments {
        job = job.attach(Attachment {
            name: (*name).to_owned(),
            mime: "application/yaml".to_owned(),
            description: "data".to_owned(),
            relationship: Relationship::Data,
            bytes: b"a: 1".to_vec(),
        });
    }
    compile(&assets, &job).unwrap()
}

fn identity() -> Identity {
    Identity::new("2031-06", "ar", "public", datetime!(2031-06-30 18:00 +3))
}

#[test]
fn equal_builds_give_equal_bytes_and_the_identity_counts() {
    let first = pdf(&typeset(MAIN, &["a.yaml"]), &identity(), Standard::Record).unwrap();
    evict(0);
    let same_moment = Identity { timestamp: datetime!(2031-06-30 15:00 UTC), ..identity() };
    let second = pdf(&typeset(MAIN, &["a.yaml"]), &same_moment, Standard::Record).unwrap();
    assert!(first == second, "two builds differ");
    let other = Identity { ident: "mujaz:2031-06:ar:internal".to_owned(), ..identity() };
    assert!(pdf(&typeset(MAIN, &["a.yaml"]), &other, Standard::Record).unwrap() != first);
    let text = String::from_utf8_lossy(&first);
    assert!(text.contains("2031-06-30T15:00:00+00:00"), "time in UTC");
    let creator = format!("mujaz {}; Typst 0.15.1", env!("CARGO_PKG_VERSION"));
    assert_eq!(identity().creator, creator);
}

#[test]
fn faults_are_in_order_and_point_into_the_template() {
    let picture = "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"))\n";
    let main = format!("#set document(title: \"x\")\n= A\n{picture}{picture}{picture}");
    let faults = pdf(&typeset(&main, &[]), &identity(), Standard::Record).unwrap_err();
    let starts: Vec<_> = faults.iter().map(|fault| fault.places[0].span.start).collect();
    let want: Vec<_> = main.match_indices("image").map(|(at, _)| at as u32).collect();
    assert_eq!(starts, want);
    let fault = &faults[0];
    assert_eq!((fault.code, fault.message.as_str()), ("OU01", "PDF/A-3a, PDF/UA-1 error: missing alt text"));
    assert_eq!(fault.help.len(), 1);
    let faults = pdf(&typeset(MAIN, &["a.yaml"]), &identity(), Standard::Delivery).unwrap_err();
    assert_eq!(faults[0].message, "PDF/A-2 carries no attachments");
}

#[test]
fn draws_pages_and_refuses_odd_resolutions() {
    let typeset = typeset(MAIN, &[]);
    let images = png(&typeset, 72.0).unwrap();
    let sizes: Vec<_> = images.iter().map(|image| (image.page, image.size)).collect();
    assert_eq!(sizes, [(1, (595, 842)), (2, (595, 842))]);
    assert!(images[0].bytes.starts_with(b"\x89PNG") && png(&typeset, 72.0).unwrap() == images);
    for ppi in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e6] {
        assert_eq!(png(&typeset, ppi).unwrap_err()[0].code, "OU02");
    }
    assert_eq!(page_name("2031-06.ar", 7, 12, "png"), "2031-06.ar.page-07.png");
}
