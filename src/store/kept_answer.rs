//! What a bot has answered and is not yet all sent.
//!
//! A kill, a stop or a limit in the middle of an answer costs nothing of it, and the bot is not asked
//! again: perhaps it has taken an order. It waits, too, while nobody knows whether one of its messages arrived,
//! and for a person after a refusal that ended it.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use super::cipher::{Cipher, CipherContext};
use super::outgoing::check_claim;
use super::progress::Progress;
use super::{Store, StoreError};
use crate::domain::event::EventState;
use crate::domain::message::{OutgoingMessage, WrittenMessage};

impl Store {
    /// Keeps the answer to a claimed event until the event ends.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`] and [`StoreError::Withdrawn`] for an event that must not be
    /// answered any more.
    pub async fn keep_answer(
        &self,
        event_id: i64,
        owner: &str,
        messages: &[OutgoingMessage],
    ) -> Result<(), StoreError> {
        let sealed = seal(&self.cipher, event_id, messages)?;
        let owner = owner.to_owned();
        self.write(move |connection| {
            check_claim(connection, event_id, &owner)?;
            let sql = "INSERT OR REPLACE INTO kept_answer (event_id, messages) VALUES (?1, ?2)";
            connection.prepare_cached(sql)?.execute(params![event_id, sealed])?;
            Ok(())
        })
        .await
    }

    /// What is kept of the answer to an event behind what was sent, or perhaps was.
    pub async fn answer_rest(&self, event_id: i64) -> Result<Vec<OutgoingMessage>, StoreError> {
        let cipher = Arc::clone(&self.cipher);
        self.read(move |connection| rest(connection, &cipher, event_id)).await
    }
}

fn seal(
    cipher: &Cipher,
    event_id: i64,
    messages: &[OutgoingMessage],
) -> Result<String, StoreError> {
    let written: Vec<_> = messages.iter().map(WrittenMessage::from).collect();
    let json = Zeroizing::new(serde_json::to_string(&written)?);
    Ok(cipher.seal(context(&event_id.to_string()), &json))
}

/// Keeps of an answer only what is left behind what was sent, or perhaps was. What was begun before stays
/// with the event, so that nobody takes it for one that was never answered.
pub(super) fn keep_rest(
    connection: &Connection,
    cipher: &Cipher,
    event_id: i64,
) -> Result<(), StoreError> {
    let rest = rest(connection, cipher, event_id)?;
    let sealed = seal(cipher, event_id, &rest)?;
    let sql = "UPDATE kept_answer SET messages = ?2, after = \
                   (SELECT coalesce(max(id), 0) FROM outgoing WHERE event_id = ?1) \
               WHERE event_id = ?1";
    connection.prepare_cached(sql)?.execute(params![event_id, sealed])?;
    Ok(())
}

pub(super) fn forget(connection: &Connection, event_id: i64) -> Result<(), StoreError> {
    let sql = "DELETE FROM kept_answer WHERE event_id = ?1";
    connection.prepare_cached(sql)?.execute([event_id])?;
    Ok(())
}

/// What is kept of the answer to an event behind what was sent, or perhaps was; nothing of one that cannot
/// be read.
pub(super) fn rest(
    connection: &Connection,
    cipher: &Cipher,
    event_id: i64,
) -> Result<Vec<OutgoingMessage>, StoreError> {
    let progress = Progress::of(connection, event_id)?;
    let left = match left(cipher, event_id, &progress) {
        Err(StoreError::Undecryptable { .. }) => None,
        left => left?,
    };
    Ok(left.into_iter().flatten().skip(progress.doubtful as usize).collect())
}

/// What is left to send of the answer that is kept for an event.
///
/// # Errors
/// [`StoreError::Undecryptable`] also for an answer that only a later program reads.
pub(super) fn left(
    cipher: &Cipher,
    event_id: i64,
    progress: &Progress,
) -> Result<Option<Vec<OutgoingMessage>>, StoreError> {
    let Some(sealed) = &progress.kept else { return Ok(None) };
    let row = event_id.to_string();
    let json = cipher.open(context(&row), sealed)?;
    let unreadable = || StoreError::Undecryptable { context: context(&row).to_string() };
    let written: Vec<WrittenMessage> = serde_json::from_str(&json).map_err(|_| unreadable())?;
    let left = written.into_iter().skip(progress.sent as usize).map(OutgoingMessage::try_from);
    left.collect::<Result<_, _>>().map(Some).map_err(|_| unreadable())
}

/// How long, in milliseconds, after a message of an answer was begun that answer may go on by itself. What is
/// proved later, like by an echo that Instagram repeats for a day, comes too late for the person, and somebody
/// must want it (`event replay --rest`).
const GOES_ON: i64 = 10 * 60 * 1000;

/// Looks whether an event of unknown outcome is one still, now that it may be known of all messages of its
/// answer how they ended: it is done, or its answer `goes_on`. Tells the state it is in then, unless it is left
/// as it is.
pub(super) fn look_again(
    connection: &Connection,
    cipher: &Cipher,
    event_id: i64,
    goes_on: bool,
) -> Result<Option<EventState>, StoreError> {
    let progress = Progress::of(connection, event_id)?;
    if progress.tried == 0 || progress.doubtful > 0 {
        return Ok(None);
    }
    let left = match left(cipher, event_id, &progress) {
        Err(StoreError::Undecryptable { .. }) => return Ok(None),
        left => left?,
    };
    let state = match &left {
        Some(left) if left.is_empty() => EventState::Done,
        // One of several messages is kept; where that is not, nobody knows how many there were.
        None if progress.tried == 1 && progress.sent == 1 => EventState::Done,
        None if progress.sent > 0 => return Ok(None),
        _ if goes_on => EventState::Pending,
        _ => return Ok(None),
    };
    let sql = "UPDATE event SET state = ?2, reason = NULL WHERE id = ?1 AND state = 'unknown'";
    let changed = connection.prepare_cached(sql)?.execute(params![event_id, state.as_str()])?;
    Ok((changed > 0).then_some(state))
}

/// Looks again at the event that an outgoing message answers, once the outcome of that message is known. The
/// answer goes on by itself only within [`GOES_ON`] of the message's beginning.
pub(super) fn message_ended(
    connection: &Connection,
    cipher: &Cipher,
    outgoing_id: i64,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "SELECT event_id, created_at FROM outgoing WHERE id = ?1 AND event_id > 0";
    let found = connection
        .prepare_cached(sql)?
        .query_row([outgoing_id], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    match found {
        Some((event_id, begun)) => {
            let goes_on = now.as_millisecond() - begun <= GOES_ON;
            look_again(connection, cipher, event_id, goes_on).map(drop)
        }
        None => Ok(()),
    }
}

fn context(row: &str) -> CipherContext<'_> {
    CipherContext { table: "kept_answer", column: "messages", row }
}
