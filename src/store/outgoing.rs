//! Messages on their way out: each is written down before the call, and how it ended after it.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::cipher::{Cipher, CipherContext};
use super::inbox::deleted;
use super::rate::{self, RateLimiter, UsageNote};
use super::{Store, StoreError, kept_answer};
use crate::domain::event::EventKey;
use crate::domain::id::AccountId;
use crate::domain::message::{OutgoingMessage, Recipient, SendState, WrittenMessage};
use crate::domain::rate::Bucket;

/// A message about to be sent.
#[derive(Debug)]
pub struct NewOutgoing<'a> {
    /// Sixteen random bytes that name the row.
    pub key: [u8; 16],
    /// From.
    pub account_id: &'a AccountId,
    /// To.
    pub recipient: &'a Recipient,
    /// What to send.
    pub message: &'a OutgoingMessage,
    /// What it answers, if it is a reply.
    pub reply: Option<Reply<'a>>,
    /// Under which it is sent once, however often that is asked for.
    pub dedupe_key: Option<&'a str>,
    /// When its turn comes.
    pub reserve: Reserve,
}

/// The turn of a message at Instagram's limits.
#[derive(Debug, Clone, Copy)]
pub enum Reserve {
    /// It may be this far off.
    Within(SignedDuration),
    /// It was taken, and has come.
    Done,
}

/// The claim under which a reply is sent.
#[derive(Debug, Clone, Copy)]
pub struct Reply<'a> {
    /// The event.
    pub event_id: i64,
    /// The dispatcher that holds it.
    pub owner: &'a str,
}

/// A row of an outgoing message, by its number and its name: after a purge a number may be given to
/// another, and how one send ended must never stand with another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutgoingRow {
    /// Row number.
    pub id: i64,
    pub(super) key: [u8; 16],
}

/// What came of the wish to send a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is written down and may be sent.
    Now {
        /// Its row.
        row: OutgoingRow,
        /// Not before this.
        start: Timestamp,
    },
    /// It has a turn, and is not written down before that comes: a process that is killed while it
    /// waits leaves nothing in doubt.
    Later {
        /// When its turn comes.
        start: Timestamp,
    },
    /// It was sent before under the same key.
    Before(RecordedSend),
}

/// What the store knows of a send: how it ended, or that it is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedSend {
    /// How it stands.
    pub state: SendState,
    /// Instagram's id of the message.
    pub mid: Option<String>,
    /// Why it was not sent, or why nobody knows.
    pub reason: Option<String>,
    /// Who got it, where only a comment was known.
    pub recipient_id: Option<String>,
    /// It never reached Instagram: the same key may be used again.
    pub key_reusable: bool,
}

/// How far off a turn may be for which a message is written down at once.
const SOON: SignedDuration = SignedDuration::from_millis(50);

/// A send that has no recorded end after this has an unknown outcome; far longer than any call.
const STALE: SignedDuration = SignedDuration::from_mins(10);

/// What is said of a send whose process was gone before it could write down the end.
pub(super) const ENDED_WHILE_SENDING: &str = "the process ended while sending";

/// How a message lies in its row.
pub(super) const AS_TEXT: i64 = 0;
pub(super) const AS_JSON: i64 = 1;

