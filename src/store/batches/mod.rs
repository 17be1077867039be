//! Files of messages on their way out. Each row is a row of `outgoing`, from the moment on which the
//! file was read.
//!
//! A batch is held by a lock that dies with its process, so that it can be resumed the moment after
//! a crash. Whoever holds it signs the batch, and rows are given to nobody else.

mod report;
mod rows;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::lock;
use super::outgoing::{
    AS_JSON, ENDED_WHILE_SENDING, NewRow, RecordedSend, UNKNOWN_BEFORE, earlier, hash,
};
use super::status::count_each;
use super::{FileLock, Store, StoreError};
use crate::domain::id::AccountId;
use crate::domain::message::{OutgoingMessage, Recipient, SendState};
pub use report::ReportedRow;
pub use rows::{BegunRow, BegunRows, ClosedRow, Fetch, OwnPace, Turned};

/// Why a row was skipped whose batch was given up.
const CANCELLED: &str = "the batch was cancelled";

/// Rows deleted or given up at once, so that nobody waits long.
const AT_ONCE: u32 = 2_000;

/// A row of a file, checked.
#[derive(Debug, Clone)]
pub struct BatchRow {
    /// Sixteen random bytes that name it.
    pub key: [u8; 16],
    /// Where it stands in the file, from 1.
    pub line: i64,
    /// To whom.
    pub recipient: Recipient,
    /// What to send.
    pub message: OutgoingMessage,
    /// Under which it is sent once.
    pub dedupe_key: Option<String>,
}

/// A batch as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchStatus {
    /// Number of the batch.
    pub id: i64,
    /// The account.
    pub account_id: String,
    /// The path of its file; `-` for standard input and other pipes.
    pub source: String,
    /// Whether the whole file was read.
    pub loaded: bool,
    /// Rows of each state; those that were skipped because the batch was given up are `cancelled`.
    pub rows: BTreeMap<String, i64>,
}

impl BatchStatus {
    /// Rows of a state.
    pub fn count(&self, state: SendState) -> i64 {
        self.rows.get(state.as_str()).copied().unwrap_or_default()
    }

    /// Rows that were given up with their batch.
    pub fn cancelled(&self) -> i64 {
        self.rows.get("cancelled").copied().unwrap_or_default()
    }

    /// All rows.
    pub fn total(&self) -> i64 {
        self.rows.values().sum()
    }

    /// Whether there are rows whose end is yet to come.
    pub fn waits(&self) -> bool {
        self.count(SendState::Waiting) + self.count(SendState::Sending) > 0
    }
}

/// Whether rows are sent that another batch sends or has sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Not if they have ever been sent.
    Never,
    /// If that batch came to its end before this one began.
    AfterEnd,
    /// In any case.
    Always,
}

/// What came of the wish to open a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// It is open.
    Open,
    /// Another process is sending the same file or rows.
    Running {
        /// The number of its batch.
        id: i64,
    },
    /// Another batch of the same file or rows was stopped before its end.
    Stopped {
        /// Number of the batch.
        id: i64,
    },
    /// Another batch has sent the same rows.
    Ended {
        /// Number of the batch.
        id: i64,
    },
}

/// What tells the rows of one file from those of another.
#[derive(Clone, Default)]
pub struct RowsDigest(Sha256);

impl RowsDigest {
    /// Adds a part of which the messages are made.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update((part.len() as u64).to_be_bytes());
        self.0.update(part);
    }

    fn end(&self) -> [u8; 16] {
        let mut short = [0; 16];
        short.copy_from_slice(&self.0.clone().finalize()[..16]);
        short
    }
}

impl Store {
    /// Starts a batch, which is held from then on.
    pub async fn begin_batch(
        &self,
        account_id: &AccountId,
        source: &str,
        owner: &str,
        now: Timestamp,
    ) -> Result<(i64, FileLock), StoreError> {
        let values = (account_id.to_string(), source.to_owned(), owner.to_owned());
        let path = self.path.clone();
        self.write(move |connection| {
            connection.execute(
                "INSERT INTO batch (account_id, state, source, owner, created_at) \
                 VALUES (?1, 'loading', ?2, ?3, ?4)",
                params![values.0, values.1, values.2, now.as_millisecond()],
            )?;
            let id = connection.last_insert_rowid();
            // Locked before others can see it and take it for one that was left behind.
            let lock = take_lock(&path, id)?.ok_or(StoreError::BatchHeld { id })?;
            Ok((id, lock))
        })
        .await
    }

