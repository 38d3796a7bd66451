//! What every answer says beside its body: its kind, and what the browser must not do with it.

use std::fmt::Write as _;

/// What the page may do: run and show what comes from here, and nothing else.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What a drawing may do: show its own pictures. It comes out of templates that may be anybody's.
const DRAWING_POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";

/// The kind of the page.
pub(super) const HTML: &str = "text/html; charset=utf-8";
/// The kind of what the page asks for.
pub(super) const JSON: &str = "application/json";
/// The kind of a drawing.
pub(super) const DRAWING: &str = "image/svg+xml";
/// The kind of a refusal, which has no body.
pub(super) const PLAIN: &str = "text/plain; charset=utf-8";
/// The kind of what is told as it happens (HTML, 9.2).
pub(super) const EVENTS: &str = "text/event-stream";

/// The head of an answer; without a length it ends with the connection.
pub(super) fn head(status: u16, kind: &str, length: Option<usize>) -> String {
    let policy = if kind == DRAWING { DRAWING_POLICY } else { PAGE_POLICY };
    let word = match status {
        200 => "OK",
        403 => "Forbidden",
        404 => "Not Found",
        _ => "Method Not Allowed",
    };
    let mut head = format!(
        "HTTP/1.1 {status} {word}\r\nContent-Type: {kind}\r\nContent-Security-Policy: {policy}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\nCross-Origin-Opener-Policy: same-origin\r\n\
         X-Frame-Options: DENY\r\n"
    );
    if status == 405 {
        head += "Allow: GET\r\n";
    }
    if let Some(length) = length {
        let _ = write!(head, "Content-Length: {length}\r\n");
    }
    head + "Connection: close\r\n\r\n"
}

/// One server-sent event: a state as JSON, which is one line.
pub(super) fn event(state: &str) -> String {
    format!("data: {state}\n\n")
}
