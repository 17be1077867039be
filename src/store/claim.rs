//! Handing events to dispatchers: one of each conversation at a time, in the order in which they
//! happened, the conversation that has waited longest first.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

use super::columns::time;
use super::due::due;
use super::inbox::StoredEvent;
use super::schema::has_keys;
use super::{Store, StoreError, accounts, answered};
use crate::domain::account::Account;
use crate::domain::event::{EventKind, EventState};
use crate::domain::id::AccountId;

/// How long a bot counts as there after it was noted, so that nothing is lost while its process is being
/// replaced, and how old the note must be to be written anew.
const NOTED: SignedDuration = SignedDuration::from_hours(1);
const OLD: SignedDuration = SignedDuration::from_mins(5);

/// Holds while a process has noted that it has a bot, for no later than `?3`: a later note is of a clock that was
/// ahead, and nobody waits for that.
const BOT_IS_THERE: &str = "EXISTS (SELECT 1 FROM meta WHERE name = 'bot_until' \
     AND CAST(value AS INTEGER) BETWEEN ?1 + 1 AND ?3)";

/// Holds for the events of accounts that have a bot of their own.
const OWN_BOT: &str = "EXISTS (SELECT 1 FROM account \
     WHERE bot IS NOT NULL AND event.account_id IN (account_id, app_scoped_id))";

/// Holds for what a dispatcher has claimed.
const OWN_CLAIM: &str = "substr(owner, 1, length(?1)) = ?1";

/// The events a dispatcher can handle. What is left of an answer wants no bot, and everybody can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claimable {
    /// All, but those of accounts that have one of these bots of their own.
    AllBut(Vec<String>),
    /// Those of accounts that have one of these bots of their own.
    Of(Vec<String>),
}

impl Claimable {
    /// Every event.
    pub const ALL: Self = Self::AllBut(Vec::new());

    /// Whether events of an account with this bot of its own, or none, are among them.
    pub(super) fn holds(&self, bot: Option<&str>) -> bool {
        let named = |names: &[String]| bot.is_some_and(|bot| names.iter().any(|it| it == bot));
        match self {
            Self::AllBut(names) => !named(names),
            Self::Of(names) => named(names),
        }
    }
}

/// The places that a dispatcher has for comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommentPlaces {
    /// How many are free for comments on posts.
    pub posts: u32,
    /// How many are free for live comments.
    pub live: u32,
    /// How many of either one account may hold where comments of others wait too.
    pub most_of_one: u32,
    /// Whether they are filled before messages get what is left; otherwise after.
    pub before_messages: bool,
}

/// What a dispatcher can handle now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Whose events.
    pub events: Claimable,
    /// Where comments have a place.
    pub comments: CommentPlaces,
    /// Accounts whose comments stay where they are.
    pub resting: Vec<AccountId>,
}

impl From<Claimable> for Wanted {
    fn from(events: Claimable) -> Self {
        let (posts, live, most_of_one) = (u32::MAX, u32::MAX, u32::MAX);
        let comments = CommentPlaces { posts, live, most_of_one, before_messages: true };
        Self { events, comments, resting: Vec::new() }
    }
}

/// What a dispatcher got.
#[derive(Clone, Default)]
pub struct Claimed {
    /// Events to be handled.
    pub events: Vec<StoredEvent>,
    /// The accounts of these, as far as they are linked, by the id under which their events are kept.
    pub accounts: HashMap<String, Account>,
    /// Events whose turn it was and that need no handling.
    pub passed_over: Vec<PassedOver>,
}

/// An event that was taken out of the queue without a bot having been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// Row number.
    pub id: i64,
    /// The account: the id by which it is linked, or that of the delivery where it is not.
    pub account_id: String,
    /// Who caused it.
    pub sender_id: Option<String>,
    /// Where it is now.
    pub state: EventState,
    /// What its owner reads.
    pub reason: String,
}

