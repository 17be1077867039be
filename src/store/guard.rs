//! What must hold of the store whenever somebody writes to it.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;

use super::cipher::Cipher;
use super::error::StoreError;
use super::lock::beside;
use super::schema::has_keys;

/// Looks, within each transaction that writes, whether the file is the store still, and our keys are those of it:
/// both may change under a process that runs for months.
pub(super) struct WriteGuard {
    path: PathBuf,
    /// Device and number of the file.
    place: Option<(u64, u64)>,
    /// The log beside it, where what is acknowledged lies first, and the same of that once it is there.
    log: (PathBuf, Option<(u64, u64)>),
    cipher: Arc<Cipher>,
    /// The canaries that our keys have opened.
    opened: String,
}

impl WriteGuard {
    /// Of the store that was just opened.
    pub(super) fn new(path: &Path, cipher: Arc<Cipher>) -> Self {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let log = (beside(&real, "-wal"), None);
        Self { path: path.to_owned(), place: place(path), log, cipher, opened: String::new() }
    }

    /// The connection was opened anew, and perhaps the log with it.
    pub(super) fn reopened(&mut self) {
        self.log.1 = None;
    }

    /// Why nothing may be written, if it may not.
    pub(super) fn refuses(&mut self, connection: &Connection) -> rusqlite::Result<Option<Refused>> {
        if self.place.is_some() && place(&self.path) != self.place {
            return Ok(Some(Refused::Gone));
        }
        let log = place(&self.log.0);
        match self.log.1 {
            None => self.log.1 = log,
            was if was != log => return Ok(Some(Refused::Gone)),
            Some(_) => {}
        }
        let sql = "SELECT group_concat(value) FROM meta WHERE name IN ('canary', 'next_canary')";
        let now: Option<String> =
            connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        let now = now.unwrap_or_default();
        if now == self.opened {
            return Ok(None);
        }
        if has_keys(connection, &self.cipher)? {
            self.opened = now;
            return Ok(None);
        }
        Ok(Some(Refused::WrongKey))
    }

    /// The same as an error.
    pub(super) fn error(&self, refused: Refused) -> StoreError {
        let path = self.path.clone();
        match refused {
            Refused::Gone => StoreError::Gone { path },
            Refused::WrongKey => StoreError::WrongKey { path },
        }
    }
}

/// Why a [`WriteGuard`] lets nothing be written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Refused {
    /// The file is not where it was.
    Gone,
    /// The store has another key by now.
    WrongKey,
}

fn place(path: &Path) -> Option<(u64, u64)> {
    path.metadata().ok().map(|file| (file.dev(), file.ino()))
}
