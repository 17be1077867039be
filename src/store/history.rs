//! What was received and what was sent, as one history.

use jiff::Timestamp;
use rusqlite::{Row, params_from_iter};
use zeroize::Zeroizing;

use super::accounts::time;
use super::cipher::Cipher;
use super::inbox::{fetched_place, raw_place, row_name};
use super::outgoing::{self, AS_JSON, body_place};
use super::{Store, StoreError};
use crate::domain::event::EventKey;

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
    /// if it has none, or once the customer has deleted it.
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
                         fetched IS NOT NULL AS fetched, 0 AS form \
                     FROM event \
                     WHERE object = 'instagram' AND NOT test AND duplicate_of IS NULL \
                         AND (kind IN ('message', 'postback') OR fetched IS NOT NULL) \
                         AND NOT (direction = 'sent' AND EXISTS \
                             (SELECT 1 FROM outgoing WHERE outgoing.mid = event.mid)) \
                     UNION ALL \
                     SELECT id, key, account_id, recipient_id, 1, kind, mid, created_at, state, \
                         body, 0, 0, form \
                     FROM outgoing WHERE state NOT IN ('waiting', 'skipped')) \
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

fn history_row(row: &Row<'_>, cipher: &Cipher) -> Result<HistoryRow, StoreError> {
    let name = row_name(&EventKey(row.get(1)?));
    let state: String = row.get(8)?;
    let body: String = row.get(9)?;
    let (gone, fetched, form): (bool, bool, i64) = (row.get(10)?, row.get(11)?, row.get(12)?);
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
        body: match (gone, form) {
            (true, _) => Zeroizing::default(),
            (false, AS_JSON) => outgoing::text(&cipher.open(place, &body).unwrap_or_default()),
            (false, _) => cipher.open(place, &body).unwrap_or_default(),
        },
        state: if gone { "deleted".to_owned() } else { state },
    })
}
