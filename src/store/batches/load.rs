//! Batches whose file is being read: nothing of them is sent before its end.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest as _, Sha256};

use super::{AT_ONCE, open, take_lock};
use crate::domain::id::AccountId;
use crate::domain::message::{OutgoingMessage, Recipient, SendState};
use crate::store::outgoing::{AS_JSON, NewRow, RecordedSend, UNKNOWN_BEFORE, earlier, hash};
use crate::store::{FileLock, Store, StoreError};

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
