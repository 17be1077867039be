//! What the echo of a message proves.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde::Deserialize;

use super::StoreError;
use super::cipher::Cipher;
use super::kept_answer;
use super::outgoing::{open_body, read, said, unsettled};
use crate::domain::event::Event;
use crate::domain::message::{Content, MessageKind};

/// How long, in milliseconds, after a send was begun its message may have been sent, by Instagram's
/// clock: turns and time-outs are shorter.
const ECHO_LATE: i64 = 15 * 60 * 1000;

/// The same for what has no text to know it by, which is why it must not be off by more than a call
/// takes, and by what clocks differ.
const ECHO_LATE_FILE: i64 = 5 * 60 * 1000;

/// How far, in milliseconds, Instagram's clock may be behind ours.
const ECHO_EARLY: i64 = 5 * 60 * 1000;

/// Looks whether the echo of a message belongs to a send whose end is not known, and settles it.
///
/// The answer to that send was lost, and with it the `mid`; account, person, time and what it says must
/// do. Where they fit more than one send nobody knows which of them arrived, and all stay as they are.
pub(super) fn settle_by_echo(
    connection: &Connection,
    cipher: &Cipher,
    event: &Event,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (Some(mid), Some(peer)) = (&event.mid, event.peer_id()) else { return Ok(()) };
    let sql = "UPDATE outgoing SET state = 'sent', reason = NULL, updated_at = ?2 WHERE mid = ?1 \
               RETURNING id";
    let mut known = connection.prepare_cached(sql)?;
    let known = known.query_map(params![mid, now.as_millisecond()], |row| row.get(0))?;
    let known = known.collect::<Result<Vec<i64>, _>>()?;
    for &row in &known {
        kept_answer::message_ended(connection, cipher, row, now)?;
    }
    if !known.is_empty() {
        return Ok(());
    }
    let attached = match event.text {
        Some(_) => None,
        None => attachments(&event.raw),
    };
    if event.text.is_none() && attached.is_none() {
        return Ok(());
    }
    let sql = format!(
        "SELECT key, form, body, id, kind FROM {} AND recipient_id = ?2 AND account_id IN \
             (SELECT account_id FROM account WHERE account_id = ?1 OR app_scoped_id = ?1) \
             AND created_at BETWEEN ?3 AND ?4 \
         ORDER BY id DESC LIMIT 20",
        unsettled()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let sent_at = event.timestamp.unwrap_or(now).as_millisecond();
    let late = if attached.is_none() { ECHO_LATE } else { ECHO_LATE_FILE };
    let (from, to) = (sent_at - late, sent_at + ECHO_EARLY);
    let mut rows = statement.query(params![event.account_id, peer, from, to])?;
    let mut fits = Vec::new();
    while let Some(row) = rows.next()? {
        let same = match (&event.text, attached) {
            (Some(text), _) => {
                said(cipher, row).is_ok_and(|said| said.is_some_and(|said| *said == *text))
            }
            (None, Some((kind, count))) => {
                row.get_ref(4)?.as_str().ok() == Some(kind)
                    && open_body(cipher, row, 0).is_ok_and(|body| attached_to(&body) == count)
            }
            (None, None) => false,
        };
        if same {
            fits.push(row.get::<_, i64>(3)?);
        }
    }
    if let [row] = fits[..] {
        let sql = "UPDATE outgoing SET state = 'sent', mid = ?2, reason = NULL, updated_at = ?3 \
                   WHERE id = ?1";
        connection.prepare_cached(sql)?.execute(params![row, mid, now.as_millisecond()])?;
        kept_answer::message_ended(connection, cipher, row, now)?;
    }
    Ok(())
}

/// How many files go with a message.
fn attached_to(body: &str) -> usize {
    match read(body).map(|message| message.content) {
        Some(Content::Media { media, .. }) => media.len(),
        _ => 1,
    }
}

/// The kind of message that an echo without a text is of, and how many attachments it has.
fn attachments(raw: &str) -> Option<(&'static str, usize)> {
    #[derive(Deserialize)]
    struct Echo {
        message: EchoedMessage,
    }
    #[derive(Deserialize)]
    struct EchoedMessage {
        attachments: Vec<Attachment>,
    }
    #[derive(Deserialize)]
    struct Attachment {
        r#type: String,
    }
    let echo: Echo = serde_json::from_str(raw).ok()?;
    let attachments = echo.message.attachments;
    let kind = MessageKind::of_attachment(&attachments.first()?.r#type)?;
    Some((kind.as_str(), attachments.len()))
}