impl Store {
    /// Records that a message is about to be sent, before it is; or takes its turn, if that is off.
    ///
    /// # Errors
    /// Nothing is recorded after any of these: [`StoreError::LeaseLost`] and
    /// [`StoreError::Withdrawn`] for a reply that must not be sent, [`StoreError::Unlinked`] if the
    /// account is not there any more, [`StoreError::RateLimited`] if its turn is too far off, and
    /// what [`Store::sent_before`] fails with.
    pub async fn begin_send(
        &self,
        new: &NewOutgoing<'_>,
        now: Timestamp,
    ) -> Result<Begun, StoreError> {
        let row = NewRow::seal(&self.cipher, new.key, new.recipient, new.message, now)?;
        let reply = new.reply.map(|reply| (reply.event_id, reply.owner.to_owned()));
        let account_id = new.account_id.to_string();
        let dedupe = new.dedupe_key.map(hash);
        let kind = new.message.content.kind();
        let bucket = Bucket::of(kind, new.recipient);
        let reserve = new.reserve;
        let cipher = Arc::clone(&self.cipher);
        self.write(move |connection| {
            let mut bucket = bucket;
            if let Some((event_id, owner)) = &reply {
                check_claim(connection, *event_id, owner)?;
                let sql = "SELECT 1 FROM event WHERE id = ?1 AND kind = 'live_comment'";
                if connection.prepare_cached(sql)?.exists([event_id])? {
                    bucket = Bucket::Messages;
                }
            }
            // By hand an account that is switched off was refused before.
            let sql = "SELECT 1 FROM account WHERE account_id = ?1 AND (active OR NOT ?2)";
            if !connection.prepare_cached(sql)?.exists(params![account_id, reply.is_some()])? {
                return Err(StoreError::Unlinked);
            }
            give_up_stale(connection, now)?;
            if let Some(dedupe) = &dedupe
                && let Some(earlier) = earlier(connection, &cipher, &account_id, dedupe, &row)?
            {
                return Ok(Begun::Before(earlier));
            }
            let mut limiter = RateLimiter::new(connection, &account_id, now)?;
            let start = match reserve {
                Reserve::Within(patience) => limiter.take(bucket, bucket.pace(), patience)?,
                Reserve::Done => {
                    limiter.check_not_blocked()?;
                    now
                }
            };
            limiter.note()?;
            if start > now + SOON {
                return Ok(Begun::Later { start });
            }
            let event_id = reply.map(|(event_id, _)| event_id);
            connection
                .prepare_cached(
                    "INSERT INTO outgoing (key, account_id, recipient_id, kind, state, event_id, \
                         created_at, updated_at, body, form, dedupe) \
                     VALUES (?1, ?2, ?3, ?4, 'sending', ?5, ?6, ?6, ?7, ?8, ?9)",
                )?
                .execute(params![
                    row.key,
                    account_id,
                    row.recipient_id,
                    row.kind,
                    event_id,
                    now.as_millisecond(),
                    row.body,
                    AS_JSON,
                    dedupe
                ])?;
            let row = OutgoingRow { id: connection.last_insert_rowid(), key: row.key };
            Ok(Begun::Now { row, start })
        })
        .await
    }

    /// How a message ended that was sent under the same key before.
    ///
    /// # Errors
    /// [`StoreError::KeyUsed`] if its key belongs to another message, and [`StoreError::KeyWaits`]
    /// if a batch is yet to send it.
    pub async fn sent_before(
        &self,
        new: &NewOutgoing<'_>,
        now: Timestamp,
    ) -> Result<Option<RecordedSend>, StoreError> {
        let Some(dedupe) = new.dedupe_key.map(hash) else { return Ok(None) };
        let row = NewRow::seal(&self.cipher, new.key, new.recipient, new.message, now)?;
        let account_id = new.account_id.to_string();
        let cipher = Arc::clone(&self.cipher);
        self.read(move |connection| earlier(connection, &cipher, &account_id, &dedupe, &row)).await
    }

    /// Whether the same message was refused lately, which sets its key free. One that was purged is gone, and
    /// nobody knows how it ended.
    pub async fn refused_lately(
        &self,
        new: &NewOutgoing<'_>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let row = NewRow::seal(&self.cipher, new.key, new.recipient, new.message, now)?;
        let account_id = new.account_id.to_string();
        let cipher = Arc::clone(&self.cipher);
        self.read(move |connection| {
            let sql = "SELECT key, form, body FROM outgoing WHERE recipient_id = ?1 \
                           AND created_at >= ?2 AND state NOT IN ('waiting', 'skipped') \
                           AND state = 'refused' AND account_id = ?3";
            let mut statement = connection.prepare_cached(sql)?;
            let since = (now - STALE).as_millisecond();
            let mut rows = statement.query(params![row.recipient_id, since, account_id])?;
            while let Some(found) = rows.next()? {
                if says_the_same(&cipher, found, &row)? {
                    return Ok(true);
                }
            }
            Ok(false)
        })
        .await
    }

    /// Records how a send ended, and what its answer said about the account's limits; nothing if it was
    /// purged meanwhile. Gives the id of a message of unknown outcome of which an echo has told meanwhile that it
    /// arrived.
    ///
    /// # Errors
    /// After any error the row stays `sending`, and is reported as unknown.
    pub async fn end_send(
        &self,
        row: OutgoingRow,
        ended: RecordedSend,
        usage: Option<UsageNote>,
        now: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        let cipher = Arc::clone(&self.cipher);
        self.write(move |connection| {
            let arrived = write_end(connection, row, &ended, now)?;
            if ended.state != SendState::Unknown {
                // Its event may have been given up meanwhile by another process.
                kept_answer::message_ended(connection, &cipher, row.id, now)?;
            }
            if let Some(usage) = usage {
                let sql = "SELECT account_id FROM outgoing WHERE key = ?1";
                let mut statement = connection.prepare_cached(sql)?;
                let account_id: Option<String> =
                    statement.query_row([row.key], |row| row.get(0)).optional()?;
                if let Some(account_id) = account_id {
                    rate::note(connection, &account_id, &usage, now)?;
                }
            }
            Ok(arrived)
        })
        .await
    }
}

