//! A laid-out document -> one finding for each link that leads where no link of a brief may.
//!
//! Whatever a template makes of its data, the pages are what counts, so they are looked at and not the
//! templates.

use std::collections::BTreeSet;

use typst::foundations::NativeElement;
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem};
use typst::model::{Destination, LinkElem, LinkTarget};
use typst_layout::PagedDocument;

use super::diagnostics::place;
use super::job::VALUE_SCHEME;
use super::world::Closed;
use crate::diag::{Finding, Span, visible};

/// How an address may begin.
const SCHEMES: [&str; 3] = ["https", "http", "mailto"];

/// What is wrong with an address.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// It begins with something else, or is relative.
    Scheme,
    /// It has a control character, a space, or one that changes the direction of the text or is not seen.
    Hidden(char),
}

/// Finds the links to anything but web and mail addresses, and, where these are allowed, values of the data; and
/// those to addresses with hidden characters.
pub(super) fn refused(world: &Closed, document: &PagedDocument, values: bool) -> Vec<Finding> {
    let mut addresses = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, &mut addresses);
    }
    addresses.retain(|address| !(values && address.starts_with(VALUE_SCHEME)));
    let faulty = addresses.into_iter().filter_map(|address| Some((fault(address)?, address)));
    let finding = |(fault, address): (Fault, &str)| {
        let finding = match fault {
            Fault::Scheme => {
                let start: String = address.chars().take(80).collect();
                Finding::error("TE08", format!("a link leads to `{}`", visible(&start)))
                    .help("link to an address with `https:`, `http:` or `mailto:`, or show it as text")
            }
            Fault::Hidden(char) => {
                let message = format!("the address of a link has the hidden character U+{:04X}", char as u32);
                Finding::error("TE08", message).help("delete it")
            }
        };
        match spot(world, document, address) {
            Some(span) => finding.at(span, "linked here"),
            None => finding,
        }
    };
    faulty.map(finding).collect()
}

fn walk<'a>(frame: &'a Frame, addresses: &mut BTreeSet<&'a str>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, addresses),
            FrameItem::Link(Destination::Url(url), _) => {
                addresses.insert(url.as_str());
            }
            _ => {}
        }
    }
}

fn fault(address: &str) -> Option<Fault> {
    let is_hidden = |c: &char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    };
    if let Some(hidden) = address.chars().find(is_hidden) {
        return Some(Fault::Hidden(hidden));
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let known = scheme.is_some_and(|scheme| SCHEMES.contains(&scheme.as_str()));
    (!known).then_some(Fault::Scheme)
}

/// Whether a link of a brief may lead to an address.
pub(crate) fn is_allowed(address: &str) -> bool {
    fault(address).is_none()
}

/// Where the first link to an address is set.
fn spot(world: &Closed, document: &PagedDocument, address: &str) -> Option<Span> {
    let links = document.introspector().query(&LinkElem::ELEM.select());
    let link = links.iter().find(|link| {
        let dest = link.to_packed::<LinkElem>().map(|link| &link.dest);
        matches!(dest, Some(LinkTarget::Dest(Destination::Url(url))) if url.as_str() == address)
    })?;
    place(world, link.span().into())
}

#[cfg(test)]
mod tests {
    use super::{Fault, fault};

    #[test]
    fn takes_web_and_mail_addresses_and_nothing_else() {
        for good in ["https://example.org/?q=%D8%A3#x", "http://example.org", "mailto:a@b.org", "HTTPS://X"] {
            assert_eq!(fault(good), None, "{good}");
        }
        let others = "javascript:alert(1) file:///etc/passwd data:text/html,x ftp://x tel:+1 //x/y x/y #x ../x \
                      vbscript:x jAvAscript:x httpsx:y : ";
        for other in others.split(' ') {
            assert_eq!(fault(other), Some(Fault::Scheme), "{other}");
        }
        for hidden in ['\n', '\0', ' ', '\u{a0}', '\u{202e}', '\u{200b}', '\u{2066}', '\u{feff}', '\u{85}'] {
            let address = format!("https://x/{hidden}y");
            assert_eq!(fault(&address), Some(Fault::Hidden(hidden)), "{address:?}");
        }
    }
}
