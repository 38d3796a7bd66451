//! The lines of a PO file -> its messages as they stand there, before anything is made of them.

use super::line::{self, Content, Keyword, Line, Text};
use crate::diag::{FileId, Finding, Span};
use crate::translation::catalogue::full;

/// A message with its comments, or the header.
#[derive(Debug, Default)]
pub(super) struct Message {
    pub obsolete: bool,
    /// `# …`
    pub remarks: Vec<String>,
    /// `#. …`
    pub notes: Vec<String>,
    pub references: Vec<(String, usize)>,
    pub flags: Vec<String>,
    pub previous: Option<Text>,
    pub previous_plural: Option<Text>,
    pub context: Option<Text>,
    pub id: Option<Text>,
    pub plural: Option<Text>,
    /// By index; none for a message without plural.
    pub strs: Vec<(Option<usize>, Text)>,
    /// From its first keyword to the end of what it translates.
    pub place: Option<Span>,
    /// Its first comment.
    comment: Option<Span>,
    /// What more of a text goes on with.
    last: Option<Last>,
    /// Whether a fault was told, so that nothing more is to be said.
    broken: bool,
}

/// A text of a message.
#[derive(Debug, Clone, Copy)]
enum Last {
    /// The context of a previous source, which nothing is made of.
    Nothing,
    Previous,
    PreviousPlural,
    Context,
    Id,
    Plural,
    Str,
}

/// Reads every message. Those with a fault are left out; nothing is read behind the most faults of a file.
pub(super) fn messages(text: &str, file: FileId, findings: &mut Vec<Finding>) -> Vec<Message> {
    let mut reader = Reader { message: Message::default(), done: Vec::new(), findings };
    let mut offset = 0;
    // A lone carriage return ends a line, as it does for the numbers of lines.
    for raw in text.split_inclusive(['\n', '\r']) {
        match line::read(raw.trim_end_matches(['\n', '\r']), offset, file) {
            Ok(Some(line)) => reader.line(line),
            Ok(None) => {}
            Err(fault) => {
                reader.next_if(|message| message.place.is_some() && raw.trim_start().starts_with("msgctxt"));
                reader.fault(fault);
            }
        }
        offset += raw.len();
        if full(reader.findings) {
            return reader.done;
        }
    }
    reader.finish();
    reader.done
}

