//! The path of an attachment -> what it is: its type, its part in the document, and a sentence about it.

use crate::typeset::Relationship;

/// The media type of a file, by its ending.
pub(super) fn mime(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("yaml" | "lock") => "application/yaml",
        Some("typ") => "text/vnd.typst",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some("ttf") => "font/ttf",
        Some("otf") => "font/otf",
        Some("ttc" | "otc") => "font/collection",
        Some("txt" | "md") => "text/plain",
        Some("csv") => "text/csv",
        _ => "application/octet-stream",
    }
}

/// What a file is to a PDF of this edition (ISO 32000-2, 7.11.3), and one sentence for a reader's list.
pub(super) fn told(edition: &str, path: &str) -> (Relationship, String) {
    let parts: Vec<&str> = path.split('/').collect();
    let stem = |name: &str| name.strip_suffix(".yaml").unwrap_or(name).to_owned();
    let (relationship, sentence) = match parts.as_slice() {
        ["data", "editions", _, "translations.lock"] => {
            (Relationship::Supplement, "How far each translation had come.".to_owned())
        }
        ["data", "editions", id, "edition.yaml"] if *id == edition => {
            (Relationship::Data, "The data of this edition.".to_owned())
        }
        ["data", "editions", id, "edition.yaml"] => {
            (Relationship::Data, format!("The data of the earlier edition {id}."))
        }
        ["data", "editions", _, "text", file] => (Relationship::Data, format!("The text ({}).", stem(file))),
        ["data", "labels", file] => {
            (Relationship::Data, format!("The fixed words of the pages ({}).", stem(file)))
        }
        ["data", "languages", file] => {
            (Relationship::Data, format!("Numbers, dates and plural forms ({}).", stem(file)))
        }
        ["data", "shared", _] => {
            (Relationship::Data, "The data that this edition and all earlier ones have in common.".to_owned())
        }
        ["data", "house.yaml"] => {
            (Relationship::Data, "The file that makes the attachments a project of mujaz.".to_owned())
        }
        ["templates", ..] => (Relationship::Source, "A template of the pages.".to_owned()),
        ["fonts", ..] => (Relationship::Supplement, "A font of the pages.".to_owned()),
        [super::RECORD_NAME] => {
            (Relationship::Supplement, "How mujaz made this PDF from its attachments.".to_owned())
        }
        _ => (Relationship::Supplement, "A picture of the pages.".to_owned()),
    };
    (relationship, sentence)
}
