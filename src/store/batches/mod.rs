//! Files of messages on their way out. Each row is a row of `outgoing`, from the moment on which the
//! file was read.
//!
//! A batch is held by a lock that dies with its process, so that it can be resumed the moment after
//! a crash. Whoever holds it signs the batch, and rows are given to nobody else.

mod load;
mod report;
mod rows;

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use schemars::JsonSchema;
use serde::Serialize;

use super::lock;
use super::outgoing::ENDED_WHILE_SENDING;
use super::status::count_each;
use super::{FileLock, Store, StoreError};
use crate::domain::message::SendState;
pub use load::{BatchRow, Opened, Repeat, RowsDigest};
pub use report::ReportedRow;
pub use rows::{BegunRow, BegunRows, ClosedRow, Fetch, OwnPace, Turned};

/// Why a row was skipped whose batch was given up.
const CANCELLED: &str = "the batch was cancelled";

/// Rows deleted or given up at once, so that nobody waits long.
const AT_ONCE: u32 = 2_000;

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

impl Store {
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

/// Batches that can be resumed, the newest first.
fn open(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT id FROM batch WHERE state = 'open' ORDER BY id DESC LIMIT 10";
    let mut statement = connection.prepare(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
