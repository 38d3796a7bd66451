//! What can be said of a file, in one word and in findings.

use serde::{Deserialize, Serialize};

use super::compare::{Comparison, TextMatch};
use super::inside::Unreadable;
use super::role::Role;
use crate::diag::Finding;

/// What was proven of a file, or what speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Made again from its own attachments, it is the same to the byte.
    Reproduced,
    /// It is the file that its manifest lists; nothing was made again.
    Intact,
    /// The original, reproduced, with a signature behind it.
    Signed,
    /// The original, reproduced, with changes behind it.
    Edited,
    /// Another program has written it anew; all objects say what the attachments give.
    Resaved,
    /// Another version of mujaz or Typst made it; this one gives the same text and tags.
    SameText,
    /// It is not what its attachments, or its manifest, say.
    Changed,
    /// A PDF of mujaz without sources: only its manifest can say that it is intact.
    NoSources,
    /// It cannot be made again here.
    NotRebuilt,
    /// Nothing that mujaz made, as far as it shows.
    Foreign,
    /// Listed, and not there.
    Missing,
    /// There, and not listed.
    Unlisted,
}

impl Verdict {
    /// The word in results: `reproduced`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reproduced => "reproduced",
            Self::Intact => "intact",
            Self::Signed => "signed",
            Self::Edited => "edited",
            Self::Resaved => "resaved",
            Self::SameText => "same-text",
            Self::Changed => "changed",
            Self::NoSources => "no-sources",
            Self::NotRebuilt => "not-rebuilt",
            Self::Foreign => "foreign",
            Self::Missing => "missing",
            Self::Unlisted => "unlisted",
        }
    }

    /// Whether the file is what was made: to the byte, or with nothing but a signature behind that.
    pub fn is_proven(self) -> bool {
        matches!(self, Self::Reproduced | Self::Intact | Self::Signed)
    }
}

/// The finding with something to do in it.
pub(super) fn advised(finding: Finding) -> Finding {
    match advice(finding.code).filter(|_| finding.help.is_empty()) {
        Some(help) => finding.help(help),
        None => finding,
    }
}

/// What to do about a file, where a finding has nothing closer to say.
fn advice(code: &str) -> Option<&'static str> {
    Some(match code {
        "VE03" => "take it out of the folder, or ask whoever put it there",
        "VE04" => "take it from a copy, or build again",
        "VE05" => "only what mujaz made can be proven: look whether this is the file that you mean",
        "VE06" => "verify it in its folder, by the manifest there, or build it with `--profile record`",
        "VE07" | "VE08" | "VE09" => "take the file from a copy, or build the edition again",
        "VE11" => "verify it with the version that made it",
        "VE12" => "verify it in its folder, by the manifest there: `mujaz verify --quick FOLDER`",
        _ => return None,
    })
}

/// Why a file that could not be read is not proven.
pub(super) fn unreadable(file: &str, why: Unreadable) -> (Verdict, Finding) {
    match why {
        Unreadable::NoPdf => (Verdict::Foreign, Finding::error("VE05", format!("`{file}` is no PDF"))),
        Unreadable::Broken => (
            Verdict::Changed,
            Finding::error("VE08", format!("`{file}` is damaged: its objects cannot be read")),
        ),
        Unreadable::Locked => (
            Verdict::Changed,
            Finding::error("VE09", format!("`{file}` is locked by a password, which mujaz never sets")),
        ),
        Unreadable::TooLarge => (
            Verdict::NotRebuilt,
            Finding::error("VE12", format!("`{file}` is larger, or carries more, than mujaz ever writes")),
        ),
    }
}