impl Store {
    /// Takes up to `limit` claimable events that are due for `owner`, under which nobody has claimed before: at
    /// most one of each conversation, and none while an earlier one of its conversation is open. Earlier is
    /// what happened earlier: deliveries come in any order (reference 8.3). Comments come first, the live ones
    /// before all, and no more of an account than may be answered in private now. The cost follows from
    /// `limit`, the accounts for which comments wait, and the comments of these that are put off; where bots have
    /// names, also from what waits for those that are left out.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] if the key was changed meanwhile: then nothing was claimed.
    pub async fn claim(
        &self,
        owner: &str,
        now: Timestamp,
        lease: SignedDuration,
        wanted: impl Into<Wanted>,
        limit: u32,
    ) -> Result<Claimed, StoreError> {
        let (owner, wanted) = (owner.to_owned(), wanted.into());
        let path = self.path.clone();
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.write(move |connection| {
            let due = due(connection, &cipher, now, &wanted, limit)?;
            if due.iter().any(|(_, readable)| !readable) && !has_keys(connection, &cipher)? {
                // The store was moved to a key that this process does not have.
                return Err(StoreError::WrongKey { path });
            }
            let mut claimed = Claimed::default();
            for (mut event, readable) in due {
                if let Some(passed) = pass_over(connection, &event, readable, now)? {
                    claimed.passed_over.push(passed);
                    continue;
                }
                let sql = "UPDATE event SET state = 'running', owner = ?2, lease_until = ?3, \
                               due = ?4, attempts = attempts + 1 WHERE id = ?1";
                connection.prepare_cached(sql)?.execute(params![
                    event.id,
                    owner,
                    (now + lease).as_millisecond(),
                    now.as_millisecond()
                ])?;
                event.attempts += 1;
                event.state = EventState::Running;
                if !claimed.accounts.contains_key(&event.account_id)
                    && let Some(account) = accounts::by_id(connection, &event.account_id)?
                {
                    claimed.accounts.insert(event.account_id.clone(), account);
                }
                claimed.events.push(event);
            }
            Ok(claimed)
        })
        .await
    }

