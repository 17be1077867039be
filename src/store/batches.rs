//! Files of messages on their way out. Each row is a row of `outgoing`, from the moment on which the
//! file was read.
//!
//! A batch is held by a lock that dies with its process, so that it can be resumed the moment after
//! a crash. Whoever holds it signs the batch, and rows are given to nobody else.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use zeroize::Zeroizing;

use super::conversations::last_opening;
use super::inbox::row_name;
use super::lock;
use super::outgoing::{AS_JSON, NewRow, body_place, hash, read};
use super::rate::Turnstile;
use super::{FileLock, Store, StoreError};
use crate::domain::account::Account;
use crate::domain::event::EventKey;
use crate::domain::id::AccountId;
use crate::domain::message::{Kind, OutgoingMessage, Recipient, SendState};
use crate::domain::rate::{Bucket, Pace};
use crate::domain::window::{Window, WindowState};

/// Rows that are read at once for a report.
const PAGE: u32 = 500;

/// Rows deleted at once, so that nobody waits long.
const DELETED: u32 = 2_000;

/// A row of a file, checked.
#[derive(Debug, Clone)]
pub struct BatchRow {
    /// Sixteen random bytes that name it.
    pub key: [u8; 16],
    /// Where it stands in the file, from 1.
    pub line: i64,
    /// To whom.
    pub recipient: Recipient,
    /// What.
    pub message: OutgoingMessage,
    /// Under which it is sent once.
    pub dedupe_key: Option<String>,
}

/// A batch as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BatchStatus {
    /// Its number.
    pub id: i64,
    /// The account.
    pub account_id: String,
    /// The name of its file.
    pub source: String,
    /// Whether the whole file was read.
    pub loaded: bool,
    /// Rows of each state.
    pub rows: BTreeMap<String, i64>,
}

impl BatchStatus {
    /// Rows of a state.
    pub fn count(&self, state: SendState) -> i64 {
        self.rows.get(state.as_str()).copied().unwrap_or_default()
    }

    /// All rows.
    pub fn total(&self) -> i64 {
        self.rows.values().sum()
    }
}

/// A row that is written down as being sent.
pub struct BegunRow {
    /// Its row in the store.
    pub id: i64,
    /// Where it stands in the file.
    pub line: i64,
    /// To whom.
    pub recipient: Recipient,
    /// Not before this.
    pub start: Timestamp,
    key: [u8; 16],
    body: String,
}

/// A row that was refused before Instagram was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedRow {
    /// Where it stands in the file.
    pub line: i64,
    /// To whom.
    pub recipient: Recipient,
    /// Why.
    pub reason: String,
}

/// What there is to do next.
#[derive(Default)]
pub struct BegunRows {
    /// Rows to be sent.
    pub rows: Vec<BegunRow>,
    /// Rows whose messaging window is closed: refused.
    pub closed: Vec<ClosedRow>,
    /// If Instagram's limits leave no room for more: until when.
    pub room_at: Option<Timestamp>,
    /// Nothing waits behind these.
    pub last: bool,
}

/// Which rows to begin, and under which rules.
#[derive(Debug, Clone, Copy)]
pub struct Want<'a> {
    /// The batch.
    pub batch_id: i64,
    /// Who signed it.
    pub owner: &'a str,
    /// Rows after this one.
    pub after: i64,
    /// At most so many.
    pub count: usize,
    /// How fast, if not as fast as Instagram allows.
    pub pace: Option<Pace>,
    /// Whether that may be faster: Instagram is a box on this machine.
    pub unlimited: bool,
    /// How far off their turns may be.
    pub horizon: SignedDuration,
    /// Whether a closed messaging window keeps a row back.
    pub enforce_window: bool,
}

/// A row as a report tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedRow {
    /// Where it stands in the file.
    pub line: i64,
    /// How it stands.
    pub state: SendState,
    /// To whom.
    pub recipient_id: String,
    /// Instagram's id of the message.
    pub mid: Option<String>,
    /// Why it was not sent, or why nobody knows.
    pub reason: Option<String>,
}

