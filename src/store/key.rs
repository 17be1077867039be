//! The key of the store: one or more Fernet keys in one text.

use fernet::Fernet;
use secrecy::{ExposeSecret, SecretString};

/// Length of a Fernet key: 32 bytes in URL-safe base64 with its padding.
const KEY_CHARS: usize = 44;

/// Why a key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Nothing there.
    #[error("the encryption key is empty")]
    Empty,
    /// Not the length of a key. Python refuses a key without its padding, so igbot does too.
    #[error(
        "encryption key {position} has {chars} characters; a Fernet key has {KEY_CHARS}, the last of them `=`"
    )]
    Length {
        /// Which of the comma-separated keys, counted from 1.
        position: usize,
        /// How long it is.
        chars: usize,
    },
    /// Characters that URL-safe base64 does not have.
    #[error("encryption key {position} is not URL-safe base64")]
    NotBase64 {
        /// Which of the comma-separated keys, counted from 1.
        position: usize,
    },
}

/// Checked keys: the first encrypts, all decrypt.
#[derive(Clone)]
pub struct StoreKeys {
    pub(super) first: Fernet,
    pub(super) older: Vec<Fernet>,
}

impl StoreKeys {
    /// Reads comma-separated Fernet keys; blanks around each are dropped.
    ///
    /// # Errors
    /// [`KeyError`] shows no part of a key.
    pub fn parse(text: &SecretString) -> Result<Self, KeyError> {
        let text = text.expose_secret().trim();
        if text.is_empty() {
            return Err(KeyError::Empty);
        }
        let mut keys = text.split(',').map(str::trim).zip(1..).map(|(key, position)| {
            let chars = key.chars().count();
            if chars != KEY_CHARS || !key.ends_with('=') {
                return Err(KeyError::Length { position, chars });
            }
            Fernet::new(key).ok_or(KeyError::NotBase64 { position })
        });
        Ok(Self {
            first: keys.next().unwrap_or(Err(KeyError::Empty))?,
            older: keys.collect::<Result<_, _>>()?,
        })
    }

    /// Makes the text of a fresh key.
    pub fn generate() -> SecretString {
        SecretString::from(Fernet::generate_key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<usize, KeyError> {
        StoreKeys::parse(&SecretString::from(text)).map(|keys| 1 + keys.older.len())
    }

    #[test]
    fn keys_are_taken_whole_or_not_at_all() {
        let key = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
        assert_eq!(parse(key), Ok(1));
        assert_eq!(parse(&format!(" {key} , {key}\n")), Ok(2));
        assert_eq!(parse(" "), Err(KeyError::Empty));
        let unpadded = key.trim_end_matches('=');
        assert_eq!(parse(unpadded), Err(KeyError::Length { position: 1, chars: 43 }));
        assert_eq!(parse(&format!("{key},")), Err(KeyError::Length { position: 2, chars: 0 }));
        assert_eq!(parse(&key.replace('_', "!")), Err(KeyError::NotBase64 { position: 1 }));
        assert!(parse(StoreKeys::generate().expose_secret()).is_ok());
    }
}
