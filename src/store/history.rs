//! What was received and what was sent, as one history.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use zeroize::Zeroizing;

use super::accounts::time;
use super::cipher::{Cipher, Place};
use super::inbox::{fetched_place, raw_place, row_name};
use super::{Store, StoreError};
use crate::domain::event::{Event, EventKey};
use crate::domain::id::{AccountId, IgScopedId};
use crate::domain::message::{OutgoingMessage, SendState};

/// A message about to be sent.
#[derive(Debug)]
pub struct NewOutgoing<'a> {
    /// Sixteen random bytes that name the row.
    pub key: [u8; 16],
    /// From.
    pub account_id: &'a AccountId,
    /// To.
    pub recipient_id: &'a IgScopedId,
    /// What.
    pub message: &'a OutgoingMessage,
    /// What it answers, if it is a reply.
    pub reply: Option<Reply<'a>>,
}

/// The claim under which a reply is sent.
#[derive(Debug, Clone, Copy)]
pub struct Reply<'a> {
    /// The event.
    pub event_id: i64,
    /// The dispatcher that holds it.
    pub owner: &'a str,
}

/// A send that has no recorded end after this has an unknown outcome; far longer than any call.
const STALE: SignedDuration = SignedDuration::from_mins(10);

/// One message of the history.
#[derive(Clone)]
pub struct HistoryRow {
    /// Row number among the received or among the sent.
    pub id: i64,
    /// The account.
    pub account_id: String,
    /// The customer.
    pub peer_id: Option<String>,
    /// Whether the account sent it.
    pub sent: bool,
    /// Kind of event or of outgoing message.
    pub kind: String,
    /// Instagram's id.
    pub mid: Option<String>,
    /// When it happened, or was stored if it does not say.
    pub time: Timestamp,
    /// `received`, `deleted`, or how the send stands.
    pub state: String,
    /// Whether it came without its content, which was fetched.
    pub fetched: bool,
    /// The raw element of a received one or what was fetched of it, the text of a sent one; empty
    /// once the customer has deleted it.
    pub body: Zeroizing<String>,
}

/// Which messages to list.
#[derive(Debug, Clone, Default)]
pub struct HistoryFilter {
    /// Ids of the account; empty for all.
    pub account_ids: Vec<String>,
    /// Only with this person.
    pub peer_id: Option<String>,
    /// Only at or after.
    pub since: Option<Timestamp>,
    /// At most so many, the newest; all when absent.
    pub limit: Option<u32>,
}

impl Store {
    /// Records that a message is about to be sent, before it is; gives its row number.
    ///
    /// # Errors
    /// As for every write, and [`StoreError::LeaseLost`] if another dispatcher has the event by now;
    /// then the message must not be sent.
    pub async fn begin_send(
        &self,
        new: &NewOutgoing<'_>,
        now: Timestamp,
    ) -> Result<i64, StoreError> {
        let row = row_name(&EventKey(new.key));
        let body = self.cipher.seal(body_place(&row), new.message.text());
        let key = new.key;
        let reply = new.reply.map(|reply| (reply.event_id, reply.owner.to_owned()));
        let (account, recipient) = (new.account_id.to_string(), new.recipient_id.to_string());
        let kind = new.message.kind();
        self.write(move |connection| {
            if let Some((event_id, owner)) = &reply {
                let sql = "SELECT EXISTS (SELECT 1 FROM event AS deletion \
                               WHERE deletion.kind = 'message_deleted' \
                                   AND deletion.mid = event.mid) \
                           FROM event WHERE id = ?1 AND owner = ?2 AND state = 'running'";
                let mut held = connection.prepare_cached(sql)?;
                let withdrawn = held.query_row(params![event_id, owner], |row| row.get(0));
                match withdrawn.optional()? {
                    None => return Err(StoreError::LeaseLost),
                    // Taken back while the bot was at work.
                    Some(true) => return Err(StoreError::Withdrawn),
                    Some(false) => {}
                }
            }
            let event_id = reply.map(|(event_id, _)| event_id);
            give_up_stale(connection, now)?;
            connection
                .prepare_cached(
                    "INSERT INTO outgoing (key, account_id, recipient_id, kind, state, event_id, \
                         created_at, updated_at, body) \
                     VALUES (?1, ?2, ?3, ?4, 'sending', ?5, ?6, ?6, ?7)",
                )?
                .execute(params![
                    key,
                    account,
                    recipient,
                    kind,
                    event_id,
                    now.as_millisecond(),
                    body
                ])?;
            Ok(connection.last_insert_rowid())
        })
        .await
    }