    /// Forgets batches whose process ended while it read their file, with the keys that their rows
    /// hold.
    pub async fn forget_unread_batches(&self) -> Result<(), StoreError> {
        let ids: Vec<i64> = self
            .read(|connection| {
                let mut statement =
                    connection.prepare("SELECT id FROM batch WHERE state = 'loading'")?;
                Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
            })
            .await?;
        for id in ids {
            if let Some(_lock) = take_lock(&self.path, id)? {
                self.drop_batch(id).await?;
            }
        }
        Ok(())
    }

    /// Adds rows to a batch that is being loaded. One whose key was used before is not sent again; those with
    /// the key of another message of the same batch are told, by their lines and that of the other.
    ///
    /// # Errors
    /// [`StoreError::NoBatch`] if the account was purged meanwhile, and its batch with it.
    pub async fn load_rows(
        &self,
        batch_id: i64,
        account_id: &AccountId,
        rows: Vec<BatchRow>,
        now: Timestamp,
    ) -> Result<Vec<(i64, i64)>, StoreError> {
        let account_id = account_id.to_string();
        let mut sealed = Vec::with_capacity(rows.len());
        for row in rows {
            let dedupe = row.dedupe_key.as_deref().map(hash);
            let new = NewRow::seal(&self.cipher, row.key, &row.recipient, &row.message, now)?;
            sealed.push((row.line, dedupe, new));
        }
        let cipher = Arc::clone(&self.cipher);
        self.write(move |connection| {
            must_load(connection, batch_id)?;
            let mut insert = connection.prepare_cached(
                "INSERT INTO outgoing (key, account_id, recipient_id, kind, state, reason, \
                     created_at, updated_at, body, form, dedupe, batch_id, line) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?;
            let mut holder = connection.prepare_cached(
                "SELECT line FROM outgoing WHERE account_id = ?1 AND dedupe = ?2 AND batch_id = ?3",
            )?;
            let mut clashes = Vec::new();
            for (line, dedupe, row) in sealed {
                let before = match &dedupe {
                    Some(dedupe) => earlier(connection, &cipher, &account_id, dedupe, &row),
                    None => Ok(None),
                };
                if let Err(StoreError::KeyUsed) = before {
                    let held = params![account_id, dedupe, batch_id];
                    let other = holder.query_row(held, |row| row.get(0)).optional()?;
                    clashes.extend(other.map(|other| (line, other)));
                }
                let (state, reason) = state_of_new(batch_id, before)?;
                insert.execute(params![
                    row.key,
                    account_id,
                    row.recipient_id,
                    row.kind,
                    state.as_str(),
                    reason,
                    now.as_millisecond(),
                    row.body,
                    AS_JSON,
                    dedupe.filter(|_| state == SendState::Waiting),
                    batch_id,
                    line,
                ])?;
            }
            Ok(clashes)
        })
        .await
    }

    /// Opens a batch whose file was read to its end: from now on it can be resumed. `repeat` says which other
    /// batch of the same file or rows keeps it from that.
    ///
    /// # Errors
    /// [`StoreError::NoBatch`] if its account was purged meanwhile.
    pub async fn open_batch(
        &self,
        batch_id: i64,
        digest: &RowsDigest,
        repeat: Repeat,
    ) -> Result<Opened, StoreError> {
        let (path, digest) = (self.path.clone(), digest.end());
        self.write(move |connection| {
            must_load(connection, batch_id)?;
            if repeat != Repeat::Always {
                let same = same_batches(connection, batch_id, &digest)?;
                for &id in &same {
                    if take_lock(&path, id)?.is_some() {
                        return Ok(Opened::Stopped { id });
                    }
                }
                if let Some(&id) = same.first() {
                    return Ok(Opened::Running { id });
                }
                if let Some(id) = ended(connection, batch_id, &digest, repeat)? {
                    return Ok(Opened::Ended { id });
                }
            }
            let sql = "UPDATE batch SET state = 'open', digest = ?2 \
                       WHERE id = ?1 AND state = 'loading'";
            connection.execute(sql, params![batch_id, digest])?;
            Ok(Opened::Open)
        })
        .await
    }

    /// Forgets a batch whose file was not read to its end; any other stays as it is.
    ///
    /// # Errors
    /// After any error what is left of it is never sent.
    pub async fn drop_batch(&self, batch_id: i64) -> Result<(), StoreError> {
        loop {
            let deleted = self
                .write(move |connection| {
                    // Looked at each time: another process may have ended its file meanwhile.
                    let sql = "DELETE FROM outgoing WHERE id IN \
                                   (SELECT id FROM outgoing WHERE batch_id = ?1 AND EXISTS \
                                       (SELECT 1 FROM batch WHERE id = ?1 AND state = 'loading') \
                                    LIMIT ?2)";
                    Ok(connection.execute(sql, params![batch_id, AT_ONCE])?)
                })
                .await?;
            if deleted < AT_ONCE as usize {
                break;
            }
        }
        self.write(move |connection| {
            let sql = "DELETE FROM batch WHERE id = ?1 AND state = 'loading'";
            connection.execute(sql, [batch_id])?;
            Ok(())
        })
        .await?;
        self.remove_batch_lock(batch_id);
        Ok(())
    }

    /// Takes a batch over from a process that is gone: what it was sending has an unknown outcome.
    ///
    /// # Errors
    /// [`StoreError::BatchHeld`] while another process works on it. A number that no batch has is
    /// no error.
    pub async fn resume_batch(
        &self,
        batch_id: i64,
        owner: &str,
        now: Timestamp,
    ) -> Result<FileLock, StoreError> {
        let lock = take_lock(&self.path, batch_id)?;
        let lock = lock.ok_or(StoreError::BatchHeld { id: batch_id })?;
        let owner = owner.to_owned();
        self.write(move |connection| {
            let sql = "UPDATE batch SET owner = ?2 WHERE id = ?1";
            connection.execute(sql, params![batch_id, owner])?;
            let sql = "UPDATE outgoing SET state = 'unknown', updated_at = ?2, reason = ?3 \
                       WHERE batch_id = ?1 AND state = 'sending'";
            let values = params![batch_id, now.as_millisecond(), ENDED_WHILE_SENDING];
            connection.execute(sql, values)?;
            Ok(())
        })
        .await?;
        Ok(lock)
    }

    /// Gives up what waits in a batch, and sets its keys free. What was being sent when its process ended
    /// has an unknown outcome.
    ///
    /// # Errors
    /// [`StoreError::BatchHeld`] while another process works on it. Rows that were given up before
    /// an error stay given up.
    pub async fn cancel_batch(
        &self,
        batch_id: i64,
        owner: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let _lock = self.resume_batch(batch_id, owner, now).await?;
        loop {
            let given_up = self
                .write(move |connection| {
                    let sql = "UPDATE outgoing SET state = 'skipped', updated_at = ?2, \
                                   reason = ?4, dedupe = NULL \
                               WHERE id IN (SELECT id FROM outgoing \
                                   WHERE batch_id = ?1 AND state = 'waiting' LIMIT ?3)";
                    let values = params![batch_id, now.as_millisecond(), AT_ONCE, CANCELLED];
                    Ok(connection.execute(sql, values)?)
                })
                .await?;
            if given_up < AT_ONCE as usize {
                break;
            }
        }
        self.close_batch(batch_id, now).await
    }

    /// How a batch stands.
    ///
    /// # Errors
    /// [`StoreError::NoBatch`] if there is none.
    pub async fn batch(&self, batch_id: i64) -> Result<BatchStatus, StoreError> {
        self.read(move |connection| status(connection, batch_id)).await
    }

    /// How the batches stand that are not finished, the newest first.
    pub async fn open_batches(&self) -> Result<Vec<BatchStatus>, StoreError> {
        self.read(|connection| {
            let mut statement =
                connection.prepare("SELECT id FROM batch WHERE state = 'open' ORDER BY id DESC")?;
            let ids = statement.query_map([], |row| row.get(0))?;
            ids.map(|id| status(connection, id?)).collect()
        })
        .await
    }

    /// Ends a batch, unless something of it waits still.
    pub async fn close_batch(&self, batch_id: i64, now: Timestamp) -> Result<(), StoreError> {
        let closed = self
            .write(move |connection| {
                let sql = "UPDATE batch SET state = 'done', ended_at = coalesce(ended_at, ?2) \
                           WHERE id = ?1 AND NOT EXISTS \
                               (SELECT 1 FROM outgoing WHERE batch_id = ?1 \
                                   AND state IN ('waiting', 'sending'))";
                Ok(connection.execute(sql, params![batch_id, now.as_millisecond()])? > 0)
            })
            .await?;
        if closed {
            self.remove_batch_lock(batch_id);
        }
        Ok(())
    }

    /// Removes the lock of a batch under which nobody has anything to do any more.
    fn remove_batch_lock(&self, id: i64) {
        let _ = std::fs::remove_file(lock::of_batch(&self.path, id));
    }
}

fn status(connection: &Connection, batch_id: i64) -> Result<BatchStatus, StoreError> {
    let sql = "SELECT account_id, source, state FROM batch WHERE id = ?1";
    let found = connection
        .query_row(sql, [batch_id], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))
        .optional()?;
    let Some((account_id, source, state)) = found else {
        return Err(StoreError::NoBatch { id: batch_id, open: open(connection)? });
    };
    let sql = "SELECT iif(state = 'skipped' AND reason = ?2, 'cancelled', state) \
               FROM outgoing WHERE batch_id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = count_each(statement.query(params![batch_id, CANCELLED])?)?;
    Ok(BatchStatus { id: batch_id, account_id, source, loaded: state != "loading", rows })
}

