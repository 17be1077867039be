//! Which event speaks for a message, so that a person is answered once whatever carries it.
//!
//! Instagram may tell of one message under two times, or by an edit with the number 0 before, after
//! or instead of the message (reference 8.3 and 8.5): events that differ and mean the same. The first
//! that is claimed speaks for the message from then on, through retries, crashes and `unknown`; any
//! other is its duplicate.
//!
//! It stops doing so when it ends `ignored` or `failed` and no reply was begun, for then the person
//! has no answer: an edit whose message could not be fetched must not silence the message that comes
//! after it. What was dropped by hand is a decision and goes on speaking.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::inbox::StoredEvent;
use super::settle::REPLY_BEGUN;
use crate::domain::event::EventKind;

/// How far apart, in milliseconds, two events of one message may come: Instagram repeats a delivery
/// for 36 hours.
const APART: i64 = 72 * 60 * 60 * 1000;

/// How far apart, in milliseconds, two events may say that one message was written. As far as anybody
/// has seen Instagram means the same moment, and a message can be edited for 15 minutes.
const NEAR: i64 = 2 * 60 * 60 * 1000;

/// Span of time, in milliseconds, that leads the row of a message: new rows then land together, at
/// the end, and cost the same however many there are. A day of a busy shop would already be so many
/// pages that each row has its own to write. Of a message that is not [`NEAR`] the beginning or the
/// end of one, nobody has to look into a second.
const SPAN: i64 = 3 * NEAR;

/// A message, whatever carries it: its row, and those where it is if another event tells of it as
/// earlier or later.
pub(super) struct Message([Vec<u8>; 3]);

impl Message {
    /// The row under which it is kept.
    fn row(&self) -> &[u8] {
        let [_, row, _] = &self.0;
        row
    }
}

/// The message that an event which happened `at` a millisecond carries; `None` if it carries none or
/// does not say which.
pub(super) fn message(
    connection: &Connection,
    account_id: &str,
    kind: EventKind,
    mid: Option<&str>,
    at: i64,
) -> rusqlite::Result<Option<Message>> {
    let class = match kind {
        EventKind::Message | EventKind::MessageEdit => "message",
        EventKind::Postback => "postback",
        _ => return Ok(None),
    };
    let Some(mid) = mid else { return Ok(None) };
    // A delivery names the account by one or the other of its ids.
    let sql = "SELECT account_id FROM account WHERE app_scoped_id = ?1";
    let account: Option<String> =
        connection.prepare_cached(sql)?.query_row([account_id], |row| row.get(0)).optional()?;
    let mut hash = Sha256::new();
    for part in [account.as_deref().unwrap_or(account_id), class, mid] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let hash: [u8; 32] = hash.finalize().into();
    let row = |span: i64| {
        let [_, _, _, _, span @ ..] = span.to_be_bytes();
        span.into_iter().chain(hash.into_iter().take(16)).collect()
    };
    Ok(Some(Message([at - NEAR, at, at + NEAR].map(|at| row(at.div_euclid(SPAN))))))
}

/// The event that speaks for a message.
pub(super) fn speaker(connection: &Connection, message: &Message) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT event_id FROM answered WHERE message IN (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.query_row(message.0.each_ref(), |row| row.get(0)).optional()
}

/// Lets an event that is being claimed speak for its message; tells which other one does already.
///
/// One whose person is not known yet only looks. It waits for no other event of its message, which
/// could then be taken for a duplicate of one that comes to nothing.
pub(super) fn spoken_for(
    connection: &Connection,
    event: &StoredEvent,
) -> rusqlite::Result<Option<i64>> {
    let (mid, at) = (event.mid.as_deref(), event.timestamp.unwrap_or(event.received_at));
    let message = message(connection, &event.account_id, event.kind, mid, at.as_millisecond())?;
    let Some(message) = message else { return Ok(None) };
    let speaker = speaker(connection, &message)?;
    if speaker.is_none() && event.sender_id.is_some() {
        let sql = "INSERT OR REPLACE INTO answered (event_id, message) VALUES (?1, ?2)";
        connection.prepare_cached(sql)?.execute(params![event.id, message.row()])?;
    }
    Ok(speaker.filter(|speaker| *speaker != event.id))
}

/// Takes a message from whichever event speaks for it, so that the next to be claimed does.
pub(super) fn forget(connection: &Connection, message: &Message) -> rusqlite::Result<()> {
    let sql = "DELETE FROM answered WHERE message IN (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute(message.0.each_ref()).map(drop)
}

/// Takes its message from an event that has ended, unless a reply to it was begun.
pub(super) fn release(connection: &Connection, event_id: i64) -> rusqlite::Result<()> {
    let sql = format!(
        "DELETE FROM answered WHERE event_id = (SELECT id FROM event \
             WHERE id = ?1 AND NOT {REPLY_BEGUN})"
    );
    connection.prepare_cached(&sql)?.execute([event_id]).map(drop)
}

/// Lets events speak that were answered, or may have been, without ever having been claimed under
/// this schema. Only young ones, for nothing more comes about an old message.
pub(super) fn remember(connection: &Connection) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT id, account_id, kind, mid, received_at, at, \
             state IN ('running', 'done', 'unknown') OR {REPLY_BEGUN} \
         FROM event ORDER BY id DESC"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut oldest = i64::MIN;
    while let Some(row) = rows.next()? {
        let received_at: i64 = row.get(4)?;
        oldest = oldest.max(received_at - APART);
        if received_at < oldest {
            break;
        }
        let (account_id, mid): (String, Option<String>) = (row.get(1)?, row.get(3)?);
        let kind = EventKind::from_word(row.get_ref(2)?.as_str().unwrap_or_default());
        let message = message(connection, &account_id, kind, mid.as_deref(), row.get(5)?)?;
        if let (true, Some(message)) = (row.get(6)?, message) {
            let sql = "INSERT OR IGNORE INTO answered (event_id, message) VALUES (?1, ?2)";
            connection
                .prepare_cached(sql)?
                .execute(params![row.get::<_, i64>(0)?, message.row()])?;
        }
    }
    Ok(())
}
