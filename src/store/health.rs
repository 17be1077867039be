//! What a look at the store tells about how things go.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::OptionalExtension;

use super::columns::{optional_time, time};
use super::{Store, StoreError};

/// What comes in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InboxHealth {
    /// When the last real event came, by the store's own record.
    pub last_real: Option<Timestamp>,
    /// When the last dashboard test came.
    pub last_test: Option<Timestamp>,
    /// Events for accounts that are not linked, of the last thousand.
    pub unmatched: i64,
}

/// The part of the inbox that is not ended, or not well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenWork {
    /// Events that wait.
    pub pending: u64,
    /// Events being handled.
    pub running: u64,
    /// Events given up.
    pub failed: u64,
    /// Events whose reply may or may not have been sent.
    pub unknown: u64,
    /// Comments among those that wait: mostly for a private reply, of which an account may send 750 an hour.
    pub comments: u64,
    /// Since when the oldest waits that is no comment.
    pub oldest: Duration,
}

impl Store {
    /// Looks at what is open or failed; takes as long as that is much, whatever else is stored.
    pub async fn open_work(&self, now: Timestamp) -> Result<OpenWork, StoreError> {
        self.read(move |connection| {
            let count = |which: &str| -> rusqlite::Result<u64> {
                let sql = format!("SELECT count(*) FROM event WHERE state = {which}");
                let count =
                    connection.prepare_cached(&sql)?.query_row([], |row| row.get::<_, i64>(0))?;
                Ok(count.unsigned_abs())
            };
            let comments = count("'pending' AND is_comment = 1")?;
            let sql = "SELECT received_at FROM event WHERE id = \
                           (SELECT min(id) FROM event WHERE state = 'pending' AND is_comment = 0)";
            let oldest = connection.prepare_cached(sql)?.query_row([], |row| time(row, 0));
            let oldest = oldest.optional()?.map(|since| now.duration_since(since));
            Ok(OpenWork {
                pending: count("'pending' AND is_comment = 0")? + comments,
                running: count("'running'")?,
                failed: count("'failed'")?,
                unknown: count("'unknown'")?,
                comments,
                oldest: oldest.and_then(|age| age.try_into().ok()).unwrap_or_default(),
            })
        })
        .await
    }

    /// Why most of the events wait that came before a moment and were put off since, and how many do.
    pub async fn held_up(&self, before: Timestamp) -> Result<Option<(String, u64)>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT reason, count(*) AS count FROM event \
                       WHERE state = 'pending' AND reason IS NOT NULL AND received_at < ?1 \
                       GROUP BY reason ORDER BY count DESC LIMIT 1";
            let most = connection.query_row(sql, [before.as_millisecond()], |row| {
                Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs()))
            });
            Ok(most.optional()?)
        })
        .await
    }

    /// Writes something, to know that the store can be written.
    pub async fn prove_writable(&self, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta (name, value) VALUES ('written_at', ?1) \
                   ON CONFLICT (name) DO UPDATE SET value = ?1";
        self.execute(sql, [now.to_string()]).await
    }

    /// Finds when events last came, and counts those for nobody here.
    pub async fn inbox_health(&self) -> Result<InboxHealth, StoreError> {
        self.read(|connection| {
            let last = |test: bool| {
                let sql = "SELECT received_at FROM event WHERE test = ?1 \
                           AND object = 'instagram' ORDER BY id DESC LIMIT 1";
                connection.query_row(sql, [test], |row| optional_time(row, 0)).optional()
            };
            let unmatched = "SELECT count(*) FROM (SELECT account_id FROM event \
                         WHERE NOT test AND object = 'instagram' ORDER BY id DESC LIMIT 1000) \
                     WHERE account_id NOT IN (SELECT account_id FROM account \
                         UNION SELECT app_scoped_id FROM account)";
            Ok(InboxHealth {
                last_real: last(false)?.flatten(),
                last_test: last(true)?.flatten(),
                unmatched: connection.query_row(unmatched, [], |row| row.get(0))?,
            })
        })
        .await
    }
}
