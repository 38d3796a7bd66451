//! Any text as a message, and as a file of messages: its slots and forms are found or refused without a
//! panic, and a message that was read can be put together again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mujaz::diag::{Look, Sources, Span, json_lines, terminal};
use mujaz::text::{Message, Segment, Texts};
use mujaz::yaml::{Limits, parse};

fuzz_target!(|text: &str| {
    let mut sources = Sources::new();
    let file = sources.add("text/ar.yaml", "language ar", text.to_owned());
    let span = Span::new(file, 0, text.len());
    match Message::parse(text, span, text) {
        Ok(message) => {
            let again = written(&message);
            let second = Message::parse(&again, Span::new(file, 0, again.len()), &again).expect("reads again");
            assert_eq!(written(&second), again);
        }
        Err(findings) => {
            let _ = terminal(&findings, &sources, Look::default());
        }
    }
    let (node, _) = parse(file, &sources, &Limits::default());
    let (texts, findings) = Texts::read("ar", node.as_ref(), &sources);
    for (_, message) in texts.all() {
        let _ = (message.slots().count(), message.typed_numbers(text));
    }
    assert_eq!(json_lines(&findings, &sources).lines().count(), findings.len());
});

/// The message as an author would type it.
fn written(message: &Message) -> String {
    let one = |segment: &Segment| match segment {
        Segment::Words(words) => words.replace('{', "{{").replace('}', "}}"),
        Segment::Slot(slot) => match &slot.style {
            Some(style) => format!("{{{}:{style}}}", slot.path),
            None => format!("{{{}}}", slot.path),
        },
    };
    message.segments.iter().map(one).collect()
}
