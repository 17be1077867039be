//! Fernet for data at rest.
//!
//! Every plaintext begins with its context, the column and row that it belongs to, because Fernet has no associated data: a
//! token copied from one row to another would otherwise open there.

use std::fmt;

use zeroize::Zeroizing;

use super::error::StoreError;
use super::key::StoreKeys;

/// Where a ciphertext belongs: it opens nowhere else.
#[derive(Debug, Clone, Copy)]
pub struct CipherContext<'a> {
    /// Table.
    pub table: &'static str,
    /// Column.
    pub column: &'static str,
    /// Something that names the row for as long as it lives.
    pub row: &'a str,
}

impl fmt::Display for CipherContext<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} of {}", self.table, self.column, self.row)
    }
}

impl CipherContext<'_> {
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

    /// Encrypts a text for one column of one row.
    pub fn seal(&self, context: CipherContext<'_>, text: &str) -> String {
        let plain = Zeroizing::new(context.prefix() + text);
        self.0.first.encrypt(plain.as_bytes())
    }

    /// Decrypts what was sealed for it.
    ///
    /// A token dated in the future opens as well: a clock that was set back must not lock the store.
    ///
    /// # Errors
    /// [`StoreError::Undecryptable`] for a wrong key, a damaged token, or one of another row.
    pub fn open(
        &self,
        context: CipherContext<'_>,
        token: &str,
    ) -> Result<Zeroizing<String>, StoreError> {
        match self.open_telling(context, token) {
            Some((_, text)) => Ok(text),
            None => Err(StoreError::Undecryptable { context: context.to_string() }),
        }
    }

    /// Like [`open`](Self::open), and tells which key did it, counted from 0.
    pub(super) fn open_telling(
        &self,
        context: CipherContext<'_>,
        token: &str,
    ) -> Option<(usize, Zeroizing<String>)> {
        let (key, mut plain) = self.decrypt(token)?;
        let prefix = context.prefix();
        if !plain.starts_with(prefix.as_bytes()) {
            return None;
        }
        plain.drain(..prefix.len());
        match String::from_utf8(std::mem::take(&mut *plain)) {
            Ok(text) => Some((key, Zeroizing::new(text))),
            Err(error) => {
                drop(Zeroizing::new(error.into_bytes()));
                None
            }
        }
    }

    /// How many keys there are.
    pub(super) fn keys(&self) -> usize {
        1 + self.0.older.len()
    }

    /// Plain Fernet, with whichever key fits, at any time.
    fn decrypt(&self, token: &str) -> Option<(usize, Zeroizing<Vec<u8>>)> {
        let now = i64::MAX.unsigned_abs();
        let keys = std::iter::once(&self.0.first).chain(&self.0.older);
        keys.enumerate().find_map(|(position, key)| {
            Some((position, Zeroizing::new(key.decrypt_at_time(token, None, now).ok()?)))
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

    const CONTEXT: CipherContext<'_> =
        CipherContext { table: "account", column: "token", row: "1" };

    fn cipher(text: &str) -> Cipher {
        Cipher::new(StoreKeys::parse(&SecretString::from(text)).unwrap())
    }

    #[test]
    fn a_ciphertext_opens_in_its_own_place_only() {
        let key = StoreKeys::generate();
        let cipher = cipher(key.expose_secret());
        let sealed = cipher.seal(CONTEXT, "IGAA");
        assert_eq!(cipher.open(CONTEXT, &sealed).unwrap().as_str(), "IGAA");
        assert!(cipher.open(CipherContext { row: "2", ..CONTEXT }, &sealed).is_err());
        assert!(cipher.open(CipherContext { column: "other", ..CONTEXT }, &sealed).is_err());
    }

    #[test]
    fn old_keys_decrypt_and_the_first_encrypts() {
        let (old, new) = (StoreKeys::generate(), StoreKeys::generate());
        let sealed = cipher(old.expose_secret()).seal(CONTEXT, "IGAA");
        let both = cipher(&format!("{},{}", new.expose_secret(), old.expose_secret()));
        assert_eq!(both.open(CONTEXT, &sealed).unwrap().as_str(), "IGAA");
        assert_eq!(both.open_telling(CONTEXT, &sealed).unwrap().0, 1);
        let resealed = both.seal(CONTEXT, "IGAA");
        assert!(cipher(new.expose_secret()).open(CONTEXT, &resealed).is_ok());
        assert!(cipher(old.expose_secret()).open(CONTEXT, &resealed).is_err());
    }

    #[test]
    fn the_vectors_of_the_fernet_specification_hold() {
        let json = |text: &str| serde_json::from_str::<Vec<Vector>>(text).unwrap();
        for vector in json(include_str!("../../tests/data/fernet/verify.json")) {
            let plain = cipher(&vector.secret).decrypt(&vector.token).unwrap().1;
            assert_eq!(plain.as_slice(), vector.src.unwrap().as_bytes());
        }
        let invalid = json(include_str!("../../tests/data/fernet/invalid.json"));
        assert_eq!(invalid.len(), 8);
        for vector in invalid {
            // Two are invalid by their time alone, which does not count for data at rest.
            let by_time = ["far-future TS (unacceptable clock skew)", "expired TTL"];
            let desc = vector.desc.unwrap();
            let opened = cipher(&vector.secret).decrypt(&vector.token).is_some();
            assert_eq!(opened, by_time.contains(&desc.as_str()), "{desc}");
        }
    }

    #[test]
    fn tokens_made_by_python_open() {
        #[derive(serde::Deserialize)]
        struct Made {
            keys: Vec<String>,
            tokens: Vec<Entry>,
        }
        #[derive(serde::Deserialize)]
        struct Entry {
            text: String,
            token: String,
        }
        let made = include_str!("../../tests/data/fernet/python.json");
        let made: Made = serde_json::from_str(made).unwrap();
        let cipher = cipher(&made.keys.join(","));
        let context = CipherContext { row: "17841499990000001", ..CONTEXT };
        assert!(made.tokens.len() >= 8);
        for Entry { text, token } in made.tokens {
            assert_eq!(*cipher.open(context, &token).unwrap(), text);
        }
    }

    #[derive(serde::Deserialize)]
    struct Vector {
        desc: Option<String>,
        token: String,
        src: Option<String>,
        secret: String,
    }

    /// A token's time is its second to ninth byte; Python opens one from the future too.
    #[test]
    fn a_token_from_the_future_opens() {
        let key = StoreKeys::generate();
        let fernet = Fernet::new(key.expose_secret()).unwrap();
        let token =
            fernet.encrypt_at_time(format!("{}x", CONTEXT.prefix()).as_bytes(), 4_000_000_000);
        assert_eq!(cipher(key.expose_secret()).open(CONTEXT, &token).unwrap().as_str(), "x");
    }
}
