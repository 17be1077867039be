//! Fernet for data at rest.
//!
//! Every plaintext begins with the place it belongs to, because Fernet has no associated data: a
//! token copied from one row to another would otherwise open there.

use std::fmt;

use zeroize::Zeroizing;

use super::error::StoreError;
use super::key::StoreKeys;

/// A column of a row that holds a ciphertext.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Table.
    pub table: &'static str,
    /// Column.
    pub column: &'static str,
    /// Something that names the row for as long as it lives.
    pub row: &'a str,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} of {}", self.table, self.column, self.row)
    }
}

impl Place<'_> {
    fn prefix(&self) -> String {
        format!("igbot:{}:{}:{}\n", self.table, self.column, self.row)
    }
}

/// Encrypts with the first key, decrypts with any.
pub struct Cipher(StoreKeys);

impl Cipher {
    /// Makes a cipher of checked keys.
    pub fn new(keys: StoreKeys) -> Self {
        Self(keys)
    }

    /// Encrypts a text for one place.
    pub fn seal(&self, place: Place<'_>, text: &str) -> String {
        let plain = Zeroizing::new(place.prefix() + text);
        self.0.first.encrypt(plain.as_bytes())
    }

    /// Decrypts what was sealed for this place.
    ///
    /// A token dated in the future opens as well: a clock that was set back must not lock the store.
    ///
    /// # Errors
    /// [`StoreError::Undecryptable`] for a wrong key, a damaged token, or one of another place.
    pub fn open(&self, place: Place<'_>, token: &str) -> Result<Zeroizing<String>, StoreError> {
        let now = i64::MAX.unsigned_abs();
        let mut keys = std::iter::once(&self.0.first).chain(&self.0.older);
        let plain = keys.find_map(|key| key.decrypt_at_time(token, None, now).ok());
        let text = plain.map(Zeroizing::new).and_then(|plain| {
            let text = plain.strip_prefix(place.prefix().as_bytes())?;
            String::from_utf8(text.to_vec()).ok()
        });
        text.map(Zeroizing::new)
            .ok_or_else(|| StoreError::Undecryptable {
                place: place.to_string(),
            })
    }
}

/// Shows nothing of the keys.
impl fmt::Debug for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cipher(..)")
    }
}

#[cfg(test)]
mod tests {
    use fernet::Fernet;
    use secrecy::{ExposeSecret, SecretString};

    use super::*;

    const PLACE: Place<'_> = Place {
        table: "account",
        column: "token",
        row: "1",
    };

    fn cipher(text: &str) -> Cipher {
        Cipher::new(StoreKeys::parse(&SecretString::from(text)).unwrap())
    }

    #[test]
    fn a_ciphertext_opens_in_its_own_place_only() {
        let key = StoreKeys::generate();
        let cipher = cipher(key.expose_secret());
        let sealed = cipher.seal(PLACE, "IGAA");
        assert_eq!(cipher.open(PLACE, &sealed).unwrap().as_str(), "IGAA");
        assert!(cipher.open(Place { row: "2", ..PLACE }, &sealed).is_err());
        assert!(
            cipher
                .open(
                    Place {
                        column: "other",
                        ..PLACE
                    },
                    &sealed
                )
                .is_err()
        );
    }

    #[test]
    fn old_keys_decrypt_and_the_first_encrypts() {
        let (old, new) = (StoreKeys::generate(), StoreKeys::generate());
        let sealed = cipher(old.expose_secret()).seal(PLACE, "IGAA");
        let both = cipher(&format!("{},{}", new.expose_secret(), old.expose_secret()));
        assert_eq!(both.open(PLACE, &sealed).unwrap().as_str(), "IGAA");
        let resealed = both.seal(PLACE, "IGAA");
        assert!(cipher(new.expose_secret()).open(PLACE, &resealed).is_ok());
        assert!(cipher(old.expose_secret()).open(PLACE, &resealed).is_err());
    }

    /// A token's time is its second to ninth byte; Python opens one from the future too.
    #[test]
    fn a_token_from_the_future_opens() {
        let key = StoreKeys::generate();
        let fernet = Fernet::new(key.expose_secret()).unwrap();
        let token =
            fernet.encrypt_at_time(format!("{}x", PLACE.prefix()).as_bytes(), 4_000_000_000);
        assert_eq!(
            cipher(key.expose_secret())
                .open(PLACE, &token)
                .unwrap()
                .as_str(),
            "x"
        );
    }
}
