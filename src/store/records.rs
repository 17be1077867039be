//! All that the store has of one message.

use std::fmt;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use super::columns::time;
use super::listed::{LISTED, UNLISTED};
use super::outgoing::{AS_JSON, body_context};
use super::{Store, StoreError};
use crate::domain::event::EventKey;
use crate::domain::time::Time;

/// Row numbers looked through at once for a message's id, for which there is no index.
const PAGE: i64 = 10_000;

/// The row of a message; `r12` and `s5` in lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageRow {
    /// That of an event.
    Event(i64),
    /// That of an outgoing message.
    Outgoing(i64),
}

impl fmt::Display for MessageRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event(id) => write!(f, "r{id}"),
            Self::Outgoing(id) => write!(f, "s{id}"),
        }
    }
}

impl MessageRow {
    /// The row that such a name means; `None` if it is none.
    pub fn parse(name: &str) -> Option<Self> {
        let id = |letter| name.strip_prefix(letter)?.parse().ok();
        id('r').map(Self::Event).or(id('s').map(Self::Outgoing))
    }
}

/// How a message went out, beside what a history shows of it.
#[derive(Clone, Serialize, JsonSchema)]
pub struct OutgoingRecord {
    /// The event it answers.
    pub event_id: Option<i64>,
    /// Why it was not sent, or why nobody knows.
    pub reason: Option<String>,
    /// When it was written down.
    #[schemars(with = "Time")]
    pub created_at: Timestamp,
    /// When its state last changed.
    #[schemars(with = "Time")]
    pub updated_at: Timestamp,
    /// The batch it belongs to.
    pub batch_id: Option<i64>,
    /// Its line in the file of the batch.
    pub line: Option<i64>,
}

impl Store {
    /// What a history does not show of an outgoing message, by its row number; and the message as JSON, but
    /// not if it does not decrypt, or was a text of an earlier version.
    pub async fn outgoing_record(
        &self,
        id: i64,
    ) -> Result<Option<(OutgoingRecord, Option<Zeroizing<String>>)>, StoreError> {
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.read(move |connection| {
            let sql = "SELECT abs(event_id), reason, created_at, updated_at, batch_id, line, key, form, \
                           body FROM outgoing WHERE id = ?1";
            let record = connection.prepare_cached(sql)?.query_row([id], |row| {
                let (form, body): (i64, String) = (row.get(7)?, row.get(8)?);
                let name = EventKey(row.get(6)?).hex();
                let json = cipher.open(body_context(&name), &body).ok();
                let record = OutgoingRecord {
                    event_id: row.get(0)?,
                    reason: row.get(1)?,
                    created_at: time(row, 2)?,
                    updated_at: time(row, 3)?,
                    batch_id: row.get(4)?,
                    line: row.get(5)?,
                };
                Ok((record, json.filter(|_| form == AS_JSON)))
            });
            Ok(record.optional()?)
        })
        .await
    }

    /// Row numbers of the events of a person that are, or are about, a message.
    pub async fn events_about(&self, peer: &str, mid: &str) -> Result<Vec<i64>, StoreError> {
        let values = (peer.to_owned(), mid.to_owned());
        self.read(move |connection| {
            let sql = format!(
                "SELECT id FROM {LISTED} AND peer_id = ?1 AND mid = ?2 \
                 UNION ALL SELECT id FROM {UNLISTED} AND peer_id = ?1 AND mid = ?2 ORDER BY id"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let rows = statement.query_map(params![values.0, values.1], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The row of a message by Instagram's id of it.
    ///
    /// The whole store is looked through if need be, page by page.
    pub async fn find_message(&self, mid: &str) -> Result<Option<MessageRow>, StoreError> {
        let (outgoing, newest) = {
            let mid = mid.to_owned();
            self.read(move |connection| {
                Ok((outgoing_by_mid(connection, &mid)?, newest(connection)?))
            })
            .await?
        };
        if let Some(id) = outgoing {
            return Ok(Some(MessageRow::Outgoing(id)));
        }
        let mut upto = newest;
        while upto > 0 {
            let mid = mid.to_owned();
            let found = self
                .read(move |connection| {
                    let sql = "SELECT id FROM event WHERE id <= ?1 AND id > ?2 AND mid = ?3 \
                                   AND (kind IN ('message', 'postback') OR fetched IS NOT NULL) \
                                   AND object = 'instagram' AND duplicate_of IS NULL \
                               ORDER BY id DESC LIMIT 1";
                    let values = params![upto, upto - PAGE, mid];
                    let id = connection.prepare_cached(sql)?.query_row(values, |row| row.get(0));
                    Ok(id.optional()?)
                })
                .await?;
            if let Some(id) = found {
                return Ok(Some(MessageRow::Event(id)));
            }
            upto -= PAGE;
        }
        Ok(None)
    }
}

pub(super) fn outgoing_by_mid(connection: &Connection, mid: &str) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT id FROM outgoing WHERE mid = ?1 ORDER BY id LIMIT 1";
    connection.prepare_cached(sql)?.query_row([mid], |row| row.get(0)).optional()
}

pub(super) fn newest(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(id), 0) FROM event", [], |row| row.get(0))
}
