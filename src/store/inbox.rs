//! Events on their way from a delivery to a bot.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, Row, named_params, params};
use serde::Serialize;
use zeroize::Zeroizing;

use super::accounts::{optional_time, time};
use super::cipher::{Cipher, Place};
use super::history::{give_up_stale, settle_by_echo};
use super::schema::has_keys;
use super::{Store, StoreError};
use crate::domain::event::{Event, EventKey, EventKind, EventState, Parked};

/// What became of the events of one delivery.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stored {
    /// Row numbers of the events that are new.
    pub new: Vec<i64>,
    /// Whether one of these waits for a bot.
    pub waiting: bool,
    /// How many were there already.
    pub duplicates: usize,
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
    /// The element of the delivery, exactly as it came.
    pub raw: Zeroizing<String>,
}

/// An event that was taken out of the queue because there is no bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Row number.
    pub id: i64,
    /// The id of the account the delivery carried.
    pub account_id: String,
    /// Who caused it.
    pub sender_id: Option<String>,
}

/// How a dispatcher leaves an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// Handled, replied to or not.
    Done,
    /// Nobody handles it.
    Ignored {
        /// Why.
        reason: &'static str,
    },
    /// To be tried again.
    Retry {
        /// When.
        at: Timestamp,
        /// What went wrong.
        reason: String,
    },
    /// Given up.
    Failed {
        /// What went wrong.
        reason: String,
    },
    /// A reply may or may not have been sent.
    Unknown {
        /// What happened.
        reason: String,
    },
}