/// Keeps the comment that a private reply was asked for, once its recipient is known, as SQL.
pub(super) const KEEP_COMMENT: &str =
    "comment = CASE WHEN recipient_id LIKE 'comment:%' THEN recipient_id ELSE comment END";

/// Writes down how a send ended; gives the id of a message of unknown outcome of which an echo has told meanwhile
/// that it arrived.
pub(super) fn write_end(
    connection: &Connection,
    row: OutgoingRow,
    ended: &RecordedSend,
    now: Timestamp,
) -> rusqlite::Result<Option<String>> {
    let changed = connection
        .prepare_cached(
            // An echo may have proved meanwhile that it arrived; but it is known by what it says, which
            // somebody else may have said, and Instagram's own refusal is worth more.
            &format!(
                "UPDATE outgoing SET state = ?2, mid = ?3, reason = ?4, updated_at = ?5, \
                     recipient_id = \
                         coalesce(?6, CASE ?2 WHEN 'refused' THEN comment END, recipient_id), \
                     {KEEP_COMMENT}, dedupe = CASE WHEN ?7 THEN NULL ELSE dedupe END \
                 WHERE id = ?1 AND key = ?8 AND (?2 <> 'unknown' OR state <> 'sent')"
            ),
        )?
        .execute(params![
            row.id,
            ended.state.as_str(),
            ended.mid,
            ended.reason,
            now.as_millisecond(),
            ended.recipient_id,
            ended.key_reusable,
            row.key,
        ])?;
    match (changed, ended.state) {
        (0, SendState::Unknown) => {
            let sql = "SELECT mid FROM outgoing WHERE id = ?1 AND key = ?2 AND state = 'sent'";
            let mut statement = connection.prepare_cached(sql)?;
            let mid = statement.query_row(params![row.id, row.key], |row| row.get(0));
            Ok(mid.optional()?.flatten())
        }
        _ => Ok(None),
    }
}

/// A message sealed for its row.
pub(super) struct NewRow {
    /// Led by the time, so that new ones land at the end of the index.
    pub(super) key: [u8; 16],
    pub(super) recipient_id: String,
    pub(super) kind: &'static str,
    pub(super) body: String,
}

impl NewRow {
    pub(super) fn seal(
        cipher: &Cipher,
        random: [u8; 16],
        recipient: &Recipient,
        message: &OutgoingMessage,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let mut key = random;
        let millis = now.as_millisecond().to_be_bytes();
        key[..6].copy_from_slice(&millis[2..]);
        let json = Zeroizing::new(serde_json::to_string(&WrittenMessage::from(message))?);
        Ok(Self {
            body: cipher.seal(body_context(&EventKey(key).hex()), &json),
            key,
            recipient_id: recipient.to_string(),
            kind: message.content.kind().as_str(),
        })
    }
}

/// What is kept of a script's key: nothing that tells what it was.
pub(super) fn hash(key: &str) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&Sha256::digest(key)[..16]);
    short
}

/// Makes sure that a reply may still be sent.
pub(super) fn check_claim(
    connection: &Connection,
    event_id: i64,
    owner: &str,
) -> Result<(), StoreError> {
    let sql = concat!(
        "SELECT ",
        deleted!("event"),
        " FROM event WHERE id = ?1 AND owner = ?2 AND state = 'running'"
    );
    let mut held = connection.prepare_cached(sql)?;
    match held.query_row(params![event_id, owner], |row| row.get(0)).optional()? {
        None => Err(StoreError::LeaseLost),
        // Taken back while the bot was at work.
        Some(true) => Err(StoreError::Withdrawn),
        Some(false) => Ok(()),
    }
}

