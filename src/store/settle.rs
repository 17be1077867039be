//! How events leave the hands of a dispatcher, also of one that died.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use zeroize::Zeroizing;

use super::answered;
use super::columns::time;
use super::inbox::fetched_context;
use super::kept_answer;
use super::outgoing::{ENDED_WHILE_SENDING, give_up_stale};
use super::progress::Progress;
use super::purge::blank;
use super::tombstone::Tombstones;
use super::{Store, StoreError};
use crate::domain::event::{EventKey, EventState};
use crate::domain::id::IgScopedId;

/// Longer than any lease; one that ends later was taken under a clock that was ahead.
const LONGEST_LEASE: SignedDuration = SignedDuration::from_mins(2);

/// Longer than any event waits for another attempt: one that is due later was put off under a clock that was ahead.
const IMPOSSIBLE_WAIT: SignedDuration = SignedDuration::from_mins(20);

/// How a dispatcher leaves an event.
#[derive(Clone, PartialEq, Eq)]
pub enum Settled {
    /// Handled, replied to or not.
    Done,
    /// Nobody handles it.
    Ignored {
        /// What its owner reads.
        reason: &'static str,
    },
    /// To be looked at again: this was no attempt.
    Wait {
        /// Not before this.
        at: Timestamp,
        /// What it waits for.
        reason: String,
    },
    /// To be tried again.
    Retry {
        /// Not before this.
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
    /// Its message came without content, which was fetched: it goes back into the queue as what the
    /// person wrote, to wait for its turn among what else they did.
    Fetched {
        /// Who wrote it.
        sender_id: IgScopedId,
        /// What it says, in whatever form the caller reads again.
        content: Zeroizing<String>,
    },
}

impl Settled {
    /// The state it leads to.
    pub fn state(&self) -> EventState {
        match self {
            Self::Done => EventState::Done,
            Self::Ignored { .. } => EventState::Ignored,
            Self::Wait { .. } | Self::Retry { .. } | Self::Fetched { .. } => EventState::Pending,
            Self::Failed { .. } => EventState::Failed,
            Self::Unknown { .. } => EventState::Unknown,
        }
    }

    /// Why it is not simply done.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Done | Self::Fetched { .. } => None,
            Self::Ignored { reason } => Some(reason),
            Self::Wait { reason, .. }
            | Self::Retry { reason, .. }
            | Self::Failed { reason }
            | Self::Unknown { reason } => Some(reason),
        }
    }
}

/// Work left behind by a process that ended in the middle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Recovered {
    /// Put back into the queue: nothing of a reply is in doubt.
    pub requeued: usize,
    /// Done: its reply was sent, and that was written down.
    pub done: usize,
    /// A reply was being sent: its outcome is unknown.
    pub unknown: usize,
}

impl Store {
    /// Ends a dispatcher's work on an event; tells the state it is in then, or nothing where another has
    /// taken it over meanwhile.
    ///
    /// An event to which a reply was begun is never put back, unless the answer is kept: whatever went
    /// wrong after that, its outcome is unknown. The store decides this, because only it knows what was
    /// begun.
    pub async fn settle(
        &self,
        id: i64,
        owner: &str,
        settled: Settled,
    ) -> Result<Option<EventState>, StoreError> {
        let (owner, cipher) = (owner.to_owned(), std::sync::Arc::clone(&self.cipher));
        let (state, reason) = (settled.state(), settled.reason().map(str::to_owned));
        let (next, attempts) = match settled {
            Settled::Fetched { sender_id, content } => {
                return self.put_back(id, owner, sender_id, content).await;
            }
            // The claim counted one.
            Settled::Wait { at, .. } => (at.as_millisecond(), -1),
            Settled::Retry { at, .. } => (at.as_millisecond(), 0),
            _ => (0, 0),
        };
        self.write(move |connection| {
            let state = match state {
                EventState::Pending if Progress::of(connection, id)?.in_doubt() => {
                    EventState::Unknown
                }
                state => state,
            };
            let sql = "UPDATE event SET next_attempt_at = ?4, reason = ?5, owner = NULL, \
                           lease_until = NULL, due = NULL, attempts = max(attempts + ?6, 0), \
                           state = ?3 \
                       WHERE id = ?1 AND owner = ?2 AND state = 'running'";
            let values = params![id, owner, state.as_str(), next, reason, attempts];
            if connection.prepare_cached(sql)?.execute(values)? == 0 {
                return Ok(None);
            }
            match state {
                EventState::Ignored | EventState::Failed => answered::release(connection, id)?,
                // The echo of what was in doubt may have been faster.
                EventState::Unknown => {
                    let seen = kept_answer::look_again(connection, &cipher, id, true)?;
                    return Ok(Some(seen.unwrap_or(state)));
                }
                EventState::Pending | EventState::Running | EventState::Done => {}
            }
            Ok(Some(state))
        })
        .await
    }

