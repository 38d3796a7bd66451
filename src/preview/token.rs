//! The secret in the address of the page: whoever has not been given it gets nothing.

use crate::diag::Finding;

/// 128 random bits, written as 32 hexadecimal digits.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new one, from the system's source of randomness.
    ///
    /// # Errors
    /// `PV03` where the system gives none.
    pub fn random() -> Result<Self, Finding> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| {
            Finding::error("PV03", format!("the system gives no random numbers: {error}"))
                .help("without a secret address the preview would be open to every program on this computer")
        })?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// As it stands in the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a guess is right. How long it takes says nothing about how much of it is.
    pub fn is(&self, guess: &str) -> bool {
        let (own, guess) = (self.0.as_bytes(), guess.as_bytes());
        let differences = own.iter().zip(guess.iter().chain(std::iter::repeat(&0)));
        let differs = differences.fold(0, |differs, (a, b)| std::hint::black_box(differs | (a ^ b)));
        (differs == 0) & (own.len() == guess.len())
    }

    #[cfg(test)]
    pub(super) fn known(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Token;

    #[test]
    fn two_tokens_differ_and_have_128_bits() {
        let (one, other) = (Token::random().unwrap(), Token::random().unwrap());
        assert_ne!(one.as_str(), other.as_str());
        assert!(one.as_str().len() == 32 && one.as_str().bytes().all(|it| it.is_ascii_hexdigit()));
    }

    #[test]
    fn only_the_whole_token_is_right() {
        let token = Token::known("00ff");
        assert!(token.is("00ff"));
        for guess in ["", "00f", "00ff0", "00ff\0", "00fe", "10ff", "00FF"] {
            assert!(!token.is(guess), "{guess}");
        }
    }
}