/// Work left behind by a process that ended in the middle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Recovered {
    /// Put back into the queue: no reply had been started.
    pub requeued: usize,
    /// A reply was being sent: its outcome is unknown.
    pub unknown: usize,
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
                for (event, raw) in &sealed {
                    match insert(connection, &cipher, event, raw, now)? {
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

    /// Takes up to `limit` events that are due, at most one of each conversation and none while an
    /// earlier one of its conversation is open. Earlier is what happened earlier: deliveries come in
    /// any order (reference 8.3).
    ///
    /// # Errors
    /// As for every write, and [`StoreError::WrongKey`] if the key was changed meanwhile; then
    /// nothing was claimed.
    pub async fn claim(
        &self,
        owner: &str,
        now: Timestamp,
        lease: SignedDuration,
        limit: u32,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let owner = owner.to_owned();
        let path = self.path.clone();
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.write(move |connection| {
            let sql = format!(
                "UPDATE event SET state = 'running', owner = :owner, lease_until = :until, \
                     attempts = attempts + 1 \
                 WHERE id IN (SELECT id FROM event AS next \
                     WHERE state = 'pending' AND next_attempt_at <= :now \
                         AND NOT EXISTS (SELECT 1 FROM event AS held \
                             WHERE held.state = 'running' \
                                 AND held.account_id = next.account_id \
                                 AND held.peer_id = next.peer_id) \
                         AND NOT EXISTS (SELECT 1 FROM event AS earlier \
                             WHERE earlier.state = 'pending' \
                                 AND earlier.account_id = next.account_id \
                                 AND earlier.peer_id = next.peer_id \
                                 AND (earlier.at, earlier.id) < (next.at, next.id)) \
                     ORDER BY at, id LIMIT :limit) \
                 RETURNING {EVENT_COLUMNS}"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query(named_params! {
                ":owner": owner,
                ":until": (now + lease).as_millisecond(),
                ":now": now.as_millisecond(),
                ":limit": limit,
            })?;
            let (mut claimed, mut damaged) = (Vec::new(), Vec::new());
            while let Some(row) = rows.next()? {
                match event(row, &cipher) {
                    Ok(event) => claimed.push(event),
                    Err(StoreError::Undecryptable { .. }) => damaged.push(row.get::<_, i64>(0)?),
                    Err(error) => return Err(error),
                }
            }
            drop(rows);
            if !damaged.is_empty() && !has_keys(connection, &cipher)? {
                // The store was moved to a key that this process does not have.
                return Err(StoreError::WrongKey { path });
            }
            for id in damaged {
                // One damaged row must not stop the others (security, 6).
                connection
                    .prepare_cached(
                        "UPDATE event SET state = 'failed', owner = NULL, lease_until = NULL, \
                             reason = 'its stored value does not decrypt' WHERE id = ?1",
                    )?
                    .execute([id])?;
            }
            claimed.sort_by_key(|event: &StoredEvent| event.id);
            Ok(claimed)
        })
        .await
    }

    /// Takes out of the queue, at most so many at a time, what no bot will ever answer: everything
    /// but the events of accounts that have a bot of their own. Gives what was taken.
    ///
    /// # Errors
    /// As for every write.
    pub async fn ignore_botless(&self, limit: u32) -> Result<Vec<Unanswered>, StoreError> {
        self.write(move |connection| {
            let sql = "UPDATE event SET state = 'ignored', reason = 'no bot', next_attempt_at = 0 \
                       WHERE id IN (SELECT id FROM event \
                           WHERE state = 'pending' AND NOT EXISTS (SELECT 1 FROM account \
                               WHERE bot IS NOT NULL \
                                   AND event.account_id IN (account_id, app_scoped_id)) \
                           ORDER BY at, id LIMIT ?1) \
                       RETURNING id, account_id, sender_id";
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([limit], |row| {
                Ok(Unanswered { id: row.get(0)?, account_id: row.get(1)?, sender_id: row.get(2)? })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Keeps the events a dispatcher works on from being taken over.
    ///
    /// # Errors
    /// As for every write.
    pub async fn renew_leases(&self, owner: &str, until: Timestamp) -> Result<(), StoreError> {
        let owner = owner.to_owned();
        self.write(move |connection| {
            let sql = "UPDATE event SET lease_until = ?2 WHERE owner = ?1 AND state = 'running'";
            connection.prepare_cached(sql)?.execute(params![owner, until.as_millisecond()])?;
            Ok(())
        })
        .await
    }

    /// Ends a dispatcher's work on an event, unless another has taken it over meanwhile.
    ///
    /// An event to which a reply was begun is never put back: whatever went wrong after that, its
    /// outcome is unknown. The store decides this, because only it knows what was begun.
    ///
    /// # Errors
    /// As for every write.
    pub async fn settle(&self, id: i64, owner: &str, settled: Settled) -> Result<(), StoreError> {
        let owner = owner.to_owned();
        let (state, next, reason) = match settled {
            Settled::Done => (EventState::Done, 0, None),
            Settled::Ignored { reason } => (EventState::Ignored, 0, Some(reason.to_owned())),
            Settled::Retry { at, reason } => {
                (EventState::Pending, at.as_millisecond(), Some(reason))
            }
            Settled::Failed { reason } => (EventState::Failed, 0, Some(reason)),
            Settled::Unknown { reason } => (EventState::Unknown, 0, Some(reason)),
        };
        self.write(move |connection| {
            let sql = "UPDATE event SET next_attempt_at = ?4, reason = ?5, owner = NULL, \
                           lease_until = NULL, \
                           state = CASE WHEN ?3 = 'pending' AND EXISTS \
                                   (SELECT 1 FROM outgoing \
                                    WHERE event_id = event.id AND state <> 'refused') \
                               THEN 'unknown' ELSE ?3 END \
                       WHERE id = ?1 AND owner = ?2 AND state = 'running'";
            connection.prepare_cached(sql)?.execute(params![
                id,
                owner,
                state.as_str(),
                next,
                reason
            ])?;
            Ok(())
        })
        .await
    }

    /// Takes back what a dead dispatcher held, once its lease ran out.
    ///
    /// An event whose reply was being sent becomes `unknown`: the customer may have the reply.
    ///
    /// # Errors
    /// As for every write.
    pub async fn recover(&self, now: Timestamp) -> Result<Recovered, StoreError> {
        self.write(move |connection| {
            give_up_stale(connection, now)?;
            let now = now.as_millisecond();
            connection
                .prepare_cached(
                    "UPDATE outgoing SET state = 'unknown', updated_at = ?1, \
                     reason = 'the process ended while sending' \
                 WHERE state = 'sending' AND event_id IN \
                     (SELECT id FROM event WHERE state = 'running' AND lease_until < ?1)",
                )?
                .execute([now])?;
            let unknown = connection
                .prepare_cached(
                    "UPDATE event SET state = 'unknown', owner = NULL, lease_until = NULL, \
                     reason = 'the process ended while a reply was being sent' \
                 WHERE state = 'running' AND lease_until < ?1 AND EXISTS \
                     (SELECT 1 FROM outgoing WHERE event_id = event.id AND state <> 'refused')",
                )?
                .execute([now])?;
            let requeued = connection
                .prepare_cached(
                    "UPDATE event SET state = 'pending', owner = NULL, lease_until = NULL \
                 WHERE state = 'running' AND lease_until < ?1",
                )?
                .execute([now])?;
            Ok(Recovered { requeued, unknown })
        })
        .await
    }

    /// When the next event that waits for another attempt is due; `None` while none does.
    ///
    /// # Errors
    /// As for every read.
    pub async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT min(next_attempt_at) FROM event \
                       WHERE state = 'pending' AND next_attempt_at > 0";
            Ok(connection.prepare_cached(sql)?.query_row([], |row| optional_time(row, 0))?)
        })
        .await
    }
}

/// Inserts an event if its key is new; tells its row number and its state then.
fn insert(
    connection: &Connection,
    cipher: &Cipher,
    event: &Event,
    raw: &str,
    now: Timestamp,
) -> Result<Option<(i64, EventState)>, StoreError> {
    let (state, reason) = match event.parked() {
        Some(_) => (EventState::Ignored, None),
        None if is_linked(connection, &event.account_id)? => (EventState::Pending, None),
        None => (EventState::Ignored, Some(UNLINKED)),
    };
    let inserted = connection
        .prepare_cached(
            "INSERT INTO event (key, object, account_id, kind, direction, sender_id, recipient_id, \
                 peer_id, mid, timestamp, received_at, at, standby, test, state, reason, raw) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, coalesce(?10, ?11), ?12, ?13, \
                 ?14, ?15, ?16) \
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
            now.as_millisecond(),
            event.standby,
            event.test,
            state.as_str(),
            reason,
            raw,
        ])?;
    if inserted == 0 {
        return Ok(None);
    }
    let id = connection.last_insert_rowid();
    if event.parked() == Some(Parked::OwnEcho) {
        // The echo of our own send proves that it arrived, whatever the answer to it was.
        settle_by_echo(connection, cipher, event, now)?;
    }
    Ok(Some((id, state)))
}

/// Why an event waits for no bot when nobody here has its account.
const UNLINKED: &str = "no linked account has this id";

fn is_linked(connection: &Connection, id: &str) -> rusqlite::Result<bool> {
    let sql = "SELECT 1 FROM account WHERE account_id = ?1 OR app_scoped_id = ?1";
    connection.prepare_cached(sql)?.exists([id])
}

pub(super) const EVENT_COLUMNS: &str = "id, key, object, account_id, kind, direction, sender_id, \
                             recipient_id, mid, timestamp, received_at, standby, test, state, \
                             attempts, reason, raw";

pub(super) fn event(row: &Row<'_>, cipher: &Cipher) -> Result<StoredEvent, StoreError> {
    let key = EventKey(row.get(1)?);
    let raw: String = row.get(16)?;
    let raw = cipher.open(raw_place(&row_name(&key)), &raw)?;
    Ok(head(row, raw)?)
}

/// All of an event but its raw element, which is put in.
pub(super) fn head(row: &Row<'_>, raw: Zeroizing<String>) -> rusqlite::Result<StoredEvent> {
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
        raw,
    })
}

/// The name under which a row with a 16-byte key seals its values.
pub(super) fn row_name(key: &EventKey) -> String {
    format!("{:032x}", u128::from_be_bytes(key.0))
}

fn raw_place(row: &str) -> Place<'_> {
    Place { table: "event", column: "raw", row }
}
