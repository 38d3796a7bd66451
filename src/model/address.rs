//! Addresses that a brief may link to.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::yaml::is_hidden;

/// An address on the web or of a mailbox: it begins with `https:`, `http:` or `mailto:`, and has neither
/// spaces nor characters that are not seen. Whatever else a link can do (run a script, open a file) is not
/// for data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// How an address begins.
    pub const SCHEMES: [&str; 3] = ["https:", "http:", "mailto:"];

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unseen = |c: &char| {
            matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}')
                || c.is_whitespace()
                || is_hidden(*c)
        };
        if let Some(c) = text.chars().find(unseen) {
            let code = c as u32;
            return Err(format!(
                "the address has the character U+{code:04X}; write it without spaces and breaks"
            ));
        }
        match Self::SCHEMES.iter().find_map(|scheme| text.strip_prefix(scheme)) {
            Some(rest) if !rest.trim_start_matches('/').is_empty() => Ok(Self(text.to_owned())),
            _ => Err(format!(
                "`{text}` is no address on the web; write one that begins with `https:`, `http:` or `mailto:`"
            )),
        }
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn the_web_and_mailboxes_are_addresses_and_nothing_else() {
        for good in
            ["https://example.org/a?b=c#d", "http://example.org", "mailto:a@b.org", "https://مثال.org/أ"]
        {
            assert_eq!(good.parse::<Address>().map(|it| it.as_str().to_owned()), Ok(good.to_owned()));
        }
        let others = "javascript:alert(1) JAVASCRIPT:x file:///etc/passwd data:text/html,x ftp://x //x/y x/y #x \
                      example.org vbscript:x https:// mailto: httpsx:y tel:+1 :";
        for other in others.split(' ') {
            let want = format!(
                "`{other}` is no address on the web; write one that begins with `https:`, `http:` or `mailto:`"
            );
            assert_eq!(other.parse::<Address>(), Err(want));
        }
        for hidden in [' ', '\n', '\0', '\u{a0}', '\u{85}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}'] {
            let code = hidden as u32;
            let want =
                format!("the address has the character U+{code:04X}; write it without spaces and breaks");
            assert_eq!(format!("https://x/{hidden}y").parse::<Address>(), Err(want));
        }
    }
}
