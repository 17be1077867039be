//! `X-Hub-Signature-256`: HMAC-SHA256 over the raw bytes of a delivery (reference 8.2).

use std::fmt::{self, Write as _};

use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha1::Sha1;
use sha2::Sha256;

const SCHEME: &str = "sha256=";

const LEGACY_SCHEME: &str = "sha1=";

/// A well-formed `X-Hub-Signature-256` header: 32 bytes that may or may not be right.
#[derive(Clone, PartialEq, Eq)]
pub struct Signature([u8; 32]);

/// Why a header is no signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MalformedSignature {
    /// The header lacks the `sha256=` that names the scheme.
    #[error("the signature does not begin with sha256=")]
    Scheme,
    /// What follows is not 64 hexadecimal digits.
    #[error("the signature is not 64 hexadecimal digits")]
    Digits,
}

impl Signature {
    /// Reads the value of an `X-Hub-Signature-256` header.
    ///
    /// # Errors
    /// Anything but `sha256=` followed by exactly 64 hexadecimal digits.
    pub fn parse(header: &[u8]) -> Result<Self, MalformedSignature> {
        let digits = header.strip_prefix(SCHEME.as_bytes()).ok_or(MalformedSignature::Scheme)?;
        unhex(digits).map(Self).ok_or(MalformedSignature::Digits)
    }

    /// Signs a body as Instagram does.
    pub fn of(secret: &SecretString, body: &[u8]) -> Self {
        Self(mac(secret, body).finalize().into_bytes().into())
    }

    /// Tells in constant time whether this signature belongs to `body` under `secret`.
    pub fn verifies(&self, secret: &SecretString, body: &[u8]) -> bool {
        mac(secret, body).verify_slice(&self.0).is_ok()
    }

    /// The header's value, `sha256=` and 64 lower-case digits.
    pub fn header(&self) -> String {
        let mut text = SCHEME.to_owned();
        for byte in self.0 {
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

/// Shows nothing: the right value of a body must not reach a log.
impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signature(..)")
    }
}

fn mac(secret: &SecretString, body: &[u8]) -> Hmac<Sha256> {
    // HMAC is defined for keys of every length; the error type belongs to the trait.
    #[expect(clippy::expect_used)]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes())
        .expect("HMAC takes keys of any length");
    mac.update(body);
    mac
}

/// Tells whether the value of an `X-Hub-Signature` header, of SHA-1, belongs to `body`.
///
/// Never enough to take a delivery: it only tells an operator that the secret is right.
pub(super) fn legacy_fits(header: &[u8], secret: &SecretString, body: &[u8]) -> bool {
    let digits = header.strip_prefix(LEGACY_SCHEME.as_bytes());
    let Some(given) = digits.and_then(unhex::<20>) else { return false };
    let key = secret.expose_secret().as_bytes();
    Hmac::<Sha1>::new_from_slice(key)
        .is_ok_and(|mac| mac.chain_update(body).verify_slice(&given).is_ok())
}

/// Reads exactly N bytes from hexadecimal digits of either case.
fn unhex<const N: usize>(digits: &[u8]) -> Option<[u8; N]> {
    let (pairs, rest) = digits.as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Some(bytes)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The check value GitHub publishes for the same scheme (reference 8.2).
    const HEADER: &str = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    #[test]
    fn the_published_check_value_verifies_and_is_produced() {
        let secret = SecretString::from("It's a Secret to Everybody");
        let signature = Signature::parse(HEADER.as_bytes()).unwrap();
        assert!(signature.verifies(&secret, b"Hello, World!"));
        assert!(!signature.verifies(&secret, b"Hello, World"));
        assert!(!signature.verifies(&SecretString::from("another"), b"Hello, World!"));
        assert_eq!(Signature::of(&secret, b"Hello, World!").header(), HEADER);
    }

    #[test]
    fn malformed_headers_are_refused() {
        for (header, why) in [
            ("", MalformedSignature::Scheme),
            ("sha1=757107ea", MalformedSignature::Scheme),
            ("sha256=", MalformedSignature::Digits),
            (&HEADER[..HEADER.len() - 1], MalformedSignature::Digits),
            (&HEADER.replace('7', "g"), MalformedSignature::Digits),
            (&format!("{HEADER}00"), MalformedSignature::Digits),
        ] {
            assert_eq!(Signature::parse(header.as_bytes()), Err(why), "{header}");
        }
    }
}
