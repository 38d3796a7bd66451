//! A request's method, target and headers -> what it asks for, or why it gets nothing.
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

/// Reads a request. `hosts` are the values of all its `Host` headers, `port` is our own.
pub fn route(method: &str, target: &str, hosts: &[&str], port: u16, token: &Token) -> Result<Route, Refusal> {
    let is_own =
        |host: &str| [format!("127.0.0.1:{port}"), format!("localhost:{port}")].contains(&host.to_owned());
    let own = matches!(hosts, [host] if is_own(host));
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let (guess, rest) = path.strip_prefix('/').unwrap_or_default().split_once('/').unwrap_or_default();
    if !token.is(guess) || !own {
        return Err(Refusal::Forbidden);
    }
    if method != "GET" {
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
    use super::{Refusal, Route, Token, route};

    fn ask(method: &str, target: &str, hosts: &[&str]) -> Result<Route, Refusal> {
        route(method, target, hosts, 4000, &Token::known("secret"))
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
}
