use std::io::{Read, Write};
use std::net::TcpStream;

use super::{Server, serve};
use crate::diag::Tongue;
use crate::output::{Layer, Sheet};
use crate::preview::state::{Language, State};
use crate::preview::{Hub, Token, Words};

fn state(svg: &str) -> State {
    let mut language =
        Language {
            tag: "ar".into(), name: "العربية".into(), dir: "rtl", pages: None, is_current: false
        };
    let layers = vec![Layer::new(svg.into(), (0.0, 0.0, 1.0, 1.0))];
    let sheet = Sheet { size: (1.0, 1.0), layers, text: String::new(), marks: Vec::new() };
    language.set(vec![sheet]);
    let mut state = State::new("2031-06", Tongue::English);
    state.languages.push(language);
    state
}

/// A server that answers for the rest of the process, and its port.
fn server() -> (u16, &'static Hub) {
    let server: &'static Server = Box::leak(Box::new(Server::bind(0, Token::known("secret")).unwrap()));
    let hub: &'static Hub =
        Box::leak(Box::new(Hub::new(state("<svg>1</svg>"), vec!["ar".to_owned()], || {})));
    std::thread::spawn(move || serve(server, hub, &Words::new(Tongue::Arabic)));
    (server.port, hub)
}

fn connect(port: u16, head: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(head.replace('\n', "\r\n").as_bytes()).unwrap();
    stream
}

fn ask(port: u16, target: &str) -> String {
    let head = format!("GET {target} HTTP/1.1\nHost: 127.0.0.1:{port}\nConnection: close\n\n");
    let mut answer = String::new();
    connect(port, &head).read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn answers_whoever_has_the_token_and_says_nothing_to_others() {
    let (port, hub) = server();
    let page = ask(port, "/secret/");
    for line in [
        "HTTP/1.1 200 OK",
        "Content-Type: text/html; charset=utf-8",
        "Content-Security-Policy: default-src 'none'; script-src 'self'; ",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "<html lang=\"ar\" dir=\"rtl\"",
    ] {
        assert!(page.contains(line), "{line} in {page}");
    }
    let state = ask(port, "/secret/state.json");
    let name = state.split("\"drawing\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let drawing = ask(port, &format!("/secret/drawing/{name}.svg"));
    assert!(drawing.ends_with("\r\n\r\n<svg>1</svg>") && drawing.contains("; sandbox\r\n"), "{drawing}");
    hub.publish(self::state("<svg>2</svg>"));
    assert!(ask(port, &format!("/secret/drawing/{name}.svg")).starts_with("HTTP/1.1 404"));
    for target in ["/secret/none.js", "/secret/../Cargo.toml", "/secret/explain.json?path=figures"] {
        assert!(ask(port, target).starts_with("HTTP/1.1 404"), "{target}");
    }
    for target in ["/", "/other/", "/other/state.json", "/favicon.ico"] {
        let refused = ask(port, target);
        assert!(refused.starts_with("HTTP/1.1 403") && refused.ends_with("\r\n\r\n"), "{refused}");
    }
    let mut answer = String::new();
    let head =
        format!("POST /secret/ HTTP/1.1\nHost: 127.0.0.1:{port}\nConnection: close\nContent-Length: 1\n\nx");
    connect(port, &head).read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 405") && answer.contains("Allow: GET"), "{answer}");
}

#[test]
fn a_listener_is_told_of_each_state() {
    let (port, hub) = server();
    let mut stream = connect(port, &format!("GET /secret/events HTTP/1.1\nHost: localhost:{port}\n\n"));
    let mut until = |end: &str| {
        let (mut all, mut byte) = (Vec::new(), [0]);
        while !all.ends_with(end.as_bytes()) {
            assert_eq!(stream.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(&all));
            all.push(byte[0]);
        }
        String::from_utf8(all).unwrap()
    };
    assert!(until("\r\n\r\n").contains("Content-Type: text/event-stream\r\n"));
    let first = until("\n\n");
    assert!(
        first.starts_with("data: {\"edition\":\"2031-06\",") && first.ends_with("\"version\":1}\n\n"),
        "{first}"
    );
    hub.publish(state("<svg>2</svg>"));
    let name = Layer::new("<svg>2</svg>".into(), (0.0, 0.0, 1.0, 1.0)).name;
    let renewed = format!("\"version\":2,\"drawings\":{{\"{name}\":\"<svg>2</svg>\"}}}}\n\n");
    assert!(until("\n\n").ends_with(&renewed));
}

#[test]
fn a_port_that_is_taken_is_told() {
    let (port, _) = server();
    let fault = Server::bind(port, Token::known("secret")).err().unwrap();
    assert!(
        fault.code == "PV01"
            && fault.message.starts_with(&format!("port {port} of 127.0.0.1 cannot be used: "))
    );
}

#[test]
fn connections_that_ask_nothing_stand_in_nobodys_way() {
    let (port, _) = server();
    let idle: Vec<TcpStream> = (0..40).map(|_| TcpStream::connect(("127.0.0.1", port)).unwrap()).collect();
    let events: Vec<TcpStream> = (0..20)
        .map(|_| connect(port, &format!("GET /secret/events HTTP/1.1\nHost: 127.0.0.1:{port}\n\n")))
        .collect();
    for _ in 0..20 {
        assert!(ask(port, "/secret/state.json").starts_with("HTTP/1.1 200 OK"));
    }
    let mut long = connect(port, &format!("GET /secret/{} HTTP/1.1\n", "x".repeat(20_000)));
    let mut answer = Vec::new();
    let _ = long.read_to_end(&mut answer);
    assert!(answer.is_empty(), "a head without an end gets no answer");
    drop((idle, events));
}
