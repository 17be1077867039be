//! What the echo of a message proves.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde::Deserialize;

use super::arrival::{Said, arrived, candidates};
use super::cipher::Cipher;
use super::{StoreError, kept_answer};
use crate::domain::event::Event;
use crate::domain::message::MessageKind;

/// Looks whether the echo of a message belongs to a send whose end is not known, and settles it.
///
/// One that fits several of them settles none.
pub(super) fn settle_by_echo(
    connection: &Connection,
    cipher: &Cipher,
    event: &Event,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (Some(mid), Some(peer)) = (&event.mid, event.peer_id()) else { return Ok(()) };
    let sql = "UPDATE outgoing SET state = 'sent', reason = NULL, \
                   updated_at = CASE state WHEN 'sent' THEN updated_at ELSE ?2 END \
               WHERE mid = ?1 RETURNING id";
    let mut known = connection.prepare_cached(sql)?;
    let known = known.query_map(params![mid, now.as_millisecond()], |row| row.get(0))?;
    let known = known.collect::<Result<Vec<i64>, _>>()?;
    for &row in &known {
        kept_answer::message_ended(connection, cipher, row, now)?;
    }
    if !known.is_empty() {
        return Ok(());
    }
    let said = event.text.clone().map(Said::Text).or_else(|| attached(&event.raw));
    let Some(said) = said else { return Ok(()) };
    let at = event.timestamp.unwrap_or(now);
    let fits = candidates(connection, cipher, &event.account_id, peer, &said, at)?;
    if let [row] = fits[..] {
        arrived(connection, cipher, row, mid, peer, now)?;
    }
    Ok(())
}

/// What an echo without a text says.
fn attached(raw: &str) -> Option<Said> {
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
    Some(Said::Other { kind: kind.as_str(), files: Some(attachments.len()) })
}
