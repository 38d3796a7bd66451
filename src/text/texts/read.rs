//! The tree of a text file -> messages by key, with every fault on the way.

use super::{META, Status, Texts};
use crate::diag::{Finding, Sources, Span, nearest};
use crate::text::forms;
use crate::text::keys::{INTROS, SECTIONS, Shape};
use crate::text::message::Message;
use crate::yaml::{Data, Node};

/// Reads one file, and goes on after faults.
pub(in crate::text) struct Reader<'a> {
    pub(in crate::text) texts: Texts,
    pub(in crate::text) findings: Vec<Finding>,
    sources: &'a Sources,
}

impl<'a> Reader<'a> {
    /// Fills the texts from the tree of a file.
    pub(super) fn read(texts: Texts, node: Option<&Node>, sources: &'a Sources) -> (Texts, Vec<Finding>) {
        let mut reader = Self { texts, findings: Vec::new(), sources };
        if let Some(node) = node {
            reader.file(node);
        }
        (reader.texts, reader.findings)
    }

    fn file(&mut self, node: &Node) {
        let Data::Map(entries) = &node.data else {
            self.findings.push(
                Finding::error("TY01", "expected a map of texts").at(node.span, "must be a map of texts"),
            );
            return;
        };
        self.texts.meta.span = Some(Span { end: node.span.start, ..node.span });
        for entry in entries {
            let key = entry.key.as_str();
            match key {
                "lang" => {}
                META => self.meta(&entry.value),
                _ => match SECTIONS.iter().find(|(name, _)| *name == key) {
                    Some((_, shape)) => self.section(key, *shape, &entry.value),
                    None => {
                        let sections = SECTIONS.iter().map(|(name, _)| *name);
                        let near = self.unknown(key, entry.key_span, [META].into_iter().chain(sections));
                        self.texts.refused.extend(near);
                    }
                },
            }
        }
    }

    fn meta(&mut self, node: &Node) {
        let Data::Map(entries) = &node.data else {
            self.wrong(META.into(), node.span, "a map with `translator` and `status`");
            return;
        };
        self.texts.meta.span = Some(node.span);
        for entry in entries {
            let Data::Scalar(text, _) = &entry.value.data else {
                self.wrong(format!("{META}.{}", entry.key), entry.value.span, "a text");
                self.texts.refused.insert(META.to_owned());
                continue;
            };
            match (entry.key.as_str(), text.as_str()) {
                ("translator", _) => self.texts.meta.translator = Some(text.to_string()),
                ("status", _) => match Status::of_code(text) {
                    Some(status) => self.texts.meta.status = Some(status),
                    None => {
                        let message = format!("`{text}` is not one of `draft`, `reviewed`, `approved`");
                        let finding = Finding::error("TY04", message).at(entry.value.span, "unknown word");
                        self.findings.push(finding);
                        self.texts.refused.insert(META.to_owned());
                    }
                },
                (key, _) => {
                    let near = self.unknown(key, entry.key_span, ["translator", "status"].into_iter());
                    self.texts.refused.extend(near.map(|_| META.to_owned()));
                }
            }
        }
    }

    fn section(&mut self, key: &str, shape: Shape, node: &Node) {
        match (shape, &node.data) {
            (Shape::One, Data::Scalar(..) | Data::Map(_)) => self.message(key.to_owned(), node),
            (Shape::List, Data::Seq(_)) => self.list(key.to_owned(), node),
            (Shape::ById | Shape::ListById, Data::Map(entries)) => {
                for entry in entries {
                    if key == "intro" && !INTROS.contains(&entry.key.as_str()) {
                        let near = self.unknown(&entry.key, entry.key_span, INTROS.into_iter());
                        self.texts.refused.extend(near.map(|near| format!("{key}.{near}")));
                        continue;
                    }
                    let path = format!("{key}.{}", entry.key);
                    self.texts.places.insert(path.clone(), entry.key_span);
                    match shape {
                        Shape::ListById => self.list(path, &entry.value),
                        _ => self.message(path, &entry.value),
                    }
                }
            }
            (Shape::One, _) => self.wrong(key.to_owned(), node.span, "one text"),
            (Shape::List, _) => self.wrong(key.to_owned(), node.span, "a list of texts"),
            (Shape::ById | Shape::ListById, _) => {
                self.wrong(key.to_owned(), node.span, "a text for each id");
            }
        }
    }

    fn list(&mut self, key: String, node: &Node) {
        let Data::Seq(items) = &node.data else {
            self.wrong(key, node.span, "a list of texts");
            return;
        };
        let mut messages = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            if is_blank(item) {
                self.texts.blanks.insert(format!("{key}[{}]", at + 1), item.span);
            }
            messages.push(self.parse(&key, item));
        }
        self.texts.lists.insert(key, messages);
    }

    fn message(&mut self, key: String, node: &Node) {
        if let Some(message) = self.parse(&key, node) {
            self.texts.messages.insert(key, message);
        }
    }

    pub(in crate::text) fn parse(&mut self, key: &str, node: &Node) -> Option<Message> {
        let text = match &node.data {
            Data::Scalar(text, _) => text,
            Data::Map(entries) if forms::is_plural(entries) => return self.plural(key, node.span, entries),
            _ => {
                self.wrong(key.to_owned(), node.span, "a text, or its plural forms");
                return None;
            }
        };
        if is_blank(node) {
            return None;
        }
        let file = self.sources.text(node.span.file);
        let source = file.get(node.span.start as usize..node.span.end as usize).unwrap_or_default();
        match Message::parse(text.trim_end(), node.span, source) {
            Ok(message) => {
                for (number, span) in message.typed_numbers(source) {
                    self.findings.push(
                        Finding::error("TR04", format!("the number `{number}` is typed in a text"))
                            .at(span, "a language layer holds words only")
                            .path(self.path(key))
                            .help("give it once, as a figure, date or reference of the edition")
                            .help("point at it from the text: `{id}`"),
                    );
                }
                Some(message)
            }
            Err(findings) => {
                let path = self.path(key);
                self.findings.extend(findings.into_iter().map(|finding| finding.path(path.as_str())));
                self.texts.refused.insert(key.to_owned());
                None
            }
        }
    }

    /// A key in the merged tree.
    pub(in crate::text) fn path(&self, key: &str) -> String {
        format!("text.{}.{key}", self.texts.lang)
    }

    /// Reports an unknown key; the known one that was meant, if one is near.
    pub(in crate::text) fn unknown<'b>(
        &mut self,
        key: &str,
        span: Span,
        known: impl Iterator<Item = &'b str>,
    ) -> Option<String> {
        let known: Vec<String> = known.map(str::to_owned).collect();
        let finding = Finding::error("TY02", format!("unknown key `{key}`"))
            .at(span, "not a key here")
            .path(self.path(key));
        let near = nearest(key, &known).map(str::to_owned);
        self.findings.push(match &near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("the keys here are `{}`", known.join("`, `"))),
        });
        near
    }

    pub(in crate::text) fn wrong(&mut self, key: String, span: Span, expected: &str) {
        self.findings.push(
            Finding::error("TY01", format!("expected {expected}"))
                .at(span, format!("must be {expected}"))
                .path(self.path(&key)),
        );
        self.texts.refused.insert(key);
    }
}

/// Whether a value has no words.
fn is_blank(node: &Node) -> bool {
    node.as_text().is_some_and(|text| text.trim().is_empty()) || node.is_null()
}