/// How the message ended that was sent under a key before.
///
/// # Errors
/// [`StoreError::KeyUsed`] if it was another message, and [`StoreError::KeyWaits`] if it is yet to
/// be sent.
pub(super) fn earlier(
    connection: &Connection,
    cipher: &Cipher,
    account_id: &str,
    dedupe: &[u8; 16],
    row: &NewRow,
) -> Result<Option<RecordedSend>, StoreError> {
    let sql = "SELECT key, form, body, recipient_id, state, mid, reason, batch_id, line, \
                   coalesce(comment, recipient_id) FROM outgoing WHERE account_id = ?1 AND dedupe = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params![account_id, dedupe])?;
    let Some(found) = rows.next()? else { return Ok(None) };
    let same_words = says_the_same(cipher, found, row)?;
    let (to, state): (String, String) = (found.get(3)?, found.get(4)?);
    // A private reply has learned meanwhile who wrote the comment.
    let asked_for: String = found.get(9)?;
    if !same_words || asked_for != row.recipient_id {
        return Err(StoreError::KeyUsed);
    }
    if state == SendState::Waiting.as_str() {
        return Err(StoreError::KeyWaits { batch_id: found.get(7)?, line: found.get(8)? });
    }
    Ok(Some(RecordedSend {
        state: SendState::from_word(&state),
        mid: found.get(5)?,
        reason: found.get(6)?,
        recipient_id: Some(to),
        key_reusable: false,
    }))
}

/// Whether the message of a row that begins with `key`, `form` and `body` says the same as a new one.
fn says_the_same(cipher: &Cipher, found: &Row<'_>, row: &NewRow) -> Result<bool, StoreError> {
    let old = open_body(cipher, found, 0)?;
    let new = cipher.open(body_context(&EventKey(row.key).hex()), &row.body)?;
    Ok(*old == *new)
}

/// Turns sends whose process ended before it could record their end into unknown outcomes.
pub(super) fn give_up_stale(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outgoing SET state = 'unknown', updated_at = ?1, reason = ?3 \
               WHERE state = 'sending' AND created_at < ?2";
    let before = (now - STALE).as_millisecond();
    let values = params![now.as_millisecond(), before, ENDED_WHILE_SENDING];
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

// As a macro for statements that are constants.
macro_rules! unknown_before {
    () => {
        "it was asked for before under its key: unknown"
    };
}
pub(super) use unknown_before;

/// Why a row of a batch is unknown that was not sent itself, because its key was used before for a
/// send of which nobody knows how it ended.
pub(super) const UNKNOWN_BEFORE: &str = unknown_before!();

// As a macro for statements that are constants.
macro_rules! shown_sends {
    () => {
        concat!("state NOT IN ('waiting', 'skipped') AND reason IS NOT '", unknown_before!(), "'")
    };
}
pub(super) use shown_sends;

/// Holds for what was sent, as far as a history shows it: a row of a batch is none that only repeats a message
/// of which nobody knows whether it arrived.
pub(super) const SHOWN_SENDS: &str = shown_sends!();

/// Sends of which may yet be learned how they ended, as SQL.
pub(super) fn unsettled() -> String {
    format!("outgoing WHERE state IN ('sending', 'unknown') AND reason IS NOT '{UNKNOWN_BEFORE}'")
}

/// Opens the body of a row whose columns from `first` on are `key`, `form` and `body`: the JSON of
/// the message, or its text as long as messages were nothing else.
pub(super) fn open_body(
    cipher: &Cipher,
    row: &Row<'_>,
    first: usize,
) -> Result<Zeroizing<String>, StoreError> {
    let name = EventKey(row.get(first)?).hex();
    let body: String = row.get(first + 2)?;
    cipher.open(body_context(&name), &body)
}

/// The text of a row that begins with `key`, `form` and `body`, if the message has one.
pub(super) fn said(
    cipher: &Cipher,
    row: &Row<'_>,
) -> Result<Option<Zeroizing<String>>, StoreError> {
    let body = open_body(cipher, row, 0)?;
    if row.get::<_, i64>(1)? == AS_TEXT {
        return Ok(Some(body));
    }
    Ok(Some(text(&body)).filter(|text| !text.is_empty()))
}

/// The text of a message as JSON; empty if it has none.
pub(super) fn text(json: &str) -> Zeroizing<String> {
    let message = read(json);
    let text = message.as_ref().and_then(OutgoingMessage::text);
    Zeroizing::new(text.unwrap_or_default().to_owned())
}

/// Reads the JSON that [`NewRow::seal`] wrote.
pub(super) fn read(json: &str) -> Option<OutgoingMessage> {
    let written: WrittenMessage = serde_json::from_str(json).ok()?;
    written.try_into().ok()
}

pub(super) fn body_context(row: &str) -> CipherContext<'_> {
    CipherContext { table: "outgoing", column: "body", row }
}