impl Store {
    /// Starts a batch, which is held from then on.
    ///
    /// # Errors
    /// As for every write.
    pub async fn begin_batch(
        &self,
        account_id: &AccountId,
        source: &str,
        owner: &str,
        now: Timestamp,
    ) -> Result<(i64, FileLock), StoreError> {
        let values = (account_id.to_string(), source.to_owned(), owner.to_owned());
        let id = self
            .write(move |connection| {
                connection.execute(
                    "INSERT INTO batch (account_id, state, source, owner, created_at) \
                     VALUES (?1, 'loading', ?2, ?3, ?4)",
                    params![values.0, values.1, values.2, now.as_millisecond()],
                )?;
                Ok(connection.last_insert_rowid())
            })
            .await?;
        let lock = self.batch_lock(id)?.ok_or(StoreError::BatchHeld { id })?;
        Ok((id, lock))
    }

    /// Adds rows to a batch that is being loaded. One whose key was used before is not sent again.
    ///
    /// # Errors
    /// As for every write.
    pub async fn load_rows(
        &self,
        batch_id: i64,
        account_id: &AccountId,
        rows: Vec<BatchRow>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let account_id = account_id.to_string();
        let mut sealed = Vec::with_capacity(rows.len());
        for row in rows {
            let dedupe = row.dedupe_key.as_deref().map(hash);
            let new = NewRow::seal(&self.cipher, row.key, &row.recipient, &row.message, now)?;
            sealed.push((row.line, dedupe, new));
        }
        self.write(move |connection| {
            let mut taken = connection
                .prepare_cached("SELECT 1 FROM outgoing WHERE account_id = ?1 AND dedupe = ?2")?;
            let mut insert = connection.prepare_cached(
                "INSERT INTO outgoing (key, account_id, recipient_id, kind, state, reason, \
                     created_at, updated_at, body, form, dedupe, batch_id, line) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?;
            for (line, dedupe, row) in sealed {
                let known = match &dedupe {
                    Some(dedupe) => taken.exists(params![account_id, dedupe])?,
                    None => false,
                };
                let (state, reason) = match known {
                    true => (SendState::Skipped, Some("a message was sent under its key before")),
                    false => (SendState::Waiting, None),
                };
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
                    dedupe.filter(|_| !known),
                    batch_id,
                    line,
                ])?;
            }
            Ok(())
        })
        .await
    }

    /// Opens a batch whose file was read to its end: from now on it can be resumed.
    ///
    /// # Errors
    /// As for every write.
    pub async fn open_batch(&self, batch_id: i64) -> Result<(), StoreError> {
        self.write(move |connection| {
            let sql = "UPDATE batch SET state = 'open' WHERE id = ?1 AND state = 'loading'";
            connection.execute(sql, [batch_id])?;
            Ok(())
        })
        .await
    }

    /// Forgets a batch of which nothing was sent.
    ///
    /// # Errors
    /// As for every write; what is left of it is never sent.
    pub async fn drop_batch(&self, batch_id: i64) -> Result<(), StoreError> {
        loop {
            let deleted = self
                .write(move |connection| {
                    let sql = "DELETE FROM outgoing WHERE id IN \
                                   (SELECT id FROM outgoing WHERE batch_id = ?1 LIMIT ?2)";
                    Ok(connection.execute(sql, params![batch_id, DELETED])?)
                })
                .await?;
            if deleted < DELETED as usize {
                break;
            }
        }
        self.write(move |connection| {
            connection.execute("DELETE FROM batch WHERE id = ?1", [batch_id])?;
            Ok(())
        })
        .await
    }

    /// Takes a batch over from a process that is gone: what it was sending has an unknown outcome.
    ///
    /// # Errors
    /// As for every write, [`StoreError::BatchHeld`] while another process works on it, and
    /// [`StoreError::NoBatch`] if there is none.
    pub async fn resume_batch(
        &self,
        batch_id: i64,
        owner: &str,
        now: Timestamp,
    ) -> Result<(BatchStatus, FileLock), StoreError> {
        // Looked for first: a lock is a file, and none should be left by a number mistyped.
        self.batch(batch_id).await?;
        let lock = self.batch_lock(batch_id)?.ok_or(StoreError::BatchHeld { id: batch_id })?;
        let owner = owner.to_owned();
        self.write(move |connection| {
            let sql = "UPDATE batch SET owner = ?2 WHERE id = ?1";
            connection.execute(sql, params![batch_id, owner])?;
            connection.execute(
                "UPDATE outgoing SET state = 'unknown', updated_at = ?2, \
                     reason = 'the process ended while sending' \
                 WHERE batch_id = ?1 AND state = 'sending'",
                params![batch_id, now.as_millisecond()],
            )?;
            Ok(())
        })
        .await?;
        Ok((self.batch(batch_id).await?, lock))
    }

    /// How a batch stands.
    ///
    /// # Errors
    /// As for every read, and [`StoreError::NoBatch`] if there is none.
    pub async fn batch(&self, batch_id: i64) -> Result<BatchStatus, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT account_id, source, state FROM batch WHERE id = ?1";
            let found = connection
                .query_row(sql, [batch_id], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
                })
                .optional()?;
            let Some((account_id, source, state)) = found else {
                return Err(StoreError::NoBatch { id: batch_id, open: open(connection)? });
            };
            let sql = "SELECT state, count(*) FROM outgoing WHERE batch_id = ?1 GROUP BY state";
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([batch_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let rows = rows.collect::<Result<_, _>>()?;
            Ok(BatchStatus { id: batch_id, account_id, source, loaded: state != "loading", rows })
        })
        .await
    }

    /// Writes down that the next rows are being sent, before they are.
    ///
    /// # Errors
    /// As for every write, and [`StoreError::LeaseLost`] if another process holds the batch by now.
    pub async fn begin_rows(
        &self,
        account: &Account,
        want: Want<'_>,
        now: Timestamp,
    ) -> Result<BegunRows, StoreError> {
        let (ids, owner) = (account.ids(), want.owner.to_owned());
        let (asked, unlimited) = (want.pace, want.unlimited);
        let Want { batch_id, after, count, horizon, enforce_window, .. } = want;
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.write(move |connection| {
            let sql = "SELECT 1 FROM batch WHERE id = ?1 AND owner = ?2 AND state = 'open'";
            if !connection.prepare_cached(sql)?.exists(params![batch_id, owner])? {
                return Err(StoreError::LeaseLost);
            }
            let mut found = next_rows(connection, batch_id, after, count)?;
            let mut begun = BegunRows { last: found.len() < count, ..BegunRows::default() };
            let turnstile = Turnstile::new(connection, &ids[0], now)?;
            let mut mark = connection.prepare_cached(
                "UPDATE outgoing SET state = ?2, created_at = ?3, updated_at = ?3, reason = ?4 \
                 WHERE id = ?1",
            )?;
            let at = now.as_millisecond();
            for (mut row, kind) in found.drain(..) {
                if enforce_window
                    && let Recipient::Person(person) = &row.recipient
                    && let Window {
                        state: WindowState::Closed, human_agent_left, closes_at, ..
                    } = Window::at(now, last_opening(connection, &ids, person.as_str())?)
                {
                    let agent = human_agent_left.is_positive()
                        && row.open(&cipher)?.is_some_and(|message| message.human_agent);
                    if !agent {
                        let since = closes_at.map(|at| format!(" since {at}")).unwrap_or_default();
                        let reason = format!("the messaging window is closed{since}");
                        mark.execute(params![row.id, SendState::Refused.as_str(), at, reason])?;
                        let BegunRow { line, recipient, .. } = row;
                        begun.closed.push(ClosedRow { line, recipient, reason });
                        continue;
                    }
                }
                let bucket = Bucket::of(kind, &row.recipient);
                let pace = match (asked, unlimited) {
                    (Some(pace), true) => pace,
                    (Some(pace), false) => bucket.pace().slower(pace),
                    (None, _) => bucket.pace(),
                };
                match turnstile.take(bucket, pace, horizon) {
                    Ok(start) => row.start = start,
                    Err(StoreError::RateLimited { until }) => {
                        begun.room_at = Some(until);
                        begun.last = false;
                        break;
                    }
                    Err(error) => return Err(error),
                }
                mark.execute(params![row.id, SendState::Sending.as_str(), at, None::<String>])?;
                begun.rows.push(row);
            }
            Ok(begun)
        })
        .await
    }

    /// Puts rows back that were not sent after all.
    ///
    /// # Errors
    /// As for every write; the rows are then taken for unknown when the batch is resumed.
    pub async fn put_rows_back(&self, ids: Vec<i64>) -> Result<(), StoreError> {
        self.write(move |connection| {
            let sql = "UPDATE outgoing SET state = 'waiting', reason = NULL \
                       WHERE id = ?1 AND state = 'sending'";
            let mut statement = connection.prepare_cached(sql)?;
            for id in ids {
                statement.execute([id])?;
            }
            Ok(())
        })
        .await
    }

    /// The message of a row, for which the store's thread has no time; `None` if it is damaged.
    ///
    /// # Errors
    /// A ciphertext that does not open.
    pub fn open_row(&self, row: &BegunRow) -> Result<Option<OutgoingMessage>, StoreError> {
        row.open(&self.cipher)
    }

    /// Ends a batch of which nothing waits any more; tells whether that is so.
    ///
    /// # Errors
    /// As for every write.
    pub async fn close_batch(&self, batch_id: i64) -> Result<bool, StoreError> {
        let closed = self
            .write(move |connection| {
                let sql = "UPDATE batch SET state = 'done' WHERE id = ?1 AND NOT EXISTS \
                               (SELECT 1 FROM outgoing WHERE batch_id = ?1 \
                                   AND state IN ('waiting', 'sending'))";
                Ok(connection.execute(sql, [batch_id])? > 0)
            })
            .await?;
        if closed {
            // Nobody has anything to do under it any more.
            let _ = std::fs::remove_file(lock::of_batch(&self.path, batch_id));
        }
        Ok(closed)
    }

    /// Shows the rows of a batch, page by page, to whoever takes them, in the order of the file.
    ///
    /// # Errors
    /// As for every read, and whatever the taker says.
    pub async fn report_rows<E: From<StoreError>>(
        &self,
        batch_id: i64,
        mut take: impl FnMut(ReportedRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut after = 0;
        loop {
            let page =
                self.read(move |connection| report_page(connection, batch_id, after)).await?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = *last;
            for (_, row) in page {
                take(row)?;
            }
        }
    }

    fn batch_lock(&self, id: i64) -> Result<Option<FileLock>, StoreError> {
        let path = lock::of_batch(&self.path, id);
        FileLock::exclusive(&path)
            .map_err(|source| StoreError::Unavailable { path, source: source.into() })
    }
}

