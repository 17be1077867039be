//! What proves that a send of unknown outcome arrived: Instagram shows a message of the account that
//! says the same and was written at that time.
//!
//! The answer to the send was lost, and with it the `mid`; account, person, time and words must do.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, Row, params};

use super::cipher::Cipher;
use super::outgoing::{OutgoingRow, open_body, read, said, unsettled};
use super::{StoreError, kept_answer};
use crate::domain::message::{COMMENT, Content};

/// How long before its message a send was begun at most: turns and time-outs are shorter.
const BEFORE: SignedDuration = SignedDuration::from_mins(15);

/// The same for what has no text to know it by, which is why it must not be off by more than a call
/// takes, and by what clocks differ.
const BEFORE_FILE: SignedDuration = SignedDuration::from_mins(5);

/// How far Instagram's clock may be behind ours.
pub(super) const SKEW: SignedDuration = SignedDuration::from_mins(5);

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
/// Whom a private reply reaches is learned only with its answer: one with this text is looked for where no
/// message to the person fits.
pub(super) fn candidates(
    connection: &Connection,
    cipher: &Cipher,
    account_id: &str,
    person: &str,
    said: &Said,
    at: Timestamp,
) -> Result<Vec<OutgoingRow>, StoreError> {
    let found = between(connection, cipher, account_id, [person, person], said, at)?;
    match said {
        Said::Text(_) if found.is_empty() => {
            between(connection, cipher, account_id, COMMENTS, said, at)
        }
        _ => Ok(found),
    }
}

/// The same of the recipients from one to another, as their texts are sorted.
fn between(
    connection: &Connection,
    cipher: &Cipher,
    account_id: &str,
    [first, last]: [&str; 2],
    said: &Said,
    at: Timestamp,
) -> Result<Vec<OutgoingRow>, StoreError> {
    let sql = format!(
        "SELECT key, form, body, kind, id FROM {} AND recipient_id BETWEEN ?2 AND ?5 AND account_id IN \
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
    let (from, to) = (at.saturating_sub(millis(before)), at.saturating_add(millis(SKEW)));
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![account_id, first, from, to, last])?;
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
    let sql = "UPDATE outgoing SET state = 'sent', mid = ?2, reason = NULL, updated_at = ?3, \
                   recipient_id = ?5 \
               WHERE id = ?1 AND key = ?4 AND state IN ('sending', 'unknown')";
    let values = params![row.id, mid, now.as_millisecond(), row.key, person];
    let settled = connection.prepare_cached(sql)?.execute(values)? == 1;
    if settled {
        kept_answer::message_ended(connection, cipher, row.id, now)?;
    }
    Ok(settled)
}
