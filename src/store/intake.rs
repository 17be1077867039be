//! Taking deliveries in.
//!
//! The thread that writes takes in as many as wait in one transaction, and asks once for all of them
//! what they need to know: whether people were purged, whose accounts are linked.

use std::borrow::Cow;
use std::collections::HashMap;
use std::time::Instant;

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::oneshot;

use super::cipher::Cipher;
use super::echo::settle_by_echo;
use super::inbox::{NewEvent, raw_context};
use super::tombstone::Tombstones;
use super::writer::{Job, Tell};
use super::{Store, StoreError, former};
use crate::domain::event::{Event, EventKind, EventState, Parked};

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
    /// Of the new ones, those that no bot is asked about because their account is not linked.
    pub unlinked: Vec<i64>,
}

/// One delivery on its way to the thread that writes.
pub(super) struct Delivery {
    events: Vec<Sealed>,
    received_at: Timestamp,
    answer: oneshot::Sender<Result<Taken, StoreError>>,
}

/// What became of a delivery, and its events: what comes from the caller's thread is freed there,
/// where the allocator has its place for it, and not in everybody's way in the one that writes.
type Taken = (Stored, Vec<Sealed>);

/// An event, and its raw text as it is stored.
struct Sealed {
    event: Event,
    raw: String,
}

impl Store {
    /// Stores the events of one delivery, each once, all or none.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too much is queued; any error means that nothing was stored and
    /// the delivery must be refused, so that Instagram repeats it.
    pub async fn receive(&self, events: Vec<Event>, now: Timestamp) -> Result<Stored, StoreError> {
        // Encrypting here, not in the writer's thread, uses all cores.
        let seal = |event: Event| {
            let raw = self.cipher.seal(raw_context(&event.key.hex()), &event.raw);
            Sealed { event, raw }
        };
        let events = events.into_iter().map(seal).collect();
        let (answer, taken) = oneshot::channel();
        let delivery = Delivery { events, received_at: now, answer };
        // It refuses instead of waiting: memory stays bounded, and Instagram tries again.
        self.jobs.sender()?.try_send(Job::Delivery { delivery, queued: Instant::now() }).map_err(
            |error| match error {
                TrySendError::Full(_) => StoreError::Busy,
                TrySendError::Closed(_) => StoreError::Closed,
            },
        )?;
        let (stored, _events) = taken.await.unwrap_or(Err(StoreError::Closed))?;
        Ok(stored)
    }
}

impl Delivery {
    /// Tells that nothing of it was stored.
    pub(super) fn refuse(self, error: StoreError) {
        // Nobody waits any more if the caller was dropped.
        let _ = self.answer.send(Err(error));
    }
}

/// Takes deliveries in within one transaction.
pub(super) struct Intake<'c> {
    connection: &'c Connection,
    cipher: &'c Cipher,
    insert: CachedStatement<'c>,
    /// Mostly nobody was purged and nothing imported, and then no event is looked up for it.
    tombstones: Option<Tombstones>,
    imports: bool,
    /// The accounts that deliveries named.
    accounts: HashMap<String, NamedAccount>,
}

