//! Requests on the loopback -> answers: the page, the state, drawings, explanations.
//!
//! One request a connection, a thread for each, and limits on both: a browser may open connections that it does not use,
//! and they must not stand in the way of others.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::answer::{DRAWING, EVENTS, HTML, JSON, PLAIN, head};
use super::hub::Hub;
use super::page::{Words, file};
use super::request::{Head, Refusal, Route, route};
use super::token::Token;
use crate::diag::Finding;

/// The most connections at once; more are closed.
const CONNECTIONS: usize = 128;
/// How long a connection may take to ask, and to take its answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a listener may take to be told something.
const PROMPT: Duration = Duration::from_millis(500);
/// How often listeners are looked after.
const BEAT: Duration = Duration::from_secs(10);
/// The most bytes of the head of a request.
const HEAD: usize = 16 << 10;
/// The most bytes that are read of what nobody asked for.
const BODY: u64 = 64 << 10;

/// A socket on 127.0.0.1.
pub struct Server {
    listener: TcpListener,
    port: u16,
    token: Token,
}

impl Server {
    /// Takes a port, any free one for 0.
    ///
    /// # Errors
    /// `PV01` where the port cannot be had.
    pub fn bind(port: u16, token: Token) -> Result<Self, Finding> {
        let fault = |error: io::Error| {
            let finding = Finding::error("PV01", format!("port {port} of 127.0.0.1 cannot be used: {error}"));
            finding.help("leave out `--port`, or name another one")
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(fault)?;
        let port = listener.local_addr().map_err(fault)?.port();
        Ok(Self { listener, port, token })
    }

    /// The address of the page, which is secret.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.port, self.token.as_str())
    }
}

/// Answers requests until the process ends.
pub fn serve(server: &Server, hub: &Hub, words: &Words) {
    let open = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            loop {
                std::thread::sleep(BEAT);
                hub.beat();
            }
        });
        for stream in server.listener.incoming().flatten() {
            if open.fetch_add(1, Ordering::Relaxed) < CONNECTIONS {
                let open = &open;
                scope.spawn(move || {
                    // A browser that has gone away is no fault.
                    let _ = answer(server, hub, words, stream);
                    open.fetch_sub(1, Ordering::Relaxed);
                });
            } else {
                open.fetch_sub(1, Ordering::Relaxed);
            }
        }
    });
}

fn answer(server: &Server, hub: &Hub, words: &Words, mut stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    // What is no request gets no answer.
    let Some(bytes) = read_head(&mut stream)? else { return Ok(()) };
    let Some(request) = Head::read(&bytes) else { return Ok(()) };
    let asked = route(&request, server.port, &server.token);
    if asked == Ok(Route::Events) {
        stream.write_all(head(200, EVENTS, None).as_bytes())?;
        stream.set_write_timeout(Some(PROMPT))?;
        hub.listen(Box::new(stream));
        return Ok(());
    }
    let (status, kind, body) = match asked.and_then(|route| found(hub, words, &route)) {
        Ok((kind, body)) => (200, kind, body),
        Err(refusal) => (refusal.status(), PLAIN, Vec::new()),
    };
    let mut bytes = head(status, kind, Some(body.len())).into_bytes();
    bytes.extend(body);
    stream.write_all(&bytes)?;
    if request.method != "GET" {
        // What is left unread would take the answer back.
        stream.shutdown(Shutdown::Write)?;
        stream.set_read_timeout(Some(PROMPT))?;
        io::copy(&mut stream.take(BODY), &mut io::sink())?;
    }
    Ok(())
}

/// The bytes up to the empty line; `None` where there are too many before it, or none.
fn read_head(stream: &mut TcpStream) -> io::Result<Option<Vec<u8>>> {
    let (mut bytes, mut more) = (Vec::new(), [0; 2048]);
    while bytes.len() < HEAD {
        let count = stream.read(&mut more)?;
        if count == 0 {
            return Ok(None);
        }
        let seen = bytes.len().saturating_sub(3);
        bytes.extend_from_slice(&more[..count]);
        if let Some(end) = bytes[seen..].windows(4).position(|it| it == b"\r\n\r\n") {
            bytes.truncate(seen + end);
            return Ok(Some(bytes));
        }
    }
    Ok(None)
}

fn found(hub: &Hub, words: &Words, route: &Route) -> Result<(&'static str, Vec<u8>), Refusal> {
    match route {
        Route::Index => Ok((HTML, words.index(&hub.state().title).into_bytes())),
        Route::File(name) if name == "words.json" => Ok((JSON, words.json().into())),
        Route::File(name) => file(name).map(|(kind, bytes)| (kind, bytes.into())).ok_or(Refusal::Unknown),
        Route::State(show) => Ok((JSON, hub.told(show).into_bytes())),
        Route::Drawing(name) => {
            hub.state().drawing(name).map(|svg| (DRAWING, svg.into())).ok_or(Refusal::Unknown)
        }
        Route::Explain(path) => {
            let state = hub.state();
            let told = state.known.as_ref().and_then(|known| known.explain(path, state.tongue));
            told.map(|told| (JSON, told.to_string().into_bytes())).ok_or(Refusal::Unknown)
        }
        Route::Events => Err(Refusal::Unknown),
    }
}

#[cfg(test)]
mod tests;