/// What a comparison says of a file that this version has made again.
pub(super) fn of(file: &str, comparison: &Comparison) -> (Verdict, Vec<Finding>) {
    match comparison {
        Comparison::Same => (Verdict::Reproduced, Vec::new()),
        Comparison::Appended(appended) if appended.is_signature() => {
            let message = format!("`{file}` is the original with a signature behind it");
            let finding = Finding::warning("VE10", message)
                .help("check the signature with a program for signatures: mujaz does not judge it");
            (Verdict::Signed, vec![finding])
        }
        Comparison::Appended(appended) => {
            let message = format!(
                "`{file}` is the original with changes behind it: {} bytes, which replace {} of its objects",
                appended.bytes,
                appended.replaced.len()
            );
            let help = format!("the first {} bytes are the original", appended.original);
            (Verdict::Edited, vec![Finding::error("VE10", message).help(help)])
        }
        Comparison::Carried { names } => {
            let told = |name: &String| {
                Finding::error("VE07", format!("`{file}`: the attachment `{name}` is not as mujaz writes it"))
            };
            (Verdict::Changed, names.iter().map(told).collect())
        }
        Comparison::Bytes { offset, object, role } => {
            let place = match object {
                Some(object) => format!("object {object}, byte {offset}"),
                None => format!("byte {offset}"),
            };
            let message = format!("`{file}`: {} ({place})", changed(role));
            (Verdict::Changed, vec![Finding::error("VE08", message)])
        }
        Comparison::Content { role, text } => {
            let finding = Finding::error("VE08", format!("`{file}`: {}", changed(role))).help(of_text(text));
            (Verdict::Changed, vec![finding])
        }
        Comparison::Resaved { differs: None, .. } => {
            let message = format!("`{file}` was written anew by another program, and says the same");
            let help = "keep the file that mujaz made: only that is the same to the byte";
            (Verdict::Resaved, vec![Finding::error("VE09", message).help(help)])
        }
        Comparison::Resaved { differs: Some(role), text } => {
            let message = format!("`{file}` was written anew by another program: {}", changed(role));
            (Verdict::Changed, vec![Finding::error("VE09", message).help(of_text(text))])
        }
    }
}

fn of_text(text: &TextMatch) -> String {
    match text {
        TextMatch::Same => "text and tags are those of the original".to_owned(),
        TextMatch::NoTags => "the tag tree is gone, so the text cannot be compared".to_owned(),
        TextMatch::Differs { found, made } => differing(found, made),
    }
}

/// What the text says of a file that another version has made.
pub(super) fn of_version(file: &str, tool: &str, text: &TextMatch) -> (Verdict, Finding) {
    let made = format!("`{file}` was made by {tool}, and bytes can only be compared by that version");
    match text {
        TextMatch::Same => (
            Verdict::SameText,
            Finding::error("VE11", made).help("text and tags are those that this version makes of its data"),
        ),
        TextMatch::NoTags => (
            Verdict::Changed,
            Finding::error("VE11", made).help("it has no tag tree, so its text cannot be compared"),
        ),
        TextMatch::Differs { found, made: again } => {
            (Verdict::Changed, Finding::error("VE11", made).help(differing(found, again)))
        }
    }
}

fn differing(found: &str, made: &str) -> String {
    /// Characters of a line that are shown.
    const SHOWN: usize = 80;
    let short = |line: &str| line.trim_start().replace('`', "'").chars().take(SHOWN).collect::<String>();
    format!("its text differs: it says `{}` where its data give `{}`", short(found), short(made))
}

/// What is changed, in a sentence that stands behind a colon.
fn changed(role: &Role) -> String {
    match role {
        Role::Content(page) => format!("the content of page {page} is not what its data give"),
        Role::Font(page) => format!("a font of page {page} is not what its data give"),
        Role::Picture(page) => format!("a picture of page {page} is not what its data give"),
        Role::Link(page) => format!("a link on page {page} is not what its data give"),
        Role::Page(page) => format!("the layout of page {page} is not what its data give"),
        Role::Tags => "the tag tree is not what its data give".to_owned(),
        Role::Outline => "the outline is not what its data give".to_owned(),
        Role::Attachments => "the attachments are not what its data give".to_owned(),
        Role::Metadata => "the metadata are not what its data give".to_owned(),
        Role::Info => "the document information is not what its data give".to_owned(),
        Role::Catalog => "the catalog is not what its data give".to_owned(),
        Role::Places => "the table of its objects was changed".to_owned(),
        Role::Trailer => "its trailer was changed".to_owned(),
        Role::Header => "its first line was changed".to_owned(),
        Role::Unused => "an object that no page uses was changed".to_owned(),
    }
}