struct Reader<'a> {
    message: Message,
    done: Vec<Message>,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn line(&mut self, line: Line<'_>) {
        match line.content {
            Content::Comment(sign, text) => {
                self.next_if(|message| message.place.is_some());
                self.message.comment.get_or_insert(line.span);
                self.message.comment(sign, text);
            }
            Content::Keyword(keyword, text) if line.previous => {
                self.next_if(|message| message.place.is_some());
                self.message.comment.get_or_insert(line.span);
                let (slot, last) = match keyword {
                    Keyword::Id => (&mut self.message.previous, Last::Previous),
                    Keyword::IdPlural => (&mut self.message.previous_plural, Last::PreviousPlural),
                    Keyword::Context => {
                        self.message.last = Some(Last::Nothing);
                        return;
                    }
                    Keyword::Str(_) => {
                        return self.fault(
                            Finding::error("PO01", "a translation among the previous sources")
                                .at(line.span, "only `msgctxt`, `msgid` and `msgid_plural` stand here"),
                        );
                    }
                };
                (*slot, self.message.last) = (Some(text), Some(last));
            }
            Content::Keyword(keyword, text) => self.keyword(keyword, text, line.span, line.obsolete),
            Content::More(text) => self.more(text, line.span),
        }
    }

    fn keyword(&mut self, keyword: Keyword, text: Text, span: Span, obsolete: bool) {
        let begins = match keyword {
            Keyword::Context => self.message.place.is_some(),
            Keyword::Id => self.message.id.is_some() || !self.message.strs.is_empty(),
            _ => false,
        };
        self.next_if(|message| begins || (message.place.is_some() && message.obsolete != obsolete));
        let message = &mut self.message;
        message.obsolete = obsolete;
        let place = *message.place.get_or_insert(span);
        if !matches!(keyword, Keyword::Str(_)) {
            message.place = Some(Span { end: span.end, ..place });
        }
        if message.broken && matches!(keyword, Keyword::IdPlural | Keyword::Str(_)) {
            return;
        }
        let fault = |message: String, help: &str| Finding::error("PO04", message).at(span, "").help(help);
        match keyword {
            Keyword::Context => (message.context, message.last) = (Some(text), Some(Last::Context)),
            Keyword::Id => (message.id, message.last) = (Some(text), Some(Last::Id)),
            Keyword::IdPlural if message.id.is_none() => {
                self.fault(fault("`msgid_plural` without `msgid`".to_owned(), "put `msgid` before it"));
            }
            Keyword::IdPlural if message.plural.is_some() || !message.strs.is_empty() => {
                let help = "a message has one `msgid_plural`, before its translations";
                self.fault(fault("`msgid_plural` stands where none can".to_owned(), help));
            }
            Keyword::IdPlural => (message.plural, message.last) = (Some(text), Some(Last::Plural)),
            Keyword::Str(_) if message.id.is_none() => {
                self.fault(fault("`msgstr` without `msgid`".to_owned(), "put `msgid` before it"));
            }
            Keyword::Str(None) if message.plural.is_some() => {
                let help = "number them: `msgstr[0]`, `msgstr[1]`";
                self.fault(fault(
                    "`msgstr` without a number in a message with `msgid_plural`".to_owned(),
                    help,
                ));
            }
            Keyword::Str(Some(index)) if message.plural.is_none() => {
                let help = "write `msgstr`, or put `msgid_plural` before it";
                self.fault(fault(format!("`msgstr[{index}]` in a message without `msgid_plural`"), help));
            }
            Keyword::Str(index) => {
                if let Some((_, first)) = message.strs.iter().find(|(known, _)| *known == index) {
                    let name = index.map_or("msgstr".to_owned(), |index| format!("msgstr[{index}]"));
                    let fault = Finding::error("PO04", format!("`{name}` is given twice in one message"))
                        .at(span, "again")
                        .at(first.span, "first")
                        .help("keep one of them");
                    return self.fault(fault);
                }
                message.strs.push((index, text));
                message.last = Some(Last::Str);
            }
        }
    }

    fn more(&mut self, text: Text, span: Span) {
        let message = &mut self.message;
        if message.broken || matches!(message.last, Some(Last::Nothing)) {
            return;
        }
        let slot = match message.last {
            Some(Last::Previous) => message.previous.as_mut(),
            Some(Last::PreviousPlural) => message.previous_plural.as_mut(),
            Some(Last::Context) => message.context.as_mut(),
            Some(Last::Id) => message.id.as_mut(),
            Some(Last::Plural) => message.plural.as_mut(),
            Some(Last::Str) => message.strs.last_mut().map(|(_, text)| text),
            Some(Last::Nothing) | None => None,
        };
        let Some(slot) = slot else {
            return self.fault(
                Finding::error("PO01", "a text in quotes that no keyword begins")
                    .at(span, "")
                    .help("put `msgstr` or another keyword before it"),
            );
        };
        slot.text.push_str(&text.text);
        slot.span.end = text.span.end;
        if let Some(place) = message.place.as_mut().filter(|_| message.strs.is_empty()) {
            place.end = text.span.end;
        }
    }

    fn fault(&mut self, fault: Finding) {
        self.findings.push(fault);
        self.message.broken = true;
    }

    /// Begins the next message if the one at hand is at its end.
    fn next_if(&mut self, ended: impl FnOnce(&Message) -> bool) {
        if ended(&self.message) {
            self.finish();
        }
    }

    /// Takes over the message at hand, if it is whole.
    fn finish(&mut self) {
        let message = std::mem::take(&mut self.message);
        if message.broken {
            return;
        }
        let cut = "if the file ends here, it was cut off: ask for it again";
        let fault = match (&message.place, &message.comment) {
            (Some(place), _) if message.id.is_none() => {
                Finding::error("PO04", "a `msgctxt` without `msgid`").at(*place, "no `msgid` follows")
            }
            (Some(place), _) if message.strs.is_empty() => {
                Finding::error("PO04", "a `msgid` without `msgstr`").at(*place, "no `msgstr` follows")
            }
            (None, Some(comment)) => {
                Finding::error("PO04", "comments without a message").at(*comment, "no message follows")
            }
            (None, None) => return,
            (Some(_), _) => return self.done.push(message),
        };
        self.findings.push(fault.help(cut));
    }
}

impl Message {
    fn comment(&mut self, sign: char, text: &str) {
        let text = text.trim_end();
        let line = || text.strip_prefix(' ').unwrap_or(text).to_owned();
        match sign {
            '.' => self.notes.push(line()),
            ':' => self.references.extend(references(text)),
            ',' | '=' => self.flags.extend(text.split(',').map(|flag| flag.trim().to_owned())),
            _ => self.remarks.push(line()),
        }
        // Text in quotes does not go on behind a comment.
        self.last = None;
    }
}

/// `file:line` and names between the marks for those with spaces.
fn references(mut text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        let (name, rest) = match text.strip_prefix('\u{2068}').and_then(|text| text.split_once('\u{2069}')) {
            Some(parts) => parts,
            None => ("", text),
        };
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (tail, behind) = rest.split_at(end);
        if name.is_empty() && tail.is_empty() {
            return found;
        }
        let numbered = tail.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?)));
        let (file, line) = numbered.unwrap_or((tail, 0));
        found.push((format!("{name}{file}"), line));
        text = behind;
    }
}
