//! The head of a request -> what it asks for, or why it gets nothing.
//!
//! Nothing is said to a request that has not the token, not even that there is something. The name in `Host` must be
//! this computer's own: a page elsewhere whose name suddenly means 127.0.0.1 (DNS rebinding) is refused.

use super::token::Token;

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The page itself.
    Index,
    /// A file of the page: `app.js`.
    File(String),
    /// What the page shows, as JSON; for these languages first, if any are named.
    State(Vec<String>),
    /// To be told of each new state.
    Events,
    /// A drawing by its hash.
    Drawing(String),
    /// Where the value at a path comes from.
    Explain(String),
}

/// Why a request gets nothing: its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// 403: no token or a wrong one, or another host's name.
    Forbidden,
    /// 404: there is nothing of the kind.
    Unknown,
    /// 405: another method than GET.
    Method,
}

impl Refusal {
    /// The HTTP status.
    pub fn status(self) -> u16 {
        match self {
            Self::Forbidden => 403,
            Self::Unknown => 404,
            Self::Method => 405,
        }
    }
}

/// What is read of the head of a request (RFC 9112, 3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head<'a> {
    /// `GET`
    pub method: &'a str,
    /// The path with its query.
    target: &'a str,
    /// The values of all its `Host` fields.
    hosts: Vec<&'a str>,
}

impl<'a> Head<'a> {
    /// Reads the lines before the empty one; `None` for what is no HTTP/1.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut lines = std::str::from_utf8(bytes).ok()?.split("\r\n");
        let mut words = lines.next()?.split(' ');
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        let is_one = version.starts_with("HTTP/1.") && words.next().is_none() && !method.is_empty();
        let mut hosts = Vec::new();
        for line in lines {
            let (name, value) = line.split_once(':')?;
            if name.eq_ignore_ascii_case("host") {
                hosts.push(value.trim_matches([' ', '\t']));
            }
        }
        is_one.then_some(Self { method, target, hosts })
    }
}

/// What a request to our own port asks for.
pub fn route(request: &Head<'_>, port: u16, token: &Token) -> Result<Route, Refusal> {
    let Head { method, target, hosts } = request;
    let is_own =
        |host: &str| [format!("127.0.0.1:{port}"), format!("localhost:{port}")].iter().any(|own| own == host);
    let own = matches!(hosts.as_slice(), [host] if is_own(host));
    let (path, query) = target.split_once('?').unwrap_or((*target, ""));
    let (guess, rest) = path.strip_prefix('/').unwrap_or_default().split_once('/').unwrap_or_default();
    if !token.is(guess) || !own {
        return Err(Refusal::Forbidden);
    }
    if *method != "GET" {
        return Err(Refusal::Method);
    }
    let asked = |name: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(key, _)| *key == name).find_map(|(_, value)| decoded(value))
    };
    match rest {
        "" => Ok(Route::Index),
        "state.json" => {
            let shown = asked("show").unwrap_or_default();
            Ok(Route::State(shown.split(',').filter(|lang| !lang.is_empty()).map(str::to_owned).collect()))
        }
        "events" => Ok(Route::Events),
        "explain.json" => asked("path").map(Route::Explain).ok_or(Refusal::Unknown),
        file => match file.strip_prefix("drawing/").and_then(|name| name.strip_suffix(".svg")) {
            Some(hash) => Ok(Route::Drawing(hash.to_owned())),
            None => Ok(Route::File(file.to_owned())),
        },
    }
}

/// A value of a query without its escapes; `None` if it has false ones.
fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit =
                    |it: Option<u8>| char::from(it?).to_digit(16).and_then(|it| u8::try_from(it).ok());
                digit(rest.next())? * 16 + digit(rest.next())?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Head, Refusal, Route, Token, route};

    fn ask(method: &str, target: &str, hosts: &[&str]) -> Result<Route, Refusal> {
        let request = Head { method, target, hosts: hosts.to_vec() };
        route(&request, 4000, &Token::known("secret"))
    }

    fn get(target: &str) -> Result<Route, Refusal> {
        ask("GET", target, &["127.0.0.1:4000"])
    }

    #[test]
    fn each_part_of_the_page_has_its_place() {
        let languages = |langs: &[&str]| Route::State(langs.iter().map(|lang| (*lang).to_owned()).collect());
        assert_eq!(get("/secret/"), Ok(Route::Index));
        assert_eq!(get("/secret/app.js"), Ok(Route::File("app.js".into())));
        assert_eq!(get("/secret/state.json"), Ok(languages(&[])));
        assert_eq!(get("/secret/state.json?show=ar%2Cen"), Ok(languages(&["ar", "en"])));
        assert_eq!(get("/secret/events?x=1"), Ok(Route::Events));
        assert_eq!(get("/secret/drawing/0a1b.svg"), Ok(Route::Drawing("0a1b".into())));
        assert_eq!(
            get("/secret/explain.json?path=figures%5B%D8%A3%5D+x"),
            Ok(Route::Explain("figures[أ] x".into()))
        );
        for target in ["/secret/explain.json", "/secret/explain.json?path=%", "/secret/explain.json?path=%ff"]
        {
            assert_eq!(get(target), Err(Refusal::Unknown), "{target}");
        }
    }

    #[test]
    fn nothing_without_the_token() {
        let targets =
            ["/", "", "/secret", "/secre/", "/secret0/", "/x/secret/", "//secret/", "/favicon.ico", "*"];
        for target in targets {
            assert_eq!(get(target), Err(Refusal::Forbidden), "{target}");
            assert_eq!(ask("POST", target, &["127.0.0.1:4000"]), Err(Refusal::Forbidden), "{target}");
        }
    }

    #[test]
    fn nothing_under_another_name() {
        let others: [&[&str]; 7] = [
            &[],
            &["evil.example:4000"],
            &["127.0.0.1"],
            &["127.0.0.1:4001"],
            &["localhost.evil:4000"],
            &["127.0.0.1:4000", "evil.example"],
            &["127.0.0.1:4000", "127.0.0.1:4000"],
        ];
        for hosts in others {
            assert_eq!(ask("GET", "/secret/", hosts), Err(Refusal::Forbidden), "{hosts:?}");
        }
        assert_eq!(ask("GET", "/secret/", &["localhost:4000"]), Ok(Route::Index));
    }

    #[test]
    fn nothing_but_reading() {
        for method in ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "get"] {
            assert_eq!(ask(method, "/secret/", &["127.0.0.1:4000"]), Err(Refusal::Method), "{method}");
        }
        assert_eq!(
            [Refusal::Forbidden, Refusal::Unknown, Refusal::Method].map(Refusal::status),
            [403, 404, 405]
        );
    }

    #[test]
    fn a_head_is_read_or_is_none() {
        let head = Head::read(b"GET /x?y HTTP/1.1\r\nHOST: \ta:1 \r\nX: y\r\nhost:b").unwrap();
        assert_eq!(head, Head { method: "GET", target: "/x?y", hosts: vec!["a:1", "b"] });
        for other in [
            &b"GET /"[..],
            b"GET / HTTP/2",
            b"",
            b" / HTTP/1.1",
            b"GET / HTTP/1.1 x",
            b"\xff / HTTP/1.1",
            b"GET / HTTP/1.1\r\nx",
            b"GET  / HTTP/1.1",
            b"\x16\x03\x01",
        ] {
            assert_eq!(Head::read(other), None, "{other:?}");
        }
    }
}