    async fn put_back(
        &self,
        id: i64,
        owner: String,
        sender_id: IgScopedId,
        content: Zeroizing<String>,
    ) -> Result<Option<EventState>, StoreError> {
        let cipher = std::sync::Arc::clone(&self.cipher);
        let work = move |connection: &Connection| {
            let sql = "SELECT key, account_id, at FROM event \
                       WHERE id = ?1 AND owner = ?2 AND state = 'running'";
            let found = connection.query_row(sql, params![id, owner], |row| {
                Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, String>(1)?, time(row, 2)?))
            });
            let Some((key, account_id, at)) = found.optional()? else { return Ok(None) };
            // Only now it is known whose it is.
            if let Some(tombstones) = Tombstones::of(connection, &cipher)?
                && tombstones.covers_until(connection, &account_id, Some(sender_id.as_str()), at)?
            {
                blank(connection, &cipher, &tombstones, id, &EventKey(key))?;
                return Ok(Some(EventState::Ignored));
            }
            let fetched = cipher.seal(fetched_context(&EventKey(key).hex()), &content);
            // The bot's attempts begin now; those before were ours at Instagram. Whether it was
            // passed over when events were listed by person, who was not known, is not looked up.
            let sql = "UPDATE event SET state = 'pending', owner = NULL, lease_until = NULL, \
                           due = NULL, attempts = 0, next_attempt_at = 0, reason = NULL, \
                           sender_id = ?2, peer_id = ?2, fetched = ?3, listed = 1 WHERE id = ?1";
            connection.execute(sql, params![id, sender_id.as_str(), fetched])?;
            Ok(Some(EventState::Pending))
        };
        let state = self.write(work).await?;
        if state == Some(EventState::Ignored) {
            // What was purged is not left in the log either. It is gone from the store in any case.
            if let Err(error) = self.checkpoint().await {
                tracing::warn!(%error, "what was purged may be in the write-ahead log for a while");
            }
        }
        Ok(state)
    }

    /// Takes back what a dead dispatcher held, once its lease ran out.
    ///
    /// An event whose reply was being sent becomes `unknown`: the customer may have the reply. One whose only
    /// message was sent is done.
    pub async fn recover(&self, now: Timestamp) -> Result<Recovered, StoreError> {
        self.write(move |connection| {
            give_up_stale(connection, now)?;
            let far = (now + IMPOSSIBLE_WAIT).as_millisecond();
            let longest = (now + LONGEST_LEASE).as_millisecond();
            let now = now.as_millisecond();
            let sql = "UPDATE event SET lease_until = ?1 - 1 \
                       WHERE state = 'running' AND lease_until > ?2";
            connection.prepare_cached(sql)?.execute([now, longest])?;
            connection
                .prepare_cached(
                    "UPDATE outgoing SET state = 'unknown', updated_at = ?1, reason = ?2 \
                 WHERE state = 'sending' AND event_id IN \
                     (SELECT id FROM event WHERE state = 'running' AND lease_until < ?1)",
                )?
                .execute(params![now, ENDED_WHILE_SENDING])?;
            let sql = "SELECT id FROM event WHERE state = 'running' AND lease_until < ?1";
            let ids = connection
                .prepare_cached(sql)?
                .query_map([now], |row| row.get(0))?
                .collect::<Result<Vec<i64>, _>>()?;
            let mut recovered = Recovered::default();
            for id in ids {
                let progress = Progress::of(connection, id)?;
                let (state, reason) = if progress.is_whole() {
                    recovered.done += 1;
                    (EventState::Done, None)
                } else if progress.in_doubt() {
                    recovered.unknown += 1;
                    (EventState::Unknown, Some("the process ended while a reply was being sent"))
                } else {
                    recovered.requeued += 1;
                    (EventState::Pending, None)
                };
                let sql = "UPDATE event SET state = ?2, reason = coalesce(?3, reason), owner = NULL, \
                               lease_until = NULL, due = NULL WHERE id = ?1";
                connection.prepare_cached(sql)?.execute(params![id, state.as_str(), reason])?;
            }
            // The clock was set back: nothing must wait until it is that late again.
            let sql = "UPDATE event SET due = ?1 \
                       WHERE state = 'pending' AND is_comment IN (0, 1) AND due > ?2";
            connection.prepare_cached(sql)?.execute([now, far])?;
            Ok(recovered)
        })
        .await
    }
}
