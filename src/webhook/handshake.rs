//! The `GET` with which Instagram checks a callback URL (reference 8.1).

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use url::form_urlencoded;

/// Longest challenge echoed; Instagram's are numbers of about ten digits.
const MAX_CHALLENGE: usize = 128;

/// Why a handshake is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A parameter is missing, repeated or of a shape that must not be echoed.
    #[error("the handshake's parameters are malformed")]
    Malformed,
    /// The verify token or the mode is another one.
    #[error("the verify token does not match")]
    WrongToken,
}

/// Answers a handshake with the challenge to echo.
///
/// `query` is the raw query string. The token is compared in constant time.
///
/// # Errors
/// [`Refused`] never holds the challenge.
pub fn challenge(query: &str, verify_token: &SecretString) -> Result<String, Refused> {
    let mode = parameter(query, "hub.mode")?;
    let token = parameter(query, "hub.verify_token")?;
    let challenge = parameter(query, "hub.challenge")?;
    // A page could otherwise be reflected through the answer.
    let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
    if challenge.is_empty() || challenge.len() > MAX_CHALLENGE || !challenge.bytes().all(plain) {
        return Err(Refused::Malformed);
    }
    let expected = verify_token.expose_secret().as_bytes();
    let equal = bool::from(token.as_bytes().ct_eq(expected));
    if mode != "subscribe" || !equal {
        return Err(Refused::WrongToken);
    }
    Ok(challenge)
}

/// The value of a parameter that occurs exactly once.
fn parameter(query: &str, name: &str) -> Result<String, Refused> {
    let mut values = form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key == name);
    match (values.next(), values.next()) {
        (Some((_, value)), None) => Ok(value.into_owned()),
        _ => Err(Refused::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_token_gets_the_challenge() {
        let token = SecretString::from("the token");
        let long = format!(
            "hub.mode=subscribe&hub.verify_token=the+token&hub.challenge={}",
            "1".repeat(129)
        );
        for (query, expected) in [
            (
                "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=the+token",
                Ok("1158201444".to_owned()),
            ),
            (
                "x=1&hub.verify_token=the%20token&hub.challenge=a-B_9&hub.mode=subscribe",
                Ok("a-B_9".to_owned()),
            ),
            (
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=another",
                Err(Refused::WrongToken),
            ),
            (
                "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=the+token",
                Err(Refused::WrongToken),
            ),
            ("hub.mode=subscribe&hub.challenge=1", Err(Refused::Malformed)),
            (
                "hub.mode=subscribe&hub.verify_token=the+token&hub.challenge=<b>",
                Err(Refused::Malformed),
            ),
            (
                "hub.mode=subscribe&hub.challenge=1&hub.challenge=2&hub.verify_token=the+token",
                Err(Refused::Malformed),
            ),
            (long.as_str(), Err(Refused::Malformed)),
            ("", Err(Refused::Malformed)),
        ] {
            assert_eq!(challenge(query, &token), expected, "{query}");
        }
    }
}
