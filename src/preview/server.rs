//! Requests on the loopback -> answers: the page, the state, drawings, explanations.
//!
//! Every answer forbids the browser to keep it, to guess its kind, and to load anything from elsewhere.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use tiny_http::Request;

use super::answer::{DRAWING, EVENTS, HTML, JSON, PLAIN, head};
use super::hub::Hub;
use super::page::{Words, file};
use super::request::{Refusal, Route, route};
use super::token::Token;
use crate::diag::Finding;

/// How many requests are answered at once.
const WORKERS: usize = 4;
/// How often listeners are looked after.
const BEAT: Duration = Duration::from_secs(10);

/// A socket on 127.0.0.1.
pub struct Server {
    http: tiny_http::Server,
    port: u16,
    token: Token,
}

impl Server {
    /// Takes a port, any free one for 0.
    ///
    /// # Errors
    /// `PV01` where the port cannot be had.
    pub fn bind(port: u16, token: Token) -> Result<Self, Finding> {
        let fault = |error: &dyn std::fmt::Display| {
            let finding = Finding::error("PV01", format!("port {port} of 127.0.0.1 cannot be used: {error}"));
            finding.help("leave out `--port`, or name another one")
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| fault(&error))?;
        let port = listener.local_addr().map_err(|error| fault(&error))?.port();
        let http = tiny_http::Server::from_listener(listener, None).map_err(|error| fault(&error))?;
        Ok(Self { http, port, token })
    }

    /// The address of the page, which is secret.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.port, self.token.as_str())
    }
}

/// Answers requests until the process ends.
pub fn serve(server: &Server, hub: &Hub, words: &Words) {
    std::thread::scope(|scope| {
        for _ in 1..WORKERS {
            scope.spawn(|| work(server, hub, words, None));
        }
        work(server, hub, words, Some(BEAT));
    });
}

fn work(server: &Server, hub: &Hub, words: &Words, beat: Option<Duration>) {
    loop {
        let request = match beat {
            Some(beat) => server.http.recv_timeout(beat),
            None => server.http.recv().map(Some),
        };
        match request {
            Ok(Some(request)) => answer(server, hub, words, request),
            Ok(None) => hub.beat(),
            Err(_) => return,
        }
    }
}

fn answer(server: &Server, hub: &Hub, words: &Words, request: Request) {
    let hosts: Vec<&str> =
        request.headers().iter().filter(|it| it.field.equiv("Host")).map(|it| it.value.as_str()).collect();
    let asked = route(request.method().as_str(), request.url(), &hosts, server.port, &server.token);
    let answer = match asked {
        Ok(Route::Events) => {
            let mut to = request.into_writer();
            let head = head(200, EVENTS, None);
            if to.write_all(head.as_bytes()).is_ok() {
                hub.listen(to);
            }
            return;
        }
        Ok(route) => found(hub, words, &route),
        Err(refusal) => Err(refusal),
    };
    let (status, kind, body) = match answer {
        Ok((kind, body)) => (200, kind, body),
        Err(refusal) => (refusal.status(), PLAIN, Vec::new()),
    };
    // Head and body in one piece: the second of two small ones would wait for the first to be acknowledged.
    let mut bytes = head(status, kind, Some(body.len())).into_bytes();
    bytes.extend(body);
    let mut to = request.into_writer();
    // A browser that has gone away is no fault.
    let _ = to.write_all(&bytes).and_then(|()| to.flush());
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
            let told = state.known.as_ref().and_then(|known| known.explain(path));
            told.map(|told| (JSON, told.to_string().into_bytes())).ok_or(Refusal::Unknown)
        }
        Route::Events => Err(Refusal::Unknown),
    }
}

#[cfg(test)]
mod tests;
