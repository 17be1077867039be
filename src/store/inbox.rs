//! Events on their way from a delivery to a bot.

use std::borrow::Cow;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use zeroize::Zeroizing;

use super::accounts::{optional_time, time};
use super::cipher::{Cipher, Place};
use super::outgoing::settle_by_echo;
use super::tombstone::Tombstones;
use super::{Store, StoreError};
use crate::domain::event::{Event, EventKey, EventKind, EventState, Parked};

/// What became of the events of one delivery.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stored {
    /// Row numbers of the events that are new.
    pub new: Vec<i64>,
    /// Whether one of these waits for a bot.
    pub waiting: bool,
    /// How many were there already, or belong to what was purged.
    pub duplicates: usize,
    /// Of these, those that belong to what was purged.
    pub purged: usize,
}

/// An event as it lies in the inbox.
#[derive(Clone)]
pub struct StoredEvent {
    /// Row number; grows with the time of receipt.
    pub id: i64,
    /// `object` of the delivery.
    pub object: String,
    /// The id of the account the delivery carried.
    pub account_id: String,
    /// What happened.
    pub kind: EventKind,
    /// `received` or `sent`.
    pub direction: String,
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
    pub state: String,
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
}

impl Store {
    /// Stores the events of one delivery, each once, all or none.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too much is queued; any error means that nothing was stored and
    /// the delivery must be refused, so that Instagram repeats it.
    pub async fn receive(&self, events: Vec<Event>, now: Timestamp) -> Result<Stored, StoreError> {
        // Encrypting here, not in the writer's thread, uses all cores.
        let sealed: Vec<_> = events
            .into_iter()
            .map(|event| {
                let row = row_name(&event.key);
                let raw = self.cipher.seal(raw_place(&row), &event.raw);
                (event, raw)
            })
            .collect();
        let cipher = std::sync::Arc::clone(&self.cipher);
        let (stored, _sealed) = self
            .append_or_refuse(move |connection| {
                let mut stored = Stored::default();
                let known = Known::of(connection, &cipher)?;
                for (event, raw) in &sealed {
                    if known.purged(connection, event)? {
                        stored.duplicates += 1;
                        stored.purged += 1;
                        continue;
                    }
                    match insert(connection, &cipher, &known, event, raw, now)? {
                        Some((id, state)) => {
                            stored.new.push(id);
                            stored.waiting |= state == EventState::Pending;
                        }
                        None => stored.duplicates += 1,
                    }
                }
                // What came from the caller's thread is freed there, where the allocator has its
                // place for it, and not in everybody's way in the one that writes.
                Ok((stored, sealed))
            })
            .await?;
        Ok(stored)
    }
}

/// What is known of messages that no delivery brought, or of people who were purged. Mostly there is
/// neither, and then nothing more is looked up for each event.
struct Known {
    tombstones: Option<Tombstones>,
    imports: bool,
}

impl Known {
    fn of(connection: &Connection, cipher: &Cipher) -> Result<Self, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM tombstone), \
                       EXISTS (SELECT 1 FROM event WHERE imported = 1)";
        let (purged, imports) =
            connection.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let tombstones = match purged {
            true => Tombstones::of(connection, cipher)?,
            false => None,
        };
        Ok(Self { tombstones, imports })
    }

    /// Whether an event belongs to what was purged.
    fn purged(&self, connection: &Connection, event: &Event) -> rusqlite::Result<bool> {
        match &self.tombstones {
            Some(tombstones) => {
                let (account, peer) = (&event.account_id, event.peer_id());
                tombstones.covers(connection, account, peer, &event.key, event.timestamp)
            }
            None => Ok(false),
        }
    }

    /// The row under which the message of an event was imported before.
    fn imported(&self, connection: &Connection, event: &Event) -> rusqlite::Result<Option<i64>> {
        match (self.imports && event.brings_message(), &event.mid) {
            (true, Some(mid)) => {
                let sql = "SELECT id FROM event WHERE imported = 1 AND mid = ?1";
                connection.prepare_cached(sql)?.query_row([mid], |row| row.get(0)).optional()
            }
            _ => Ok(None),
        }
    }
}

