//! Events as they lie in the inbox, between their delivery and a bot.

use jiff::Timestamp;
use rusqlite::{CachedStatement, Row, params};
use zeroize::Zeroizing;

use super::StoreError;
use super::cipher::{Cipher, CipherContext};
use super::columns::{optional_time, time, word};
use crate::domain::event::{Direction, Event, EventKey, EventKind, EventState};
use crate::domain::message::OutgoingMessage;

/// An event as it lies in the inbox.
#[derive(Clone)]
pub struct StoredEvent {
    /// Under which it is unique.
    pub key: EventKey,
    /// Row number; grows with the time of receipt.
    pub id: i64,
    /// `object` of the delivery.
    pub object: String,
    /// The account: the id by which it is linked, or that of the delivery where it is not.
    pub account_id: String,
    /// What happened.
    pub kind: EventKind,
    /// `received` or `sent`.
    pub direction: Direction,
    /// Who caused it.
    pub sender_id: Option<String>,
    /// To whom.
    pub recipient_id: Option<String>,
    /// The message it is or is about.
    pub mid: Option<String>,
    /// When it happened.
    pub timestamp: Option<Timestamp>,
    /// When it was stored.
    pub received_at: Timestamp,
    /// Another app owned the thread.
    pub standby: bool,
    /// From the dashboard's test button.
    pub test: bool,
    /// How far it has come.
    pub state: EventState,
    /// How often a bot was asked.
    pub attempts: u32,
    /// Why it is where it is, if something went wrong.
    pub reason: Option<String>,
    /// The event that spoke for its message before.
    pub duplicate_of: Option<i64>,
    /// The person has deleted the message; `raw` and `fetched` are empty then.
    pub deleted: bool,
    /// The element of the delivery, exactly as it came.
    pub raw: Zeroizing<String>,
    /// What was fetched from Instagram of a message that came without its content.
    pub fetched: Option<Zeroizing<String>>,
    /// What its person has made of the message since, as elements of deliveries, the newest first; only
    /// where it was claimed.
    pub edits: Vec<Zeroizing<String>>,
    /// What is left to send of its bot's answer, if that was kept; only where it was claimed.
    pub left: Option<Vec<OutgoingMessage>>,
}

/// The id by which the account of a row of this table is linked now, as SQL: the event may be older than that.
macro_rules! known_as {
    ($table:literal) => {
        concat!(
            "coalesce((SELECT account_id FROM account WHERE app_scoped_id = ",
            $table,
            ".account_id), ",
            $table,
            ".account_id)"
        )
    };
}
pub(super) use known_as;

/// Whether the person has deleted the message of a row of this table, as SQL.
macro_rules! deleted {
    // The id of a tap may be that of the message with the button, which is the account's to take back.
    ("event") => {
        deleted!("event", " AND (event.kind <> 'postback' OR deletion.direction = event.direction)")
    };
    ("outgoing") => {
        deleted!("outgoing", "")
    };
    ($table:literal, $and:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM event AS deletion WHERE deletion.kind = 'message_deleted' \
                 AND deletion.mid = ",
            $table,
            ".mid AND ",
            $crate::store::inbox::known_as!("deletion"),
            " = ",
            $crate::store::inbox::known_as!($table),
            $and,
            ")"
        )
    };
}
pub(super) use deleted;

pub(super) const EVENT_COLUMNS: &str = concat!(
    "id, key, object, account_id, kind, direction, sender_id, recipient_id, mid, timestamp, \
         received_at, standby, test, state, attempts, reason, raw, fetched, duplicate_of, \
         kind IN ('message', 'message_edit', 'postback') AND ",
    deleted!("event")
);

/// An event to be stored.
pub(super) struct NewEvent<'a> {
    pub(super) event: &'a Event,
    pub(super) raw: &'a str,
    pub(super) received_at: Timestamp,
    pub(super) state: EventState,
    pub(super) reason: Option<&'a str>,
    /// From when it may be claimed, if it has the turn in its conversation.
    pub(super) due: Option<Timestamp>,
    pub(super) duplicate_of: Option<i64>,
    /// What it says, if it was imported.
    pub(super) fetched: Option<&'a str>,
}

impl NewEvent<'_> {
    /// The statement of [`Self::insert`].
    pub(super) const INSERT: &'static str = "INSERT INTO event (key, object, account_id, kind, direction, sender_id, recipient_id, \
             peer_id, mid, timestamp, received_at, at, standby, test, state, reason, raw, due, \
             duplicate_of, fetched, listed, imported) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, coalesce(?10, ?11), ?12, ?13, ?14, \
             ?15, ?16, ?17, ?18, ?19, ?19 IS NOT NULL, ?19 IS NOT NULL) \
         ON CONFLICT (key) DO NOTHING";

    /// Stores it; tells whether its key is new.
    pub(super) fn insert(&self, statement: &mut CachedStatement<'_>) -> rusqlite::Result<bool> {
        let event = self.event;
        let inserted = statement.execute(params![
            event.key.0,
            event.object,
            event.account_id,
            event.kind.as_str(),
            event.direction.as_str(),
            event.sender_id,
            event.recipient_id,
            event.peer_id(),
            event.mid,
            event.timestamp.map(Timestamp::as_millisecond),
            self.received_at.as_millisecond(),
            event.standby,
            event.test,
            self.state.as_str(),
            self.reason,
            self.raw,
            self.due.map(Timestamp::as_millisecond),
            self.duplicate_of,
            self.fetched,
        ])?;
        Ok(inserted > 0)
    }
}

/// Reads a row of [`EVENT_COLUMNS`]. Nothing is read of what the person has deleted.
pub(super) fn event(row: &Row<'_>, cipher: &Cipher) -> Result<StoredEvent, StoreError> {
    let mut event = head(row)?;
    if !event.deleted {
        let name = event.key.hex();
        let (raw, fetched): (String, Option<String>) = (row.get(16)?, row.get(17)?);
        event.raw = cipher.open(raw_context(&name), &raw)?;
        event.fetched = match fetched {
            Some(fetched) => Some(cipher.open(fetched_context(&name), &fetched)?),
            None => None,
        };
    }
    Ok(event)
}

/// Reads all of an event but what is encrypted.
pub(super) fn head(row: &Row<'_>) -> rusqlite::Result<StoredEvent> {
    Ok(StoredEvent {
        key: EventKey(row.get(1)?),
        id: row.get(0)?,
        object: row.get(2)?,
        account_id: row.get(3)?,
        kind: EventKind::from_word(word(row, 4)?),
        direction: Direction::from_word(word(row, 5)?),
        sender_id: row.get(6)?,
        recipient_id: row.get(7)?,
        mid: row.get(8)?,
        timestamp: optional_time(row, 9)?,
        received_at: time(row, 10)?,
        standby: row.get(11)?,
        test: row.get(12)?,
        state: EventState::from_word(word(row, 13)?),
        attempts: row.get(14)?,
        reason: row.get(15)?,
        duplicate_of: row.get(18)?,
        deleted: row.get(19)?,
        raw: Zeroizing::default(),
        fetched: None,
        edits: Vec::new(),
        left: None,
    })
}

pub(super) fn raw_context(row: &str) -> CipherContext<'_> {
    CipherContext { table: "event", column: "raw", row }
}

pub(super) fn fetched_context(row: &str) -> CipherContext<'_> {
    CipherContext { table: "event", column: "fetched", row }
}
