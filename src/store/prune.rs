//! Forgetting what is old, and giving its room back.

use std::path::Path;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OpenFlags, params};
use schemars::JsonSchema;
use serde::Serialize;

use super::lock::{self, FileLock};
use super::status::free_bytes;
use super::writer::Access;
use super::{PAUSE, Store, StoreError, schema};

/// The youngest age that may be pruned.
///
/// Three things look back at rows. Instagram repeats a delivery for 36 hours, and its key must still
/// be known then. A messaging window is open for 24 hours, for an answer by a person 7 days, after
/// the customer's last message. And open work refers to what it answers; that is never deleted,
/// however old.
pub const SHORTEST: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// How much longer a deletion is remembered than messages are, so that none outlives its deletion.
/// The two may arrive in any order, as far apart as Instagram repeats a delivery: 36 hours.
const DELETIONS_LONGER: SignedDuration = SignedDuration::from_hours(48);

/// Rows looked at and deleted at once, so that nobody waits long.
const BATCH: u32 = 500;

/// Pages given back at once.
const PAGES: u32 = 512;

/// What pruning took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pruned {
    /// Events.
    pub events: u64,
    /// Outgoing messages.
    pub outgoing: u64,
    /// Logins that ran out.
    pub logins: u64,
    /// By how much the files became shorter.
    pub bytes_given_back: u64,
    /// What is free inside the file, for new rows.
    pub free_bytes: u64,
    /// Whether the file is of a kind that can be shortened while others use it.
    pub shrinks: bool,
}

/// Rows of a table that may go.
#[derive(Clone, Copy)]
struct Old {
    table: &'static str,
    /// Which, as SQL, given the youngest time of a row and of a deletion.
    which: fn(i64, i64) -> String,
}

/// The newest event stays, so that no row number is ever given twice: bots have seen it, and
/// `outgoing` refers to it. Open work stays. So does the deletion of a message that is open work.
const OLD_EVENTS: Old = Old {
    table: "event",
    which: |before, deletions| {
        format!(
            "received_at < {before} AND state NOT IN ('pending', 'running') \
             AND id < (SELECT max(id) FROM event) \
             AND (kind <> 'message_deleted' OR received_at < {deletions} \
                 AND mid NOT IN (SELECT mid FROM event WHERE state = 'pending' AND mid IS NOT NULL \
                     UNION SELECT mid FROM event WHERE state = 'running' AND mid IS NOT NULL))"
        )
    },
};

/// A send that goes on stays, one that shows that a reply to open work was begun, and the rows of a batch that
/// is to be reported yet.
const OLD_OUTGOING: Old = Old {
    table: "outgoing",
    which: |before, _| {
        format!(
            "created_at < {before} AND state NOT IN ('sending', 'waiting') AND NOT EXISTS \
                 (SELECT 1 FROM event WHERE event.id = abs(outgoing.event_id) \
                     AND event.state IN ('pending', 'running')) \
             AND NOT EXISTS (SELECT 1 FROM batch \
                 WHERE batch.id = outgoing.batch_id AND batch.state <> 'done')"
        )
    },
};

impl Store {
    /// Deletes events and outgoing messages that are older than `age`, but at least [`SHORTEST`],
    /// and logins that ran out; then gives free pages back as far as others allow.
    ///
    /// The age of an event is counted from when it was stored; its own time is Instagram's word.
    /// `progress` is told how many rows were looked at, of about how many.
    ///
    /// # Errors
    /// What was deleted before an error stays deleted.
    pub async fn prune(
        &self,
        age: Duration,
        now: Timestamp,
        dry_run: bool,
        progress: impl Fn(u64, u64),
    ) -> Result<Pruned, StoreError> {
        let age = SignedDuration::try_from(age.max(SHORTEST)).unwrap_or(SignedDuration::MAX);
        let before = now.checked_sub(age).unwrap_or(Timestamp::MIN);
        let (total, length) = (self.sealed_count().await?, self.length());
        let mut pruned = Pruned::default();
        let mut seen = 0;
        let mut look = |rows| {
            seen += rows;
            progress(seen, total);
        };
        pruned.events = self.prune_table(OLD_EVENTS, before, dry_run, &mut look).await?;
        pruned.outgoing = self.prune_table(OLD_OUTGOING, before, dry_run, &mut look).await?;
        pruned.logins = self.prune_logins(now, dry_run).await?;
        if !dry_run {
            self.give_back().await?;
        }
        let (free_bytes, auto_vacuum): (u64, i64) =
            self.read(|connection| Ok((free_bytes(connection)?, auto_vacuum(connection)?))).await?;
        let bytes_given_back = length.saturating_sub(self.length());
        Ok(Pruned { bytes_given_back, free_bytes, shrinks: auto_vacuum != 0, ..pruned })
    }

