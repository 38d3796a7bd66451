//! A finding on its way from one process to another: files by name instead of by number.

use serde::{Deserialize, Serialize};

use crate::diag::{FileId, Finding, Severity, Sources, Span, codes};

/// A [`Finding`] that can be sent. Corrections stay behind: a child has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    code: String,
    is_error: bool,
    message: String,
    path: String,
    spots: Vec<Spot>,
    help: Vec<String>,
}

/// A place in a file that has a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Spot {
    file: String,
    start: u32,
    end: u32,
    label: String,
}

impl Told {
    /// A finding that points into these sources.
    pub(super) fn of(finding: &Finding, sources: &Sources) -> Self {
        let spot = |span: Span, label: &str| Spot {
            file: sources.name(span.file).to_owned(),
            start: span.start,
            end: span.end,
            label: label.to_owned(),
        };
        Self {
            code: finding.code.to_owned(),
            is_error: finding.is_error(),
            message: finding.message.clone(),
            path: finding.path.clone(),
            spots: finding.places.iter().map(|place| spot(place.span, &place.label)).collect(),
            help: finding.help.clone(),
        }
    }

    /// The finding again, with its places in the files that are known here by name.
    pub(super) fn finding(self, file: &mut impl FnMut(&str) -> Option<FileId>) -> Finding {
        // A child is this very program, so it has no other codes; one that lies says what a template could say.
        let code = codes::ALL.iter().map(|(code, _)| *code).find(|code| *code == self.code).unwrap_or("TE01");
        let severity = if self.is_error { Severity::Error } else { Severity::Warning };
        let mut finding = Finding::new(severity, code, self.message).path(self.path);
        finding.help = self.help;
        for spot in self.spots {
            finding = match file(&spot.file) {
                Some(file) => finding.at(Span::new(file, spot.start as usize, spot.end as usize), spot.label),
                None => finding.help(format!("look into `{}`", spot.file)),
            };
        }
        finding
    }
}