/// Inserts an event if its key is new; tells its row number and its state then.
fn insert(
    connection: &Connection,
    cipher: &Cipher,
    known: &Known,
    event: &Event,
    raw: &str,
    now: Timestamp,
) -> Result<Option<(i64, EventState)>, StoreError> {
    let at = event.timestamp.unwrap_or(now).as_millisecond();
    let imported = known.imported(connection, event)?;
    let (state, reason, turn) = match (imported, event.parked()) {
        (Some(imported), _) => {
            let reason = format!("duplicate of event {imported}");
            (EventState::Ignored, Some(Cow::Owned(reason)), Turn::Taken)
        }
        (None, Some(_)) => (EventState::Ignored, None, Turn::Taken),
        (None, None) => match turn(connection, event, at)? {
            Some(turn) => (EventState::Pending, None, turn),
            None => (EventState::Ignored, Some(Cow::Borrowed(UNLINKED)), Turn::Taken),
        },
    };
    let received_at = now.as_millisecond();
    let inserted = connection
        .prepare_cached(
            "INSERT INTO event (key, object, account_id, kind, direction, sender_id, recipient_id, \
                 peer_id, mid, timestamp, received_at, at, standby, test, state, reason, raw, due, \
                 listed, duplicate_of) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, \
                 ?18, 0, ?19) \
             ON CONFLICT (key) DO NOTHING",
        )?
        .execute(params![
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
            received_at,
            at,
            event.standby,
            event.test,
            state.as_str(),
            reason,
            raw,
            (turn != Turn::Taken).then_some(received_at),
            imported,
        ])?;
    if inserted == 0 {
        return Ok(None);
    }
    let id = connection.last_insert_rowid();
    if let Turn::Of(later) = turn {
        let sql = "UPDATE event SET due = NULL WHERE id = ?1";
        connection.prepare_cached(sql)?.execute([later])?;
    }
    if event.parked() == Some(Parked::OwnEcho) {
        // The echo of our own send proves that it arrived, whatever the answer to it was.
        settle_by_echo(connection, cipher, event, now)?;
    }
    Ok(Some((id, state)))
}

/// Why an event waits for no bot when nobody here has its account.
const UNLINKED: &str = "no linked account has this id";

/// Who has the turn in the conversation of an event that comes (`migrations/0002.sql`, `turn`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Nobody: the new one gets it.
    Free,
    /// One that happened before, or is being handled.
    Taken,
    /// One that happened later and must now wait: its row number.
    Of(i64),
}

/// Finds out whose turn it is where an event of the time `at` belongs; `None` if nobody here has its
/// account.
fn turn(connection: &Connection, event: &Event, at: i64) -> rusqlite::Result<Option<Turn>> {
    let sql = "SELECT EXISTS (SELECT 1 FROM account WHERE account_id = ?1 OR app_scoped_id = ?1), \
                   (SELECT CASE WHEN state = 'pending' AND at > ?3 THEN id ELSE 0 END FROM event \
                    WHERE state IN ('pending', 'running') AND account_id = ?1 AND peer_id = ?2 \
                    ORDER BY due DESC, at, id LIMIT 1)";
    let found = connection
        .prepare_cached(sql)?
        .query_row(params![event.account_id, event.peer_id(), at], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(match found {
        (false, _) => None,
        (true, None) => Some(Turn::Free),
        (true, Some(0)) => Some(Turn::Taken),
        (true, Some(later)) => Some(Turn::Of(later)),
    })
}

pub(super) const EVENT_COLUMNS: &str = "id, key, object, account_id, kind, direction, sender_id, recipient_id, mid, timestamp, \
     received_at, standby, test, state, attempts, reason, raw, fetched, duplicate_of, \
     kind IN ('message', 'message_edit') AND EXISTS (SELECT 1 FROM event AS deletion \
         WHERE deletion.kind = 'message_deleted' AND deletion.mid = event.mid)";

/// Reads a row of [`EVENT_COLUMNS`]. Nothing is read of what the person has deleted.
pub(super) fn event(row: &Row<'_>, cipher: &Cipher) -> Result<StoredEvent, StoreError> {
    let mut event = head(row)?;
    if !event.deleted {
        let name = row_name(&EventKey(row.get(1)?));
        let (raw, fetched): (String, Option<String>) = (row.get(16)?, row.get(17)?);
        event.raw = cipher.open(raw_place(&name), &raw)?;
        event.fetched = match fetched {
            Some(fetched) => Some(cipher.open(fetched_place(&name), &fetched)?),
            None => None,
        };
    }
    Ok(event)
}

/// Reads all of an event but what is encrypted.
pub(super) fn head(row: &Row<'_>) -> rusqlite::Result<StoredEvent> {
    Ok(StoredEvent {
        id: row.get(0)?,
        object: row.get(2)?,
        account_id: row.get(3)?,
        kind: EventKind::from_word(row.get_ref(4)?.as_str().unwrap_or_default()),
        direction: row.get(5)?,
        sender_id: row.get(6)?,
        recipient_id: row.get(7)?,
        mid: row.get(8)?,
        timestamp: optional_time(row, 9)?,
        received_at: time(row, 10)?,
        standby: row.get(11)?,
        test: row.get(12)?,
        state: row.get(13)?,
        attempts: row.get(14)?,
        reason: row.get(15)?,
        duplicate_of: row.get(18)?,
        deleted: row.get(19)?,
        raw: Zeroizing::default(),
        fetched: None,
    })
}

/// The name under which a row with a 16-byte key seals its values.
pub(super) fn row_name(key: &EventKey) -> String {
    format!("{:032x}", u128::from_be_bytes(key.0))
}

pub(super) fn raw_place(row: &str) -> Place<'_> {
    Place { table: "event", column: "raw", row }
}

pub(super) fn fetched_place(row: &str) -> Place<'_> {
    Place { table: "event", column: "fetched", row }
}