impl BegunRow {
    fn open(&self, cipher: &super::cipher::Cipher) -> Result<Option<OutgoingMessage>, StoreError> {
        let name = row_name(&EventKey(self.key));
        let body: Zeroizing<String> = cipher.open(body_place(&name), &self.body)?;
        Ok(read(&body))
    }
}

fn next_rows(
    connection: &Connection,
    batch_id: i64,
    after: i64,
    count: usize,
) -> Result<Vec<(BegunRow, Kind)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, line, recipient_id, key, body, kind FROM outgoing \
         WHERE batch_id = ?1 AND id > ?2 AND state = 'waiting' ORDER BY id LIMIT ?3",
    )?;
    let mut rows = statement.query(params![batch_id, after, count as i64])?;
    let mut found = Vec::with_capacity(count.min(1_000));
    while let Some(row) = rows.next()? {
        let recipient = row.get_ref(2)?.as_str().unwrap_or_default().parse();
        let recipient = recipient.map_err(|_| StoreError::Undecryptable {
            place: format!("outgoing.recipient_id of row {}", row.get::<_, i64>(0).unwrap_or(0)),
        })?;
        let begun = BegunRow {
            id: row.get(0)?,
            line: row.get(1)?,
            recipient,
            start: Timestamp::UNIX_EPOCH,
            key: row.get(3)?,
            body: row.get(4)?,
        };
        let kind = Kind::from_word(row.get_ref(5)?.as_str().unwrap_or_default());
        found.push((begun, kind));
    }
    Ok(found)
}

fn report_page(
    connection: &Connection,
    batch_id: i64,
    after: i64,
) -> Result<Vec<(i64, ReportedRow)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, line, state, recipient_id, mid, reason FROM outgoing \
         WHERE batch_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
    )?;
    let mut rows = statement.query(params![batch_id, after, PAGE])?;
    let mut page = Vec::new();
    while let Some(row) = rows.next()? {
        let state = SendState::from_word(row.get_ref(2)?.as_str().unwrap_or_default());
        let (id, line, recipient_id) = (row.get(0)?, row.get(1)?, row.get(3)?);
        let (mid, reason) = (row.get(4)?, row.get(5)?);
        page.push((id, ReportedRow { line, state, recipient_id, mid, reason }));
    }
    Ok(page)
}

/// Batches that can be resumed, the newest first.
fn open(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT id FROM batch WHERE state = 'open' ORDER BY id DESC LIMIT 10";
    let mut statement = connection.prepare(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