/// Takes the lock of a batch; `None` while another process has it.
fn take_lock(store: &Path, id: i64) -> Result<Option<FileLock>, StoreError> {
    let path = lock::of_batch(store, id);
    FileLock::exclusive(&path).map_err(|error| StoreError::unavailable(&path, error))
}

/// The batches of the file of this one, or with its rows, that have not come to their end, the newest first:
/// some rows wait or are being sent, or nobody has been told yet how all of them ended. A file that was
/// corrected meanwhile has other rows and mostly the same people.
fn same_batches(
    connection: &Connection,
    batch_id: i64,
    digest: &[u8; 16],
) -> rusqlite::Result<Vec<i64>> {
    let mut statement = connection.prepare(
        "SELECT batch.id FROM batch JOIN batch AS this ON this.id = ?1 \
         WHERE batch.account_id = this.account_id AND batch.state = 'open' \
             AND (batch.digest = ?2 OR batch.source = this.source AND this.source <> '-') \
         ORDER BY batch.id DESC",
    )?;
    let found = statement.query_map(params![batch_id, digest], |row| row.get(0))?;
    found.collect()
}

/// The newest batch of the same rows that has ended: while this one was read, as when a script was started
/// twice, or ever, if it reached somebody.
fn ended(
    connection: &Connection,
    batch_id: i64,
    digest: &[u8; 16],
    repeat: Repeat,
) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT batch.id FROM batch JOIN batch AS this ON this.id = ?1 \
               WHERE batch.account_id = this.account_id AND batch.state = 'done' \
                   AND batch.digest = ?2 AND (batch.ended_at >= this.created_at \
                       OR ?3 AND EXISTS (SELECT 1 FROM outgoing WHERE batch_id = batch.id \
                           AND outgoing.state IN ('sent', 'unknown'))) \
               ORDER BY batch.id DESC LIMIT 1";
    let ever = repeat == Repeat::Never;
    connection.query_row(sql, params![batch_id, digest, ever], |row| row.get(0)).optional()
}

