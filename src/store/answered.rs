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

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::columns::word;
use super::inbox::StoredEvent;
use super::progress::REPLY_BEGUN;
use crate::domain::event::{EventKey, EventKind};

/// How far apart, in milliseconds, two events of one message may come: Instagram repeats a delivery
/// for 36 hours.
const APART: i64 = 72 * 60 * 60 * 1000;

/// How far apart, in milliseconds, two events may say that one message was written. As far as anybody
/// has seen Instagram means the same moment, and a message can be edited for 15 minutes.
const NEAR: i64 = 30 * 60 * 1000;

/// Width, in milliseconds, of the span of time that leads the key of a message. It keeps new rows together at the
/// end of the index: spans of six hours at 20 messages a second would exceed the page cache. A message that came
/// at once, more than [`NEAR`] from both ends of its span, needs one lookup.
const SPAN: i64 = 3 * NEAR;

/// An event, as far as it tells which message it carries. Times are milliseconds since 1970.
struct MessageIdentity<'a> {
    account_id: &'a str,
    kind: EventKind,
    key: EventKey,
    sender_id: Option<&'a str>,
    mid: Option<&'a str>,
    timestamp: Option<i64>,
    received_at: i64,
    /// Until when others that tell of the message may have come.
    until: i64,
}

/// A message, whatever carries it.
pub(super) struct Message {
    hash: [u8; 32],
    /// The span under which it is kept.
    kept: i64,
    /// Where it is kept if another event told of it.
    spans: Vec<i64>,
}

impl Message {
    fn row(&self, span: i64) -> Vec<u8> {
        let [_, _, _, _, span @ ..] = span.to_be_bytes();
        span.into_iter().chain(self.hash.into_iter().take(16)).collect()
    }
}

impl MessageIdentity<'_> {
    /// The message that an event carries; `None` if it carries none or does not say which.
    fn message(&self, connection: &Connection) -> rusqlite::Result<Option<Message>> {
        let class = match self.kind {
            EventKind::Message | EventKind::MessageEdit => "message",
            EventKind::Postback => "postback",
            EventKind::Comment | EventKind::LiveComment => "comment",
            _ => return Ok(None),
        };
        let Some(mid) = self.mid else { return Ok(None) };
        // A delivery names the account by one or the other of its ids.
        let sql = "SELECT account_id FROM account WHERE app_scoped_id = ?1";
        let account: Option<String> = connection
            .prepare_cached(sql)?
            .query_row([self.account_id], |row| row.get(0))
            .optional()?;
        let mut hash = Sha256::new();
        let account_id = account.as_deref().unwrap_or(self.account_id);
        let mut parts = vec![account_id.to_owned(), class.to_owned(), mid.to_owned()];
        if self.kind == EventKind::Postback {
            // Some say that the id of a tap is that of the message with the button, which may be tapped again.
            parts.push(self.sender_id.unwrap_or_default().to_owned());
            // Without a time it is told apart as its delivery was, under which id of the account that was.
            parts.push(self.timestamp.map_or_else(|| self.key.hex(), |at| at.to_string()));
        }
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let (kept, spans) = self.spans();
        Ok(Some(Message { hash: hash.finalize().into(), kept, spans }))
    }

    /// The span of this event, and those in which another that tells of its message may be.
    ///
    /// One that came when it says it was written is found by that. Any other counts as of when it came: what
    /// it says of its time may be anything.
    fn spans(&self) -> (i64, Vec<i64>) {
        let received_at = self.received_at;
        let until = self.until.clamp(received_at, received_at.saturating_add(APART));
        let spans = |from: i64, to: i64| from.div_euclid(SPAN)..=to.div_euclid(SPAN);
        match self.timestamp {
            Some(at) if (received_at - at).abs() <= NEAR => {
                let (first, last) = (at.min(received_at), at.max(until));
                (at.div_euclid(SPAN), spans(first - NEAR, last + NEAR).collect())
            }
            at => {
                let came = spans(received_at - APART, until + NEAR);
                let written = at.map(|at| spans(at - NEAR, at + NEAR));
                (received_at.div_euclid(SPAN), came.chain(written.into_iter().flatten()).collect())
            }
        }
    }
}

/// The message that an event carries, for a look at which others have told of it by `now`.
pub(super) fn message_of(
    connection: &Connection,
    event: &StoredEvent,
    now: Timestamp,
) -> rusqlite::Result<Option<Message>> {
    let told = MessageIdentity {
        account_id: &event.account_id,
        kind: event.kind,
        key: event.key,
        sender_id: event.sender_id.as_deref(),
        mid: event.mid.as_deref(),
        timestamp: event.timestamp.map(Timestamp::as_millisecond),
        received_at: event.received_at.as_millisecond(),
        until: now.as_millisecond(),
    };
    told.message(connection)
}

/// The event that speaks for a message.
pub(super) fn claimant(
    connection: &Connection,
    message: &Message,
) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT event_id FROM answered WHERE message = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    for &span in &message.spans {
        let found = statement.query_row([message.row(span)], |row| row.get(0)).optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Lets an event that is being claimed speak for its message; tells which other one does already.
///
/// One whose person is not known yet only looks. It waits for no other event of its message, which
/// could then be taken for a duplicate of one that comes to nothing.
pub(super) fn claim_or_find_other(
    connection: &Connection,
    event: &StoredEvent,
    now: Timestamp,
) -> rusqlite::Result<Option<i64>> {
    let Some(message) = message_of(connection, event, now)? else { return Ok(None) };
    let claimant = claimant(connection, &message)?;
    if claimant.is_none() && event.sender_id.is_some() {
        claim_message(connection, event.id, &message)?;
    }
    Ok(claimant.filter(|claimant| *claimant != event.id))
}

/// Lets an event speak for a message for which no other does.
pub(super) fn claim_message(
    connection: &Connection,
    event_id: i64,
    message: &Message,
) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO answered (event_id, message) VALUES (?1, ?2)";
    connection.prepare_cached(sql)?.execute(params![event_id, message.row(message.kept)])?;
    Ok(())
}

/// Takes a message from whichever event speaks for it, so that the next to be claimed does.
pub(super) fn forget(connection: &Connection, message: &Message) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("DELETE FROM answered WHERE message = ?1")?;
    for &span in &message.spans {
        statement.execute([message.row(span)])?;
    }
    Ok(())
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
pub(super) fn claim_past_answers(connection: &Connection) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT id, account_id, kind, mid, timestamp, received_at, sender_id, key, \
             state IN ('running', 'done', 'unknown') OR {REPLY_BEGUN} \
         FROM event ORDER BY id DESC"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut oldest = i64::MIN;
    while let Some(row) = rows.next()? {
        let received_at: i64 = row.get(5)?;
        oldest = oldest.max(received_at - APART);
        if received_at < oldest {
            break;
        }
        let (account_id, mid): (String, Option<String>) = (row.get(1)?, row.get(3)?);
        let sender_id: Option<String> = row.get(6)?;
        let told = MessageIdentity {
            account_id: &account_id,
            kind: EventKind::from_word(word(row, 2)?),
            key: EventKey(row.get(7)?),
            sender_id: sender_id.as_deref(),
            mid: mid.as_deref(),
            timestamp: row.get(4)?,
            received_at,
            until: received_at,
        };
        if let (true, Some(message)) = (row.get(8)?, told.message(connection)?) {
            let sql = "INSERT OR IGNORE INTO answered (event_id, message) VALUES (?1, ?2)";
            connection
                .prepare_cached(sql)?
                .execute(params![row.get::<_, i64>(0)?, message.row(message.kept)])?;
        }
    }
    Ok(())
}
