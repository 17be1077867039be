//! What must hold of the store whenever somebody writes to it.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;

use super::cipher::Cipher;
use super::error::StoreError;
use super::lock::beside;
use super::schema::{KNOWN, has_keys, version};

/// Looks, around each transaction that writes, whether the files are those of the store still, its schema is
/// ours, and our keys are those of it: all may change under a process that runs for months.
pub(super) struct WriteGuard {
    path: PathBuf,
    /// The store; the log beside it, where what is acknowledged lies first; and the index of that, without
    /// which processes do not see each other.
    files: [(PathBuf, Option<FileId>); 3],
    cipher: Arc<Cipher>,
    /// The canaries that our keys have opened.
    opened: String,
}

/// Device and number of a file.
type FileId = (u64, u64);

impl WriteGuard {
    /// Of the store that was just opened.
    pub(super) fn new(path: &Path, cipher: Arc<Cipher>) -> Self {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let files = [path.to_owned(), beside(&real, "-wal"), beside(&real, "-shm")];
        let files = files.map(|path| {
            let id = id_of(&path);
            (path, id)
        });
        Self { path: path.to_owned(), files, cipher, opened: String::new() }
    }

    /// The connection was opened anew, and perhaps the files beside the store with it.
    pub(super) fn reopened(&mut self) {
        for (_, id) in &mut self.files[1..] {
            *id = None;
        }
    }

    /// Why nothing may be written, if it may not.
    pub(super) fn refuses(&mut self, connection: &Connection) -> rusqlite::Result<Option<Refused>> {
        if self.is_gone() {
            return Ok(Some(Refused::Gone));
        }
        let found = version(connection)?;
        if found > KNOWN {
            return Ok(Some(Refused::NewerSchema { found }));
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

    /// Whether one of the files is not where it was: what is written to it is not found again.
    pub(super) fn is_gone(&mut self) -> bool {
        self.files.iter_mut().any(|(path, was)| {
            let is = id_of(path);
            // Not all are there before the first transaction.
            if was.is_none() {
                *was = is;
            }
            is != *was
        })
    }

    /// The same as an error.
    pub(super) fn error(&self, refused: Refused) -> StoreError {
        let path = self.path.clone();
        match refused {
            Refused::Gone => StoreError::Gone { path },
            Refused::NewerSchema { found } => StoreError::NewerSchema { path, found, known: KNOWN },
            Refused::WrongKey => StoreError::WrongKey { path },
        }
    }
}

/// Why a [`WriteGuard`] lets nothing be written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Refused {
    /// The file is not where it was.
    Gone,
    /// A later igbot has given the store a schema of which this one knows nothing.
    NewerSchema {
        /// Number of its schema.
        found: i64,
    },
    /// The store has another key by now.
    WrongKey,
}

fn id_of(path: &Path) -> Option<FileId> {
    path.metadata().ok().map(|file| (file.dev(), file.ino()))
}
