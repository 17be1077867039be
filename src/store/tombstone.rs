//! What must not come back after a person or an account was purged, under names that tell nothing.
//!
//! A tombstone is a keyed hash: the key lies encrypted in the store, so that nobody who has the file
//! alone can try ids until one fits. It says until when what happened is not taken any more.
//! Events without a time of their own, or with one far ahead, are remembered one by one, by their keys.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::StoreError;
use super::cipher::{Cipher, CipherContext};
use crate::domain::event::EventKey;

/// The key of the hashes.
const KEY: CipherContext<'_> =
    CipherContext { table: "meta", column: "value", row: "tombstone_key" };

/// A name that tells nothing of whose it is.
type Name = [u8; 16];

/// The tombstones of a store, if it has any.
pub(super) struct Tombstones {
    key: Zeroizing<String>,
}

impl Tombstones {
    /// `None` while nobody was ever purged, which costs one look at an empty table.
    pub(super) fn of(connection: &Connection, cipher: &Cipher) -> Result<Option<Self>, StoreError> {
        match any(connection)? {
            true => Self::with_key(connection, cipher),
            false => Ok(None),
        }
    }

    fn with_key(connection: &Connection, cipher: &Cipher) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT value FROM meta WHERE name = 'tombstone_key'";
        let mut statement = connection.prepare_cached(sql)?;
        let sealed: Option<String> = statement.query_row([], |row| row.get(0)).optional()?;
        match sealed {
            Some(sealed) => Ok(Some(Self { key: cipher.open(KEY, &sealed)? })),
            None => Ok(None),
        }
    }

    /// The same for a store that is about to get its first; `fresh` becomes its key then.
    pub(super) fn for_new(
        connection: &Connection,
        cipher: &Cipher,
        fresh: &str,
    ) -> Result<Self, StoreError> {
        if let Some(known) = Self::with_key(connection, cipher)? {
            return Ok(known);
        }
        let sql = "INSERT INTO meta (name, value) VALUES ('tombstone_key', ?1)";
        connection.execute(sql, [cipher.seal(KEY, fresh)])?;
        Ok(Self { key: Zeroizing::new(fresh.to_owned()) })
    }

    /// Whether something that happened belongs to what was purged.
    ///
    /// `at` is its own time; without one, or with one far ahead, it is known by its key.
    pub(super) fn covers(
        &self,
        connection: &Connection,
        account_id: &str,
        person: Option<&str>,
        key: &EventKey,
        at: Option<Timestamp>,
    ) -> rusqlite::Result<bool> {
        let by_time = match at {
            Some(at) => self.covers_until(connection, account_id, person, at)?,
            None => false,
        };
        Ok(by_time || until(connection, &self.of_event(key))?.is_some())
    }

    /// Whether what a person, or anybody at all, did at a time at an account was purged.
    pub(super) fn covers_until(
        &self,
        connection: &Connection,
        account_id: &str,
        person: Option<&str>,
        at: Timestamp,
    ) -> rusqlite::Result<bool> {
        let names =
            [Some(self.of_account(account_id)), person.map(|it| self.of_person(account_id, it))];
        for name in names.iter().flatten() {
            if until(connection, name)?.is_some_and(|until| at.as_millisecond() <= until) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a person was ever purged.
    pub(super) fn knows(
        &self,
        connection: &Connection,
        account_id: &str,
        person: &str,
    ) -> rusqlite::Result<bool> {
        Ok(until(connection, &self.of_person(account_id, person))?.is_some())
    }

    /// Keeps away what a person did until now.
    pub(super) fn put_person(
        &self,
        connection: &Connection,
        account_id: &str,
        person: &str,
        until: i64,
    ) -> rusqlite::Result<()> {
        put(connection, &self.of_person(account_id, person), until)
    }

    /// Keeps away what anybody did at an account until now.
    pub(super) fn put_account(
        &self,
        connection: &Connection,
        account_id: &str,
        until: i64,
    ) -> rusqlite::Result<()> {
        put(connection, &self.of_account(account_id), until)
    }

    /// Keeps away one event that its time does not tell of.
    pub(super) fn put_event(
        &self,
        connection: &Connection,
        key: &EventKey,
    ) -> rusqlite::Result<()> {
        put(connection, &self.of_event(key), 0)
    }

    fn of_person(&self, account_id: &str, person: &str) -> Name {
        self.name("person", [account_id.as_bytes(), person.as_bytes()])
    }

    fn of_account(&self, account_id: &str) -> Name {
        self.name("account", [account_id.as_bytes(), &[]])
    }

    fn of_event(&self, key: &EventKey) -> Name {
        self.name("event", [&key.0, &[]])
    }

    /// A key in place of an event's own, from which nobody learns that.
    pub(super) fn key_in_place_of(&self, key: &EventKey) -> EventKey {
        EventKey(self.name("blank", [&key.0, &[]]))
    }

    fn name(&self, of: &str, parts: [&[u8]; 2]) -> Name {
        let mut hash = Sha256::new();
        for part in [self.key.as_bytes(), of.as_bytes()].into_iter().chain(parts) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let mut name = [0; 16];
        name.copy_from_slice(&hash.finalize()[..16]);
        name
    }
}

fn any(connection: &Connection) -> rusqlite::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM tombstone)";
    connection.prepare_cached(sql)?.query_row([], |row| row.get(0))
}

fn until(connection: &Connection, name: &Name) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT until FROM tombstone WHERE name = ?1";
    connection.prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()
}

fn put(connection: &Connection, name: &Name, until: i64) -> rusqlite::Result<()> {
    let sql = "INSERT INTO tombstone (name, until) VALUES (?1, ?2) \
               ON CONFLICT (name) DO UPDATE SET until = max(until, excluded.until)";
    connection.prepare_cached(sql)?.execute(params![name, until]).map(drop)
}