    async fn prune_table(
        &self,
        old: Old,
        before: Timestamp,
        dry_run: bool,
        look: &mut impl FnMut(u64),
    ) -> Result<u64, StoreError> {
        let table = old.table;
        let deletions = before.checked_sub(DELETIONS_LONGER).unwrap_or(Timestamp::MIN);
        let which = (old.which)(before.as_millisecond(), deletions.as_millisecond());
        let end = format!(
            "SELECT count(*), max(id) FROM \
                 (SELECT id FROM {table} WHERE id > ?1 ORDER BY id LIMIT {BATCH})"
        );
        let goes = format!("FROM {table} WHERE id > ?1 AND id <= ?2 AND ({which})");
        let (mut after, mut count) = (i64::MIN, 0);
        loop {
            let (end, old) = (end.clone(), format!("SELECT count(*) {goes}"));
            // Looking is done outside of the write lock: most rows may have to stay.
            let (rows, last, found) = self
                .read(move |connection| {
                    let (rows, last): (i64, Option<i64>) = connection
                        .prepare_cached(&end)?
                        .query_row([after], |row| Ok((row.get(0)?, row.get(1)?)))?;
                    let found: i64 = connection
                        .prepare_cached(&old)?
                        .query_row(params![after, last], |row| row.get(0))?;
                    Ok((rows.unsigned_abs(), last, found.unsigned_abs()))
                })
                .await?;
            let Some(last) = last else { return Ok(count) };
            if dry_run {
                count += found;
            } else if found > 0 {
                let sql = format!("DELETE {goes}");
                count += self
                    .write(move |connection| {
                        let mut statement = connection.prepare_cached(&sql)?;
                        Ok(statement.execute([after, last])? as u64)
                    })
                    .await?;
                tokio::time::sleep(PAUSE).await;
            }
            look(rows);
            after = last;
        }
    }

    /// Forgets logins that ran out. One that has ended stays until then: somebody may still wait to
    /// learn how.
    async fn prune_logins(&self, now: Timestamp, dry_run: bool) -> Result<u64, StoreError> {
        let now = now.as_millisecond();
        if dry_run {
            let sql = "SELECT count(*) FROM login WHERE expires_at < ?1";
            let count = self.read(move |connection| {
                Ok(connection.query_row(sql, [now], |row| row.get::<_, i64>(0))?)
            });
            return Ok(count.await?.unsigned_abs());
        }
        let sql = "DELETE FROM login WHERE expires_at < ?1";
        self.write(move |connection| Ok(connection.execute(sql, [now])? as u64)).await
    }

    /// Moves free pages to the end of the file and cuts them off, where the file is of that kind.
    async fn give_back(&self) -> Result<(), StoreError> {
        loop {
            let freed = self
                .queue(Access::Alone, |connection| {
                    let before = free_bytes(connection)?;
                    let mut statement =
                        connection.prepare(&format!("PRAGMA incremental_vacuum({PAGES})"))?;
                    let mut rows = statement.query([])?;
                    while rows.next()?.is_some() {}
                    Ok(before.saturating_sub(free_bytes(connection)?))
                })
                .await;
            match freed {
                Ok(0) => break,
                Ok(_) => tokio::time::sleep(PAUSE).await,
                // What others do goes first; the pages are there for the next time.
                Err(StoreError::Locked) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        // A reader has its turn first. The file is cut with a later checkpoint.
        self.checkpoint().await.map(drop)
    }

    /// Rebuilds a store that was made before its kind could be shortened, if nobody has it open.
    /// Gives the number of bytes given back, or `None` if it was not possible now.
    ///
    /// # Errors
    /// SQLite fails, for instance for want of room: it needs as much again as the store has.
    pub fn rebuild(path: &Path) -> Result<Option<u64>, StoreError> {
        let lock = FileLock::exclusive(&lock::of_store(path));
        let lock = lock.map_err(|error| StoreError::unavailable(path, error))?;
        let Some(_lock) = lock else { return Ok(None) };
        let before = super::status::length(path);
        let connection = schema::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .map_err(|error| schema::at(path, error))?;
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
        match connection.execute_batch("VACUUM").map_err(StoreError::from) {
            // Something that is not igbot has it open.
            Err(StoreError::Locked) => return Ok(None),
            done => done?,
        }
        connection.close().map_err(|(_, error)| error)?;
        Ok(Some(before.saturating_sub(super::status::length(path))))
    }
}

fn auto_vacuum(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "auto_vacuum", |row| row.get(0))
}
