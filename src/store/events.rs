//! Events as people look at them and move them by hand.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use schemars::JsonSchema;
use serde::Serialize;

use super::cipher::Cipher;
use super::inbox::{EVENT_COLUMNS, StoredEvent, event, head};
use super::progress::REPLY_BEGUN;
use super::{PAUSE, Store, StoreError, answered, kept_answer};
use crate::domain::event::{EventKind, EventState};

/// Events moved in one transaction, so that nobody waits long.
const MOVED: usize = 200;

/// Which events to list.
#[derive(Debug, Clone, Default)]
pub struct EventFilter {
    /// Ids of the account; empty for all.
    pub account_ids: Vec<String>,
    /// Only of this state.
    pub state: Option<EventState>,
    /// Only of this kind.
    pub kind: Option<EventKind>,
    /// Only what this person has caused.
    pub sender_id: Option<String>,
    /// Only those received at or after.
    pub since: Option<Timestamp>,
    /// Only those with a row number above.
    pub after: Option<i64>,
    /// Only these row numbers; empty for all.
    pub ids: Vec<i64>,
    /// At most this many, the newest, or with `after` the oldest; all when absent.
    pub limit: Option<u32>,
}

/// Which events go back into the queue, and what for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replay {
    /// Those to which no reply was begun, for an answer of their bot.
    Unanswered,
    /// Also those that were answered, or perhaps were: their bot is asked again.
    Again,
    /// Those that were given up, or of which a message is in doubt, for what is left of their answer. That
    /// message is not repeated, and the bot not asked.
    Rest,
}

/// What became of an event that was to be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moved {
    /// It waits for the dispatcher like a new one.
    Queued,
    /// No bot will see it any more.
    Dropped,
    /// There is no such event.
    NotFound,
    /// It waits or is being handled.
    Open,
    /// It is nothing a person says to the bot, like an echo, a read receipt or a dashboard test.
    NotForBots,
    /// The person has deleted it, and is not answered.
    Deleted,
    /// A reply to it was sent, or perhaps was.
    Answered,
    /// Nothing is left to send of its answer.
    NothingLeft,
    /// It has ended already.
    Ended,
}