impl<'c> Intake<'c> {
    /// Looks at what holds for all deliveries until somebody else writes.
    pub(super) fn begin(
        connection: &'c Connection,
        cipher: &'c Cipher,
    ) -> Result<Self, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM event WHERE imported = 1)";
        let imports = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        let insert = connection.prepare_cached(NewEvent::INSERT)?;
        let tombstones = Tombstones::of(connection, cipher)?;
        Ok(Self { connection, cipher, insert, tombstones, imports, accounts: HashMap::new() })
    }

    /// Takes one in. If it cannot, everything that shares the transaction must fail.
    pub(super) fn take(&mut self, delivery: Delivery) -> Result<Tell, (Delivery, StoreError)> {
        let mut stored = Stored::default();
        for sealed in &delivery.events {
            if let Err(error) = self.take_event(sealed, delivery.received_at, &mut stored) {
                return Err((delivery, error));
            }
        }
        Ok(Box::new(move |committed| {
            let Delivery { events, answer, .. } = delivery;
            let _ = answer.send(committed.map(|()| (stored, events)));
        }))
    }

    fn take_event(
        &mut self,
        Sealed { event, raw }: &Sealed,
        now: Timestamp,
        stored: &mut Stored,
    ) -> Result<(), StoreError> {
        let NamedAccount { account_id, linked } = self.named(&event.account_id)?;
        // One conversation is one, whichever of its two ids names the account (reference 4).
        let renamed =
            (account_id != event.account_id).then(|| Event { account_id, ..event.clone() });
        if self.purged(event)? || renamed.as_ref().map_or(Ok(false), |it| self.purged(it))? {
            stored.duplicates += 1;
            stored.purged += 1;
            return Ok(());
        }
        match self.insert(renamed.as_ref().unwrap_or(event), raw, linked, now)? {
            Some((id, state)) => {
                stored.new.push(id);
                if !linked && state == EventState::Ignored && event.parked().is_none() {
                    stored.unlinked.push(id);
                }
                stored.waiting |= state == EventState::Pending;
            }
            None => stored.duplicates += 1,
        }
        Ok(())
    }

    /// Whether an event belongs to what was purged.
    fn purged(&self, event: &Event) -> rusqlite::Result<bool> {
        let Some(tombstones) = &self.tombstones else { return Ok(false) };
        let (account, person) = (&event.account_id, event.peer_id());
        tombstones.covers(self.connection, account, person, &event.key, event.timestamp)
    }

    /// Inserts an event if its key is new; tells its row number and its state then.
    fn insert(
        &mut self,
        event: &Event,
        raw: &str,
        linked: bool,
        now: Timestamp,
    ) -> Result<Option<(i64, EventState)>, StoreError> {
        let at = event.timestamp.unwrap_or(now).as_millisecond();
        let imported = self.imported(event)?;
        let (state, reason, turn) = match (imported, event.parked()) {
            (Some(imported), _) => {
                let reason = format!("duplicate of event {imported}");
                (EventState::Ignored, Some(Cow::Owned(reason)), ConversationTurn::Taken)
            }
            (None, Some(_)) => (EventState::Ignored, None, ConversationTurn::Taken),
            (None, None) if linked => (EventState::Pending, None, self.turn(event, at)?),
            (None, None) => {
                (EventState::Ignored, Some(Cow::Borrowed(UNLINKED)), ConversationTurn::Taken)
            }
        };
        let new = NewEvent {
            event,
            raw,
            received_at: now,
            state,
            reason: reason.as_deref(),
            due: (turn != ConversationTurn::Taken).then_some(now),
            duplicate_of: imported,
            fetched: None,
        };
        if !new.insert(&mut self.insert)? {
            return Ok(None);
        }
        let id = self.connection.last_insert_rowid();
        if let ConversationTurn::Of(later) = turn {
            let sql = "UPDATE event SET due = NULL WHERE id = ?1";
            self.connection.prepare_cached(sql)?.execute([later])?;
        }
        if let (EventKind::MessageDeleted, Some(mid)) = (event.kind, &event.mid) {
            // Nobody will be answered by what they have taken back. What is being sent ends by itself.
            // From the few answers that are kept: events are not found by what they are about.
            let sql = concat!(
                "DELETE FROM kept_answer WHERE EXISTS (SELECT 1 FROM event \
                     WHERE event.id = kept_answer.event_id AND mid = ?1 AND ",
                super::inbox::known_as!("event"),
                " = ?2 AND direction = ?3 AND state <> 'running')"
            );
            let of = params![mid, event.account_id, event.direction.as_str()];
            self.connection.prepare_cached(sql)?.execute(of)?;
        }
        if event.parked() == Some(Parked::OwnEcho) {
            // The echo of our own send proves that it arrived, whatever the answer to it was.
            settle_by_echo(self.connection, self.cipher, event, now)?;
        }
        Ok(Some((id, state)))
    }

    /// The row under which the message of an event was imported before.
    fn imported(&self, event: &Event) -> rusqlite::Result<Option<i64>> {
        match (self.imports && event.brings_message(), &event.mid) {
            (true, Some(mid)) => {
                let sql = "SELECT id FROM event WHERE imported = 1 AND mid = ?1";
                self.connection.prepare_cached(sql)?.query_row([mid], |row| row.get(0)).optional()
            }
            _ => Ok(None),
        }
    }

    /// The account that a delivery names by one of its ids.
    fn named(&mut self, id: &str) -> Result<NamedAccount, StoreError> {
        if let Some(named) = self.accounts.get(id) {
            return Ok(named.clone());
        }
        let sql = "SELECT account_id FROM account WHERE account_id = ?1 OR app_scoped_id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let linked: Option<String> = statement.query_row([id], |row| row.get(0)).optional()?;
        let named = match linked {
            Some(account_id) => NamedAccount { account_id, linked: true },
            None => {
                let former = former::by_either_id(self.connection, self.cipher, id)?;
                let account_id = former.map_or_else(|| id.to_owned(), |[account_id, _]| account_id);
                NamedAccount { account_id, linked: false }
            }
        };
        self.accounts.insert(id.to_owned(), named.clone());
        Ok(named)
    }

    /// Finds out whose turn it is where an event of the time `at` belongs.
    fn turn(&self, event: &Event, at: i64) -> rusqlite::Result<ConversationTurn> {
        let Some(conversation) = event.conversation() else { return Ok(ConversationTurn::Free) };
        let sql = "SELECT CASE WHEN state = 'pending' AND at > ?3 THEN id END FROM event \
                   WHERE state IN ('pending', 'running') AND account_id = ?1 AND conversation = ?2 \
                   ORDER BY due DESC, at, id LIMIT 1";
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![event.account_id, conversation, at], |row| row.get(0))
            .optional()?;
        Ok(match found {
            None => ConversationTurn::Free,
            Some(None) => ConversationTurn::Taken,
            Some(Some(later)) => ConversationTurn::Of(later),
        })
    }
}

/// An account as the store knows it.
#[derive(Clone)]
struct NamedAccount {
    /// The one id under which its events are kept.
    account_id: String,
    linked: bool,
}

/// Why an event waits for no bot when nobody here has its account.
const UNLINKED: &str = "no linked account has this id";

/// Who has the turn in the conversation of an event that comes (`turn` in `migrations/0010.sql`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ConversationTurn {
    /// Nobody: the new one gets it.
    Free,
    /// One that happened before, or is being handled.
    Taken,
    /// One that happened later and must now wait: its row number.
    Of(i64),
}
