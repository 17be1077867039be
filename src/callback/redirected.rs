//! The address a browser lands on after the consent page.

use secrecy::SecretString;
use subtle::ConstantTimeEq;
use url::{Url, form_urlencoded};

/// Longest code taken; Instagram's have some hundred characters.
const MAX_CODE: usize = 2048;

/// Shortest code taken without its address; anything shorter is a slip of the hand.
const MIN_BARE_CODE: usize = 16;

/// What the person decided.
#[derive(Debug)]
pub enum Callback {
    /// They agreed; the code can be exchanged once, within an hour.
    Granted(SecretString),
    /// They did not, with Instagram's words for it.
    Denied(String),
}

/// A callback and the state that came with it.
#[derive(Debug)]
pub struct Redirected {
    /// What the person decided.
    pub callback: Callback,
    /// The state of the login it belongs to; absent from a bare code.
    state: Option<String>,
}

/// Why an address is not the end of a consent page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidRedirect {
    /// It has neither a code nor a refusal, or one of them twice.
    #[error("the address contains neither a code nor an error")]
    NoCallback,
    /// The code has characters that no code has.
    #[error("the code is malformed")]
    BadCode,
    /// It belongs to another login.
    #[error("the address belongs to another login: its state differs")]
    WrongState,
}

impl Redirected {
    /// Reads the whole address, its query string, or a bare code, as a person may copy it.
    ///
    /// A trailing `#_` or `#_=_`, which Instagram appends, is dropped.
    pub fn parse(pasted: &str) -> Result<Self, InvalidRedirect> {
        let pasted = pasted.trim();
        if let Ok(url) = Url::parse(pasted)
            && url.has_host()
        {
            return Self::from_query(url.query().unwrap_or_default());
        }
        let (text, _fragment) = pasted.split_once('#').unwrap_or((pasted, ""));
        let query = text.strip_prefix('?').unwrap_or(text);
        if query.contains("code=") || query.contains("error=") {
            return Self::from_query(query);
        }
        match text.len() {
            ..MIN_BARE_CODE => Err(InvalidRedirect::NoCallback),
            _ => Ok(Self { callback: Callback::Granted(code(text)?), state: None }),
        }
    }

    /// Reads a query string.
    pub fn from_query(query: &str) -> Result<Self, InvalidRedirect> {
        let one = |name: &str| {
            let mut values =
                form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key == name);
            match (values.next(), values.next()) {
                (None, _) => Ok(None),
                (Some((_, value)), None) => Ok(Some(value.into_owned())),
                _ => Err(InvalidRedirect::NoCallback),
            }
        };
        let callback = match (one("code")?, one("error")?) {
            (Some(text), None) => Callback::Granted(code(text.trim_end_matches("#_"))?),
            (None, Some(error)) => Callback::Denied(one("error_description")?.unwrap_or(error)),
            _ => return Err(InvalidRedirect::NoCallback),
        };
        Ok(Self { callback, state: one("state")? })
    }

    /// The state that came with it, if one did.
    pub fn state(&self) -> Option<SecretString> {
        self.state.clone().map(SecretString::from)
    }

    /// Gives the callback if it belongs to the login of `state`, compared in constant time.
    ///
    /// `bare` says whether a callback without a state is taken: only from the person who started
    /// the login and pasted it.
    ///
    /// # Errors
    /// [`InvalidRedirect::WrongState`] if it belongs to another login, or has no state and `bare`
    /// is not set.
    pub fn of_login(self, state: &str, bare: bool) -> Result<Callback, InvalidRedirect> {
        let belongs = match &self.state {
            Some(given) => bool::from(given.as_bytes().ct_eq(state.as_bytes())),
            None => bare,
        };
        if belongs { Ok(self.callback) } else { Err(InvalidRedirect::WrongState) }
    }
}

fn code(text: &str) -> Result<SecretString, InvalidRedirect> {
    let plain = |c: u8| c.is_ascii_graphic() && !matches!(c, b'"' | b'\'' | b'<' | b'>' | b'\\');
    if text.is_empty() {
        Err(InvalidRedirect::NoCallback)
    } else if text.len() > MAX_CODE || !text.bytes().all(plain) {
        Err(InvalidRedirect::BadCode)
    } else {
        Ok(SecretString::from(text))
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    fn granted(pasted: &str) -> Option<(String, Option<String>)> {
        match Redirected::parse(pasted).ok()? {
            Redirected { callback: Callback::Granted(code), state } => {
                Some((code.expose_secret().to_owned(), state))
            }
            _ => None,
        }
    }

    #[test]
    fn a_code_is_found_however_it_was_copied() {
        let state = Some("S".to_owned());
        for (pasted, expected) in [
            ("https://example.com/cb?code=AQB&state=S#_", state.clone()),
            ("  https://example.com/cb?x=1&state=S&code=AQB#_=_\n", state.clone()),
            ("http://127.0.0.1:8765/callback?code=AQB&state=S", state.clone()),
            ("?code=AQB&state=S", state.clone()),
            ("code=AQB&state=S#_", state),
        ] {
            assert_eq!(granted(pasted), Some(("AQB".to_owned(), expected)), "{pasted}");
        }
        let bare = "AQBx-1234567890_abcdef";
        assert_eq!(granted(bare), Some((bare.to_owned(), None)));
        assert_eq!(granted(&format!("{bare}#_")), Some((bare.to_owned(), None)));
    }

    #[test]
    fn what_is_no_callback_is_refused() {
        for (pasted, expected) in [
            ("", InvalidRedirect::NoCallback),
            ("https://example.com/cb", InvalidRedirect::NoCallback),
            ("?code=a&code=b", InvalidRedirect::NoCallback),
            ("?code=a&error=b", InvalidRedirect::NoCallback),
            ("?code=", InvalidRedirect::NoCallback),
            ("?code=a%0Ab", InvalidRedirect::BadCode),
            ("oops", InvalidRedirect::NoCallback),
            ("two words, and a few more", InvalidRedirect::BadCode),
        ] {
            assert_eq!(Redirected::parse(pasted).unwrap_err(), expected, "{pasted}");
        }
    }

    #[test]
    fn a_callback_of_another_login_is_refused() {
        let parse = || Redirected::parse("?code=a&state=mine").unwrap();
        assert!(parse().of_login("mine", false).is_ok());
        assert_eq!(parse().of_login("other", true).unwrap_err(), InvalidRedirect::WrongState);
        let bare = || Redirected::parse("a-code-without-an-address").unwrap();
        assert!(bare().of_login("mine", true).is_ok());
        assert_eq!(bare().of_login("mine", false).unwrap_err(), InvalidRedirect::WrongState);
    }
}