    /// Records how a send ended.
    ///
    /// # Errors
    /// As for every write; the row then stays `sending` and is reported as unknown.
    pub async fn end_send(
        &self,
        id: i64,
        state: SendState,
        mid: Option<String>,
        reason: Option<String>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            connection
                .prepare_cached(
                    // An echo may have proved meanwhile that it arrived.
                    "UPDATE outgoing SET state = ?2, mid = ?3, reason = ?4, updated_at = ?5 \
                     WHERE id = ?1 AND (?2 = 'sent' OR state <> 'sent')",
                )?
                .execute(params![id, state.as_str(), mid, reason, now.as_millisecond()])?;
            Ok(())
        })
        .await
    }

    /// Lists the history, the oldest of those chosen first.
    ///
    /// Echoes of messages that igbot sent itself are left out: they are in it already.
    ///
    /// # Errors
    /// As for every read. A body that does not decrypt is shown empty.
    pub async fn history(&self, filter: HistoryFilter) -> Result<Vec<HistoryRow>, StoreError> {
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.read(move |connection| {
            let mut sql = String::from(
                "SELECT * FROM (\
                     SELECT id, key, account_id, peer_id, direction = 'sent' AS sent, kind, mid, \
                         coalesce(timestamp, received_at) AS at, 'received' AS state, \
                         coalesce(fetched, raw) AS body, \
                         EXISTS (SELECT 1 FROM event AS deletion \
                             WHERE deletion.kind = 'message_deleted' \
                                 AND deletion.mid = event.mid) AS gone, \
                         fetched IS NOT NULL AS fetched \
                     FROM event \
                     WHERE object = 'instagram' AND NOT test AND duplicate_of IS NULL \
                         AND (kind IN ('message', 'postback') OR fetched IS NOT NULL) \
                         AND NOT (direction = 'sent' AND EXISTS \
                             (SELECT 1 FROM outgoing WHERE outgoing.mid = event.mid)) \
                     UNION ALL \
                     SELECT id, key, account_id, recipient_id, 1, kind, mid, created_at, state, \
                         body, 0, 0 \
                     FROM outgoing) \
                 WHERE 1",
            );
            let mut values: Vec<Box<dyn rusqlite::ToSql>> = Vec::new();
            if !filter.account_ids.is_empty() {
                let marks = vec!["?"; filter.account_ids.len()].join(", ");
                sql += &format!(" AND account_id IN ({marks})");
                values.extend(filter.account_ids.into_iter().map(|id| Box::new(id) as _));
            }
            if let Some(peer) = filter.peer_id {
                sql += " AND peer_id = ?";
                values.push(Box::new(peer));
            }
            if let Some(since) = filter.since {
                sql += " AND at >= ?";
                values.push(Box::new(since.as_millisecond()));
            }
            sql += " ORDER BY at DESC, sent DESC, id DESC";
            if let Some(limit) = filter.limit {
                sql += &format!(" LIMIT {limit}");
            }
            let mut statement = connection.prepare(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            let mut history = Vec::new();
            while let Some(row) = rows.next()? {
                history.push(history_row(row, &cipher)?);
            }
            history.reverse();
            Ok(history)
        })
        .await
    }
}

/// Turns sends whose process ended before it could record their end into unknown outcomes.
pub(super) fn give_up_stale(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE outgoing SET state = 'unknown', updated_at = ?1, \
                   reason = 'the process ended while sending' \
               WHERE state = 'sending' AND created_at < ?2";
    let before = (now - STALE).as_millisecond();
    connection.prepare_cached(sql)?.execute(params![now.as_millisecond(), before])?;
    Ok(())
}

/// Looks whether the echo of a message belongs to a send whose end is not known, and settles it.
///
/// The answer to that send was lost, and with it the `mid`; account, person and text must do.
pub(super) fn settle_by_echo(
    connection: &Connection,
    cipher: &Cipher,
    event: &Event,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (Some(mid), Some(peer)) = (&event.mid, event.peer_id()) else { return Ok(()) };
    let known = connection
        .prepare_cached(
            "UPDATE outgoing SET state = 'sent', reason = NULL, updated_at = ?2 WHERE mid = ?1",
        )?
        .execute(params![mid, now.as_millisecond()])?;
    if known > 0 {
        return Ok(());
    }
    let Some(text) = &event.text else { return Ok(()) };
    let mut statement = connection.prepare_cached(
        "SELECT id, key, body FROM outgoing \
         WHERE state IN ('sending', 'unknown') AND recipient_id = ?2 AND account_id IN \
             (SELECT account_id FROM account WHERE account_id = ?1 OR app_scoped_id = ?1) \
         ORDER BY id LIMIT 20",
    )?;
    let mut rows = statement.query(params![event.account_id, peer])?;
    while let Some(row) = rows.next()? {
        let name = row_name(&EventKey(row.get(1)?));
        let body: String = row.get(2)?;
        if cipher.open(body_place(&name), &body).is_ok_and(|body| *body == *text) {
            connection
                .prepare_cached(
                    "UPDATE outgoing SET state = 'sent', mid = ?2, reason = NULL, updated_at = ?3 \
                     WHERE id = ?1",
                )?
                .execute(params![row.get::<_, i64>(0)?, mid, now.as_millisecond()])?;
            break;
        }
    }
    Ok(())
}

fn history_row(row: &Row<'_>, cipher: &Cipher) -> Result<HistoryRow, StoreError> {
    let name = row_name(&EventKey(row.get(1)?));
    let state: String = row.get(8)?;
    let body: String = row.get(9)?;
    let (gone, fetched): (bool, bool) = (row.get(10)?, row.get(11)?);
    let place = match (state.as_str(), fetched) {
        ("received", true) => fetched_place(&name),
        ("received", false) => raw_place(&name),
        _ => body_place(&name),
    };
    Ok(HistoryRow {
        id: row.get(0)?,
        account_id: row.get(2)?,
        peer_id: row.get(3)?,
        sent: row.get(4)?,
        kind: row.get(5)?,
        mid: row.get(6)?,
        fetched,
        time: time(row, 7)?,
        // One damaged row must not hide the others (security, 6).
        body: match gone {
            true => Zeroizing::default(),
            false => cipher.open(place, &body).unwrap_or_default(),
        },
        state: if gone { "deleted".to_owned() } else { state },
    })
}

fn body_place(row: &str) -> Place<'_> {
    Place { table: "outgoing", column: "body", row }
}
