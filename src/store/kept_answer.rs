//! What a bot has answered and is not yet all sent.
//!
//! A kill, a stop or a limit in the middle of an answer costs nothing of it, and the bot is not asked
//! again: perhaps it has taken an order. It waits, too, while nobody knows whether one of its messages arrived,
//! and for a person after a refusal that ended it.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use super::cipher::{Cipher, Place};
use super::outgoing::check_claim;
use super::{Store, StoreError};
use crate::domain::event::EventState;
use crate::domain::message::{OutgoingMessage, WrittenMessage};

/// Whether a row of `outgoing` tells how far the present round of its event has come, as SQL.
pub(super) const OF_THIS_ROUND: &str = "outgoing.id > coalesce( \
    (SELECT after FROM kept_answer WHERE kept_answer.event_id = outgoing.event_id), 0)";

impl Store {
    /// Keeps the answer to a claimed event until the event ends.
    ///
    /// # Errors
    /// As for every write, and [`StoreError::LeaseLost`] and [`StoreError::Withdrawn`] for an event that
    /// must not be answered any more.
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
    ///
    /// # Errors
    /// As for every read.
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
    let json = Zeroizing::new(serde_json::to_string(&written).map_err(|_| StoreError::Closed)?);
    Ok(cipher.seal(place(&event_id.to_string()), &json))
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
    let left = match left(connection, cipher, event_id) {
        Err(StoreError::Undecryptable { .. }) => None,
        left => left?,
    };
    let sql = format!(
        "SELECT count(*) FROM outgoing \
         WHERE event_id = ?1 AND state IN ('sending', 'unknown') AND {OF_THIS_ROUND}"
    );
    let doubtful: u32 = connection.prepare_cached(&sql)?.query_row([event_id], |row| row.get(0))?;
    Ok(left.into_iter().flatten().skip(doubtful as usize).collect())
}

/// What is left to send of the answer that is kept for an event.
///
/// # Errors
/// As for every read, and [`StoreError::Undecryptable`] also for an answer that only a later program reads.
pub(super) fn left(
    connection: &Connection,
    cipher: &Cipher,
    event_id: i64,
) -> Result<Option<Vec<OutgoingMessage>>, StoreError> {
    let sql = format!(
        "SELECT messages, (SELECT count(*) FROM outgoing \
             WHERE event_id = ?1 AND state = 'sent' AND {OF_THIS_ROUND}) \
         FROM kept_answer WHERE event_id = ?1"
    );
    let kept = connection
        .prepare_cached(&sql)?
        .query_row([event_id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?)));
    let Some((sealed, sent)) = kept.optional()? else { return Ok(None) };
    let row = event_id.to_string();
    let json = cipher.open(place(&row), &sealed)?;
    let unreadable = || StoreError::Undecryptable { place: place(&row).to_string() };
    let written: Vec<WrittenMessage> = serde_json::from_str(&json).map_err(|_| unreadable())?;
    let left = written.into_iter().skip(sent as usize).map(OutgoingMessage::try_from);
    left.collect::<Result<_, _>>().map(Some).map_err(|_| unreadable())
}

/// Looks whether an event of unknown outcome is one still, now that a message of its answer is known to have
/// arrived: with none left in doubt it is done, or its answer `goes_on`. One that does not is left as it is.
pub(super) fn arrived(
    connection: &Connection,
    cipher: &Cipher,
    event_id: i64,
    goes_on: bool,
) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT (SELECT count(*) FROM outgoing WHERE event_id = ?1 AND state <> 'refused') \
         FROM event WHERE id = ?1 AND state = 'unknown' \
             AND EXISTS (SELECT 1 FROM outgoing WHERE event_id = ?1 AND state = 'sent') \
             AND NOT EXISTS (SELECT 1 FROM outgoing \
                 WHERE event_id = ?1 AND state IN ('sending', 'unknown') AND {OF_THIS_ROUND})"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let begun = statement.query_row([event_id], |row| row.get::<_, u32>(0)).optional()?;
    let Some(begun) = begun else { return Ok(()) };
    let state = match left(connection, cipher, event_id) {
        Ok(Some(left)) if !left.is_empty() && !goes_on => return Ok(()),
        Ok(Some(left)) if !left.is_empty() => EventState::Pending,
        Ok(Some(_)) => EventState::Done,
        // One of several messages is kept; where that is not, nobody knows how many there were.
        Ok(None) if begun > 1 => return Ok(()),
        Ok(None) => EventState::Done,
        Err(StoreError::Undecryptable { .. }) => return Ok(()),
        Err(error) => return Err(error),
    };
    let sql = "UPDATE event SET state = ?2, reason = NULL WHERE id = ?1";
    connection.prepare_cached(sql)?.execute(params![event_id, state.as_str()])?;
    Ok(())
}

/// The same for the event, if there is one, that an outgoing message answers.
pub(super) fn message_arrived(
    connection: &Connection,
    cipher: &Cipher,
    outgoing_id: i64,
    goes_on: bool,
) -> Result<(), StoreError> {
    let sql = "SELECT event_id FROM outgoing WHERE id = ?1";
    let event_id = connection.prepare_cached(sql)?.query_row([outgoing_id], |row| row.get(0));
    match event_id.optional()?.flatten() {
        Some(event_id) => arrived(connection, cipher, event_id, goes_on),
        None => Ok(()),
    }
}

fn place(row: &str) -> Place<'_> {
    Place { table: "kept_answer", column: "messages", row }
}
