//! Who sends a message of its own: a lock that all who do share, so that one that was killed is told
//! from one that is at work.
//!
//! Replies have the lease of their event for this, and the rows of a batch its lock.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, params};

use super::lock::{self, FileLock};
use super::outgoing::ENDED_WHILE_SENDING;
use super::{Store, StoreError};

/// How long a sender waits for one who looks at what others left.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long one who looks waits for others that write, with every sender waiting for it.
const GLANCE: Duration = Duration::from_millis(100);

/// Sends of single messages that have no recorded end, as SQL.
const OPEN: &str = "state = 'sending' AND event_id IS NULL AND batch_id IS NULL";

impl Store {
    /// Tells other processes, for as long as it is held, that a message is on its way.
    ///
    /// # Errors
    /// The lock file beside the store cannot be made.
    pub fn sender_lock(&self) -> Result<FileLock, StoreError> {
        let path = lock::of_senders(&self.path);
        match FileLock::wait(&path, PATIENCE, FileLock::shared) {
            Ok(Some(lock)) => Ok(lock),
            Ok(None) => Err(StoreError::Locked),
            Err(error) => Err(StoreError::unavailable(&path, error)),
        }
    }
}

/// Marks the sends of killed processes `unknown`. Does nothing while any process holds the senders' lock, because
/// an open row may be its own.
///
/// # Errors
/// Another process writes for longer than [`GLANCE`].
pub(super) fn give_up_killed(connection: &Connection, store: &Path) -> rusqlite::Result<()> {
    connection.busy_timeout(GLANCE)?;
    if !connection.prepare(&format!("SELECT 1 FROM outgoing WHERE {OPEN}"))?.exists([])? {
        return Ok(());
    }
    let Ok(Some(_alone)) = FileLock::exclusive(&lock::of_senders(store)) else { return Ok(()) };
    // The time stays that of the last word of it.
    let sql = format!("UPDATE outgoing SET state = 'unknown', reason = ?1 WHERE {OPEN}");
    connection.execute(&sql, params![ENDED_WHILE_SENDING])?;
    Ok(())
}
