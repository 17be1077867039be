//! What proves that a send of unknown outcome arrived: Instagram shows a message of the account that
//! says the same and was written at that time.
//!
//! The answer to the send was lost, and with it the `mid`; account, person, time and words must do.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, Row, params};

use super::cipher::Cipher;
use super::listed::{LISTED, UNLISTED};
use super::outgoing::{KEEP_COMMENT, OutgoingRow, open_body, read, said, unsettled};
use super::{StoreError, kept_answer};
use crate::domain::message::{COMMENT, Content};

/// How long before its message a send was begun at most: turns and time-outs are shorter.
const BEFORE: SignedDuration = SignedDuration::from_mins(15);

/// The same for what has no text to know it by, which is why it must not be off by more than a call
/// takes, and by what clocks differ.
const BEFORE_FILE: SignedDuration = SignedDuration::from_mins(5);

/// How far Instagram's clock may be behind ours.
pub(super) const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// How long after a comment it may be answered in private (reference 6), and a day for what is late.
const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_hours(8 * 24);

/// All recipients of private replies: a semicolon comes behind a colon.
const COMMENTS: [&str; 2] = [COMMENT, "comment;"];

/// What a message of the account says, as Instagram shows it.
#[derive(Clone)]
pub enum Said {
    /// A text.
    Text(String),
    /// Something else.
    Other {
        /// Of which kind, as `outgoing.kind` has it.
        kind: &'static str,
        /// How many files it brings, if that is known.
        files: Option<usize>,
    },
}

impl Said {
    /// Whether the message of a row says this that begins with `key`, `form`, `body` and `kind`.
    fn fits(&self, cipher: &Cipher, row: &Row<'_>) -> Result<bool, StoreError> {
        match self {
            Self::Text(text) => Ok(said(cipher, row)?.is_some_and(|said| *said == *text)),
            Self::Other { kind, .. } if row.get_ref(3)?.as_str().ok() != Some(*kind) => Ok(false),
            Self::Other { files: None, .. } => Ok(true),
            Self::Other { files: Some(files), .. } => {
                Ok(files_of(&open_body(cipher, row, 0)?) == *files)
            }
        }
    }
}

/// How many files go with a message.
fn files_of(body: &str) -> usize {
    match read(body).map(|message| message.content) {
        Some(Content::Media { media, .. }) => media.len(),
        _ => 1,
    }
}

/// The sends of unknown outcome whose message may be the one that says this and was written `at`.
/// Where there are several, nobody knows which of them arrived.
///
/// Whom a private reply reaches is learned only with its answer, unless the store has the comment.
pub(super) fn candidates(
    connection: &Connection,
    cipher: &Cipher,
    account_id: &str,
    person: &str,
    said: &Said,
    at: Timestamp,
) -> Result<Vec<OutgoingRow>, StoreError> {
    let mut found = candidates_to(connection, cipher, account_id, person, said, at)?;
    for comment in commented(connection, person, at)? {
        found.extend(candidates_to(connection, cipher, account_id, &comment, said, at)?);
    }
    Ok(found)
}

/// The comments of a person, as recipients; none where no private reply is open.
fn commented(
    connection: &Connection,
    person: &str,
    at: Timestamp,
) -> rusqlite::Result<Vec<String>> {
    let sql = format!("SELECT 1 FROM {} AND recipient_id BETWEEN ?1 AND ?2", unsettled());
    if !connection.prepare_cached(&sql)?.exists(COMMENTS)? {
        return Ok(Vec::new());
    }
    comments_of(
        connection,
        person,
        at.as_millisecond().saturating_sub(ANSWERED_WITHIN.as_millis() as i64),
    )
}

/// The comments that a person has written since a moment, as recipients of private replies.
pub(super) fn comments_of(
    connection: &Connection,
    person: &str,
    since: i64,
) -> rusqlite::Result<Vec<String>> {
    let mut found = Vec::new();
    for list in [LISTED, UNLISTED] {
        let sql = format!(
            "SELECT mid FROM {list} AND peer_id = ?1 AND at >= ?2 AND mid IS NOT NULL AND is_comment"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mids = statement.query_map(params![person, since], |row| row.get::<_, String>(0))?;
        for mid in mids {
            found.push(format!("{COMMENT}{}", mid?));
        }
    }
    Ok(found)
}

/// The sends of unknown outcome to one recipient that say the same and were begun shortly before `at`.
fn candidates_to(
    connection: &Connection,
    cipher: &Cipher,
    account_id: &str,
    recipient: &str,
    said: &Said,
    at: Timestamp,
) -> Result<Vec<OutgoingRow>, StoreError> {
    let sql = format!(
        "SELECT key, form, body, kind, id FROM {} AND recipient_id = ?2 AND account_id IN \
             (SELECT account_id FROM account WHERE account_id = ?1 OR app_scoped_id = ?1) \
             AND created_at BETWEEN ?3 AND ?4 ORDER BY id",
        unsettled()
    );
    let before = match said {
        Said::Text(_) => BEFORE,
        Said::Other { .. } => BEFORE_FILE,
    };
    let millis = |span: SignedDuration| span.as_millis() as i64;
    let at = at.as_millisecond();
    let (earliest, latest) = (at.saturating_sub(millis(before)), at.saturating_add(millis(SKEW)));
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![account_id, recipient, earliest, latest])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        // One that cannot be decrypted is nobody's proof.
        if said.fits(cipher, row).unwrap_or(false) {
            found.push(OutgoingRow { id: row.get(4)?, key: row.get(0)? });
        }
    }
    Ok(found)
}

/// Writes down that the message of a send arrived, as which and with whom; `false` if its outcome has become known
/// meanwhile.
pub(super) fn arrived(
    connection: &Connection,
    cipher: &Cipher,
    row: OutgoingRow,
    mid: &str,
    person: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = format!(
        "UPDATE outgoing SET state = 'sent', mid = ?2, reason = NULL, updated_at = ?3, \
             recipient_id = ?5, {KEEP_COMMENT} \
         WHERE id = ?1 AND key = ?4 AND state IN ('sending', 'unknown')"
    );
    let values = params![row.id, mid, now.as_millisecond(), row.key, person];
    let settled = connection.prepare_cached(&sql)?.execute(values)? == 1;
    if settled {
        kept_answer::message_ended(connection, cipher, row.id, now)?;
    }
    Ok(settled)
}
