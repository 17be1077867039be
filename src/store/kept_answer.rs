//! What a bot has answered and is not yet all sent.
//!
//! A kill, a stop or a limit in the middle of an answer costs nothing of it, and the bot is not asked
//! again: perhaps it has taken an order. It waits, too, while nobody knows whether one of its messages arrived.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use super::cipher::{Cipher, Place};
use super::outgoing::check_claim;
use super::{Store, StoreError};
use crate::domain::event::EventState;
use crate::domain::message::{OutgoingMessage, WrittenMessage};

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
            keep(connection, event_id, &sealed)
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

pub(super) fn seal(
    cipher: &Cipher,
    event_id: i64,
    messages: &[OutgoingMessage],
) -> Result<String, StoreError> {
    let written: Vec<_> = messages.iter().map(WrittenMessage::from).collect();
    let json = Zeroizing::new(serde_json::to_string(&written).map_err(|_| StoreError::Closed)?);
    Ok(cipher.seal(place(&event_id.to_string()), &json))
}

pub(super) fn keep(connection: &Connection, event_id: i64, sealed: &str) -> Result<(), StoreError> {
    let sql = "INSERT OR REPLACE INTO kept_answer (event_id, messages) VALUES (?1, ?2)";
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
    let sql = "SELECT count(*) FROM outgoing \
               WHERE event_id = ?1 AND state IN ('sending', 'unknown')";
    let doubtful: u32 = connection.prepare_cached(sql)?.query_row([event_id], |row| row.get(0))?;
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
    let sql = "SELECT messages, \
                   (SELECT count(*) FROM outgoing WHERE event_id = ?1 AND state = 'sent') \
               FROM kept_answer WHERE event_id = ?1";
    let kept = connection
        .prepare_cached(sql)?
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
    let sql = "SELECT 1 FROM event WHERE id = ?1 AND state = 'unknown' \
                   AND EXISTS (SELECT 1 FROM outgoing WHERE event_id = ?1 AND state = 'sent') \
                   AND NOT EXISTS (SELECT 1 FROM outgoing \
                       WHERE event_id = ?1 AND state IN ('sending', 'unknown'))";
    if !connection.prepare_cached(sql)?.exists([event_id])? {
        return Ok(());
    }
    let state = match left(connection, cipher, event_id) {
        Ok(Some(left)) if !left.is_empty() && !goes_on => return Ok(()),
        Ok(Some(left)) if !left.is_empty() => EventState::Pending,
        Ok(_) => EventState::Done,
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