/// A batch that is being loaded may be gone with its account.
fn must_load(connection: &Connection, id: i64) -> Result<(), StoreError> {
    let sql = "SELECT 1 FROM batch WHERE id = ?1 AND state = 'loading'";
    match connection.prepare_cached(sql)?.exists([id])? {
        true => Ok(()),
        false => Err(StoreError::NoBatch { id, open: open(connection)? }),
    }
}

/// The state of a new row, and why it is not to be sent, by what is known of its key from before.
fn state_of_new(
    batch_id: i64,
    before: Result<Option<RecordedSend>, StoreError>,
) -> Result<(SendState, Option<String>), StoreError> {
    let before = match before {
        Ok(None) => return Ok((SendState::Waiting, None)),
        Ok(Some(before)) => before.state,
        // What became of it is told of that line.
        Err(StoreError::KeyWaits { batch_id: id, line }) if id == batch_id => {
            return Ok((SendState::Skipped, Some(format!("line {line} has the same key"))));
        }
        Err(error @ (StoreError::KeyUsed | StoreError::KeyWaits { .. })) => {
            return Ok((SendState::Refused, Some(error.to_string())));
        }
        Err(error) => return Err(error),
    };
    let told = format!("it was asked for before under its key: {}", before.as_str());
    Ok(match before {
        SendState::Sending | SendState::Unknown => {
            (SendState::Unknown, Some(UNKNOWN_BEFORE.to_owned()))
        }
        SendState::Refused => (SendState::Refused, Some(told)),
        _ => (SendState::Skipped, Some(told)),
    })
}

/// Batches that can be resumed, the newest first.
fn open(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT id FROM batch WHERE state = 'open' ORDER BY id DESC LIMIT 10";
    let mut statement = connection.prepare(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