    /// Takes out of the queue, at most this many at a time, what no bot will ever answer: everything
    /// but the events of accounts that have a bot of their own, and those that have been answered in part.
    /// Gives what was taken: nothing where some process has a bot for all accounts ([`Store::note_bot`]).
    pub async fn ignore_botless(
        &self,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<PassedOver>, StoreError> {
        self.write(move |connection| {
            // Those that wait for their turn come first among messages, so that none is given one for nothing.
            let sql = format!(
                "UPDATE event SET state = 'ignored', reason = 'no bot', due = NULL, \
                     next_attempt_at = 0 \
                 WHERE id IN (SELECT id FROM event \
                     WHERE state = 'pending' AND NOT {OWN_BOT} AND NOT {BOT_IS_THERE} \
                         AND NOT EXISTS (SELECT 1 FROM kept_answer WHERE event_id = event.id) \
                     ORDER BY is_comment, due LIMIT ?2) \
                 RETURNING id, account_id, sender_id, reason"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let ahead = (now + NOTED * 2).as_millisecond();
            let rows = statement.query_map(params![now.as_millisecond(), limit, ahead], |row| {
                Ok(PassedOver {
                    id: row.get(0)?,
                    account_id: row.get(1)?,
                    sender_id: row.get(2)?,
                    state: EventState::Ignored,
                    reason: row.get(3)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Notes that a process has a bot for all accounts, for a while. While the note is young nothing is
    /// written: most of the time nothing happens.
    pub async fn note_bot(&self, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta (name, value) VALUES ('bot_until', ?1) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value \
                   WHERE abs(excluded.value - value) > ?2";
        let until = (now + NOTED).as_millisecond().to_string();
        self.execute(sql, (until, OLD.as_millis() as i64)).await
    }

    /// Keeps the events a dispatcher works on from being taken over: those of all owners whose names begin
    /// with that of the dispatcher.
    pub async fn renew_leases(&self, dispatcher: &str, until: Timestamp) -> Result<(), StoreError> {
        let sql =
            format!("UPDATE event SET lease_until = ?2 WHERE state = 'running' AND {OWN_CLAIM}");
        self.execute(sql, (dispatcher.to_owned(), until.as_millisecond())).await
    }

    /// Gives back what a dispatcher holds and has no time for, for whoever comes next: it was no attempt of
    /// the bot's. What is being sent is held to the end of its lease, for its echo may yet come, and of what was
    /// sent in part [`Store::recover`] knows what is left.
    pub async fn give_up_claims(&self, dispatcher: &str, now: Timestamp) -> Result<(), StoreError> {
        let own = format!("state = 'running' AND {OWN_CLAIM} AND NOT EXISTS");
        let unsent = format!(
            "UPDATE event SET state = 'pending', owner = NULL, lease_until = NULL, due = NULL, \
                 attempts = max(attempts - 1, 0) \
             WHERE {own} (SELECT 1 FROM outgoing WHERE event_id = event.id)"
        );
        let begun = format!(
            "UPDATE event SET lease_until = ?2 \
             WHERE {own} (SELECT 1 FROM outgoing WHERE event_id = event.id AND state = 'sending')"
        );
        let dispatcher = dispatcher.to_owned();
        self.write(move |connection| {
            connection.execute(&unsent, [&dispatcher])?;
            connection.execute(&begun, params![dispatcher, now.as_millisecond()])?;
            Ok(())
        })
        .await
    }

    /// Gives a turn to conversations that have none, so that nothing waits for ever: a program of an older
    /// schema, which goes on while a newer one migrates its store, may know of none.
    pub async fn mend_turns(&self) -> Result<(), StoreError> {
        let sql = "INSERT INTO turn SELECT id, account_id, conversation, NULL FROM event \
                   WHERE state = 'pending' AND is_comment IN (0, 1) AND due IS NULL";
        self.execute(sql, []).await
    }

    /// The bots that accounts have of their own, but these.
    pub async fn bots_but(&self, names: &[&str]) -> Result<Vec<String>, StoreError> {
        let names = serde_json::to_string(names)?;
        self.read(move |connection| {
            let sql = "SELECT DISTINCT bot FROM account \
                       WHERE bot IS NOT NULL AND bot NOT IN (SELECT value FROM json_each(?1))";
            let mut statement = connection.prepare_cached(sql)?;
            let bots = statement.query_map([names], |row| row.get(0))?;
            Ok(bots.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Whether somebody waits for the end of an event: the next of its conversation.
    pub async fn is_followed(&self, event_id: i64) -> Result<bool, StoreError> {
        self.read(move |connection| {
            // The first condition on the state is that of the index, which holds what is open.
            let sql = "SELECT 1 FROM event AS this JOIN event INDEXED BY event_open \
                           ON event.account_id = this.account_id AND event.conversation = this.conversation \
                       WHERE this.id = ?1 AND event.state IN ('pending', 'running') \
                           AND event.state = 'pending' AND event.id <> this.id LIMIT 1";
            Ok(connection.prepare_cached(sql)?.exists([event_id])?)
        })
        .await
    }

    /// Lets what waits for a moment wait on for as long as it would have, after the clock was put back.
    pub async fn put_back_clock(
        &self,
        now: Timestamp,
        back: SignedDuration,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE event SET due = max(?1, due - ?2), \
                       next_attempt_at = max(0, next_attempt_at - ?2) \
                   WHERE state = 'pending' AND is_comment IN (0, 1) AND due > ?1";
        self.execute(sql, (now.as_millisecond(), back.as_millis() as i64)).await
    }

    /// When the next event can be claimed, perhaps long since; `None` while none waits but for
    /// others of its conversation. Comments do not count: they wait until one may be answered.
    pub async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT due FROM event \
                       WHERE state = 'pending' AND is_comment = 0 AND due IS NOT NULL \
                       ORDER BY due LIMIT 1";
            Ok(connection.prepare_cached(sql)?.query_row([], |row| time(row, 0)).optional()?)
        })
        .await
    }
}

/// Ends an event that no bot should be asked about.
fn pass_over(
    connection: &Connection,
    event: &StoredEvent,
    readable: bool,
    now: Timestamp,
) -> Result<Option<PassedOver>, StoreError> {
    let (state, reason, duplicate_of) = if !readable {
        (EventState::Failed, "its stored value does not decrypt".to_owned(), None)
    } else if event.deleted {
        // Nobody is answered by what they have taken back.
        (EventState::Ignored, "the person has deleted it".to_owned(), None)
    } else if let Some(other) = carried(connection, event)? {
        answered::release(connection, event.id)?;
        (EventState::Ignored, format!("duplicate of event {other}"), Some(other))
    } else if let Some(other) = answered::claim_or_find_other(connection, event, now)? {
        (EventState::Ignored, format!("duplicate of event {other}"), Some(other))
    } else {
        return Ok(None);
    };
    let sql = "UPDATE event SET state = ?2, reason = ?3, duplicate_of = ?4, due = NULL, \
                   next_attempt_at = 0 WHERE id = ?1";
    connection.prepare_cached(sql)?.execute(params![
        event.id,
        state.as_str(),
        reason,
        duplicate_of
    ])?;
    let (account_id, sender_id) = (event.account_id.clone(), event.sender_id.clone());
    Ok(Some(PassedOver { id: event.id, account_id, sender_id, state, reason }))
}

/// The event that carries the message of an edit whose content would have to be read at Instagram: mostly it
/// comes right behind, and waits for the edit.
fn carried(connection: &Connection, event: &StoredEvent) -> rusqlite::Result<Option<i64>> {
    let (EventKind::MessageEdit, None, Some(mid), Some(person)) =
        (event.kind, &event.fetched, &event.mid, &event.sender_id)
    else {
        return Ok(None);
    };
    let sql = "SELECT id FROM event INDEXED BY event_open \
               WHERE state IN ('pending', 'running') AND account_id = ?1 AND conversation = ?2 \
                   AND mid = ?3 AND kind = 'message' LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.query_row(params![event.account_id, person, mid], |row| row.get(0)).optional()
}