impl Store {
    /// Lists events, the oldest of those chosen first.
    ///
    /// # Errors
    /// A value that does not decrypt is no error; it is shown empty.
    pub async fn events(&self, filter: EventFilter) -> Result<Vec<StoredEvent>, StoreError> {
        let cipher = Arc::clone(&self.cipher);
        self.read(move |connection| {
            let mut sql = format!("SELECT {EVENT_COLUMNS} FROM event WHERE 1");
            let mut values: Vec<Box<dyn rusqlite::ToSql>> = Vec::new();
            let marks = |count| vec!["?"; count].join(", ");
            if !filter.account_ids.is_empty() {
                sql += &format!(" AND account_id IN ({})", marks(filter.account_ids.len()));
                values.extend(filter.account_ids.into_iter().map(|id| Box::new(id) as _));
            }
            if !filter.ids.is_empty() {
                sql += &format!(" AND id IN ({})", marks(filter.ids.len()));
                values.extend(filter.ids.into_iter().map(|id| Box::new(id) as _));
            }
            if let Some(after) = filter.after {
                sql += " AND id > ?";
                values.push(Box::new(after));
            }
            if let Some(state) = filter.state {
                // In the text, because only there can it lead to an index.
                sql += &format!(" AND state = '{}'", state.as_str());
            }
            if let Some(kind) = filter.kind {
                sql += " AND kind = ?";
                values.push(Box::new(kind.as_str()));
            }
            if let Some(sender_id) = filter.sender_id {
                sql += " AND sender_id = ?";
                values.push(Box::new(sender_id));
            }
            if let Some(since) = filter.since {
                sql += " AND received_at >= ?";
                values.push(Box::new(since.as_millisecond()));
            }
            let oldest_first = filter.after.is_some();
            sql += if oldest_first { " ORDER BY id" } else { " ORDER BY id DESC" };
            if let Some(limit) = filter.limit {
                sql += &format!(" LIMIT {limit}");
            }
            let mut statement = connection.prepare(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            let mut events = Vec::new();
            while let Some(row) = rows.next()? {
                events.push(match event(row, &cipher) {
                    Err(StoreError::Undecryptable { .. }) => head(row)?,
                    event => event?,
                });
            }
            if !oldest_first {
                events.reverse();
            }
            Ok(events)
        })
        .await
    }

    /// The row numbers of all events of a state, of some accounts if any are named, oldest first.
    pub async fn event_ids(
        &self,
        account_ids: Vec<String>,
        state: EventState,
    ) -> Result<Vec<i64>, StoreError> {
        self.read(move |connection| {
            // In the text, because only there can it lead to an index.
            let mut sql = format!("SELECT id FROM event WHERE state = '{}'", state.as_str());
            if !account_ids.is_empty() {
                let marks = vec!["?"; account_ids.len()].join(", ");
                sql += &format!(" AND account_id IN ({marks})");
            }
            let mut statement = connection.prepare(&(sql + " ORDER BY id"))?;
            let ids = statement.query_map(params_from_iter(account_ids), |row| row.get(0))?;
            Ok(ids.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The row number up to which, from another on, no event waits or is being handled.
    pub async fn ended_up_to(&self, after: i64) -> Result<i64, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT coalesce((SELECT min(id) - 1 FROM event \
                               WHERE id > ?1 AND state IN ('pending', 'running')), \
                           (SELECT max(id) FROM event), 0)";
            Ok(connection.prepare_cached(sql)?.query_row([after], |row| row.get(0))?)
        })
        .await
    }

    /// Puts events back into the queue, as if they had just come.
    pub async fn replay(
        &self,
        ids: Vec<i64>,
        how: Replay,
    ) -> Result<Vec<(i64, Moved)>, StoreError> {
        let cipher = Arc::clone(&self.cipher);
        self.move_each(ids, move |connection, id| replay(connection, &cipher, id, how)).await
    }

    /// Takes events out of the queue, or off the list of those given up; they stay stored.
    pub async fn drop_events(&self, ids: Vec<i64>) -> Result<Vec<(i64, Moved)>, StoreError> {
        self.move_each(ids, drop_event).await
    }

    /// Moves events in steps, between which others get at the store.
    async fn move_each(
        &self,
        ids: Vec<i64>,
        step: impl Fn(&Connection, i64) -> Result<Moved, StoreError> + Clone + Send + 'static,
    ) -> Result<Vec<(i64, Moved)>, StoreError> {
        let mut all = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(MOVED) {
            let (chunk, step) = (chunk.to_vec(), step.clone());
            let moved = self.write(move |connection| {
                let one = |id| Ok((id, step(connection, id)?));
                chunk.into_iter().map(one).collect::<Result<Vec<_>, StoreError>>()
            });
            all.extend(moved.await?);
            tokio::time::sleep(PAUSE).await;
        }
        Ok(all)
    }
}

fn replay(
    connection: &Connection,
    cipher: &Cipher,
    id: i64,
    how: Replay,
) -> Result<Moved, StoreError> {
    let sql = format!("SELECT {EVENT_COLUMNS}, {REPLY_BEGUN} AS begun FROM event WHERE id = ?1");
    let found = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok((head(row)?, row.get::<_, bool>("begun")?)))
        .optional()?;
    let Some((event, begun)) = found else { return Ok(Moved::NotFound) };
    match event.state {
        EventState::Pending | EventState::Running => return Ok(Moved::Open),
        // The dispatcher gives a reason where it turns one away; intake needs none.
        EventState::Ignored if event.reason.is_none() => return Ok(Moved::NotForBots),
        // What a purge has left of one.
        _ if event.object.is_empty() => return Ok(Moved::NotForBots),
        _ if event.deleted => return Ok(Moved::Deleted),
        _ if begun && how == Replay::Unanswered => return Ok(Moved::Answered),
        _ => {}
    }
    if how == Replay::Rest && kept_answer::rest(connection, cipher, id)?.is_empty() {
        return Ok(Moved::NothingLeft);
    }
    if let Some(held) = held_by_its_claimant(connection, &event, how)? {
        return Ok(held);
    }
    match how {
        Replay::Rest => kept_answer::keep_rest(connection, cipher, id)?,
        Replay::Unanswered | Replay::Again => {
            kept_answer::forget(connection, id)?;
            // What was sent before belongs to the earlier round; it must not end this one as unknown. That
            // there was an answer stays known.
            connection
                .prepare_cached("UPDATE outgoing SET event_id = -event_id WHERE event_id = ?1")?
                .execute([id])?;
        }
    }
    connection
        .prepare_cached(
            "UPDATE event SET state = 'pending', attempts = 0, next_attempt_at = 0, owner = NULL, \
                 lease_until = NULL, reason = NULL, duplicate_of = NULL WHERE id = ?1",
        )?
        .execute([id])?;
    Ok(Moved::Queued)
}

/// Lets an event speak for its message again; tells what keeps it from that, if the one that does so now does.
fn held_by_its_claimant(
    connection: &Connection,
    event: &StoredEvent,
    how: Replay,
) -> Result<Option<Moved>, StoreError> {
    let Some(message) = answered::message_of(connection, event, Timestamp::MAX)? else {
        return Ok(None);
    };
    // A duplicate is answered when the one that speaks for the message is.
    let claimant = answered::claimant(connection, &message)?;
    if let Some(claimant) = claimant.filter(|claimant| *claimant != event.id) {
        let sql = format!(
            "SELECT state IN ('pending', 'running'), {REPLY_BEGUN} FROM event WHERE id = ?1"
        );
        let (open, begun): (bool, bool) = connection
            .prepare_cached(&sql)?
            .query_row([claimant], |row| Ok((row.get(0)?, row.get(1)?)))?;
        match (open, begun) {
            (true, _) => return Ok(Some(Moved::Open)),
            (false, true) if how != Replay::Again => return Ok(Some(Moved::Answered)),
            _ => {}
        }
    }
    answered::forget(connection, &message)?;
    if event.sender_id.is_some() {
        answered::claim_message(connection, event.id, &message)?;
    }
    Ok(None)
}

fn drop_event(connection: &Connection, id: i64) -> Result<Moved, StoreError> {
    let sql = "UPDATE event SET state = 'ignored', next_attempt_at = 0, due = NULL, \
                   reason = concat_ws('; ', 'dropped by hand', reason) \
               WHERE id = ?1 AND state IN ('pending', 'failed', 'unknown')";
    if connection.prepare_cached(sql)?.execute([id])? == 1 {
        return Ok(Moved::Dropped);
    }
    let sql = "SELECT state FROM event WHERE id = ?1";
    let state: Option<String> =
        connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
    Ok(match state.as_deref() {
        None => Moved::NotFound,
        Some("running") => Moved::Open,
        Some(_) => Moved::Ended,
    })
}
