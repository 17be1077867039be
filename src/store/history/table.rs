//! The tables behind a history, a page at a time.

use std::collections::VecDeque;

use jiff::Timestamp;
use rusqlite::{Connection, Row, ToSql, params};
use zeroize::Zeroizing;

use super::{HistoryFilter, HistoryRow, Order};
use crate::domain::event::{Direction, EventKey};
use crate::store::StoreError;
use crate::store::cipher::Cipher;
use crate::store::columns::{time, word};
use crate::store::edits::{self, SealedEdit};
use crate::store::inbox::{deleted, fetched_context, raw_context};
use crate::store::outgoing::{self, AS_JSON, body_context, shown_sends, unknown_before};
use crate::store::records::MessageRow;

/// Rows read at once.
const PAGE: usize = 256;

/// Bytes read at once; a delivery can be a mebibyte.
const PAGE_BYTES: usize = 2 << 20;

/// A message as it lies in its row.
pub(super) struct Found {
    pub(super) row: HistoryRow,
    key: [u8; 16],
    form: i64,
    sealed: String,
    edits: Vec<SealedEdit>,
}

impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Found({})", self.row.row)
    }
}

impl Found {
    pub(super) fn sort_key(&self) -> (Timestamp, MessageRow) {
        (self.row.time, self.row.row)
    }

    pub(super) fn open(self, cipher: &Cipher) -> HistoryRow {
        let name = EventKey(self.key).hex();
        let context = match (self.row.row, self.row.fetched) {
            (MessageRow::Outgoing(_), _) => body_context(&name),
            (MessageRow::Event(_), true) => fetched_context(&name),
            (MessageRow::Event(_), false) => raw_context(&name),
        };
        let body = match self.row.state.as_str() {
            "deleted" => Zeroizing::default(),
            // One damaged row must not hide the others (security, 6).
            _ => cipher.open(context, &self.sealed).unwrap_or_default(),
        };
        let body = match (self.row.row, self.form) {
            (MessageRow::Outgoing(_), AS_JSON) => outgoing::text(&body),
            _ => body,
        };
        let edits = edits::open(cipher, &self.edits);
        HistoryRow { body, edits, ..self.row }
    }
}

/// What one read found.
#[derive(Default)]
pub(super) struct Page {
    pub(super) rows: VecDeque<Found>,
    /// Time and row number of the last row that was looked at, shown or not.
    pub(super) last: Option<(i64, i64)>,
}

/// A table, and how it is read in the order of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    /// The columns that [`found`] reads.
    columns: &'static str,
    name: &'static str,
    /// Its time.
    at: &'static str,
    peer: &'static str,
    /// What its indexes hold, as SQL.
    holds: &'static str,
    /// Its indexes: of all, and by person.
    indexes: [&'static str; 2],
}

/// Which events are messages that a history shows, as SQL.
///
/// Echoes of messages that igbot sent itself are among the sent ones already.
pub(in crate::store) const SHOWN: &str = "object = 'instagram' AND NOT test AND duplicate_of IS NULL \
     AND (kind IN ('message', 'postback') OR fetched IS NOT NULL) \
     AND NOT (direction = 'sent' AND EXISTS \
         (SELECT 1 FROM outgoing WHERE outgoing.mid = event.mid))";

/// The columns of an event; the last is empty unless it is shown.
const EVENT_COLUMNS: &str = concat!(
    "id, key, account_id, peer_id, direction, \
         CASE WHEN fetched IS NULL THEN kind ELSE 'message' END, mid, at, \
         CASE WHEN ",
    deleted!("event"),
    " THEN 'deleted' WHEN imported THEN 'imported' \
         WHEN direction = 'sent' THEN 'sent' ELSE 'received' END, \
         0, fetched IS NOT NULL, 0"
);

pub(super) const EVENTS: Table = Table {
    columns: EVENT_COLUMNS,
    name: "event",
    at: "at",
    peer: "peer_id",
    holds: "listed = 1",
    indexes: ["event_time", "event_person"],
};

pub(super) const OUTGOING: Table = Table {
    columns: concat!(
        "id, key, account_id, recipient_id, 'sent', kind, mid, created_at, \
             CASE WHEN mid IS NOT NULL AND ",
        deleted!("outgoing"),
        " THEN 'deleted' ELSE state END, 1, 0, form"
    ),
    name: "outgoing",
    at: "created_at",
    peer: "recipient_id",
    holds: shown_sends!(),
    indexes: ["outgoing_time", "outgoing_person"],
};

impl Table {
    fn body(self) -> String {
        match self.name {
            "event" => format!("CASE WHEN {SHOWN} THEN coalesce(fetched, raw) END"),
            _ => "body".to_owned(),
        }
    }

    /// The statement that reads, with [`found`], the rows that fit.
    pub(super) fn select(self, fits: &str) -> String {
        format!("SELECT {}, {} FROM {} WHERE {fits}", self.columns, self.body(), self.name)
    }

    /// The rows after a time and row number.
    pub(super) fn page(
        self,
        connection: &Connection,
        filter: &HistoryFilter,
        order: Order,
        upto: i64,
        (at, id): (i64, i64),
    ) -> Result<Page, StoreError> {
        let Self { columns, name, at: time, peer, holds, indexes } = self;
        let index = indexes[usize::from(filter.peer_id.is_some())];
        let (beyond, direction) = match order {
            Order::Oldest => (">", "ASC"),
            Order::Newest => ("<", "DESC"),
        };
        let mut sql = format!(
            "SELECT {columns}, {} FROM {name} INDEXED BY {index} WHERE {holds} AND id <= ?1",
            self.body()
        );
        if filter.peer_id.is_some() {
            sql += &format!(" AND {peer} = ?4");
        }
        if order == Order::Newest && filter.since.is_some() {
            sql += &format!(" AND {time} >= ?5");
        }
        // Named in any case, because every value that is bound must be.
        sql += " AND ?4 IS ?4 AND ?5 IS ?5";
        let since = filter.since.map(Timestamp::as_millisecond);
        let values = params![upto, at, id, filter.peer_id, since];
        let mut page = Page::default();
        // In two steps, because one condition on both would look at all rows of that time again.
        let same = format!(
            "{sql} AND {time} = ?2 AND id {beyond} ?3 ORDER BY id {direction} LIMIT {PAGE}"
        );
        read_page(connection, &same, values, &mut page)?;
        if page.last.is_none() {
            let later = format!(
                "{sql} AND {time} {beyond} ?2 AND ?3 IS NOT NULL \
                 ORDER BY {time} {direction}, id {direction} LIMIT {PAGE}"
            );
            read_page(connection, &later, values, &mut page)?;
        }
        Ok(page)
    }
}

/// Events that are not in the index, by their row numbers, in no order.
pub(super) fn new_page(connection: &Connection, ids: &[i64]) -> Result<Page, StoreError> {
    let ids: Vec<_> = ids.iter().map(i64::to_string).collect();
    let sql = EVENTS.select(&format!("id IN ({})", ids.join(", ")));
    let mut page = Page::default();
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        page.rows.extend(found(connection, row)?);
    }
    Ok(page)
}

fn read_page(
    connection: &Connection,
    sql: &str,
    values: &[&dyn ToSql],
    page: &mut Page,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        page.last = Some((row.get(7)?, row.get(0)?));
        if let Some(found) = found(connection, row)? {
            bytes += found.sealed.len();
            page.rows.push_back(found);
        }
        if bytes > PAGE_BYTES {
            break;
        }
    }
    Ok(())
}

/// Reads a row of a table's columns; `None` if it is not shown.
pub(super) fn found(connection: &Connection, row: &Row<'_>) -> rusqlite::Result<Option<Found>> {
    let Some(sealed) = row.get(12)? else { return Ok(None) };
    let id = row.get(0)?;
    let history = HistoryRow {
        row: if row.get(9)? { MessageRow::Outgoing(id) } else { MessageRow::Event(id) },
        account_id: row.get(2)?,
        peer_id: row.get(3)?,
        direction: Direction::from_word(word(row, 4)?),
        kind: row.get(5)?,
        mid: row.get(6)?,
        time: time(row, 7)?,
        state: row.get(8)?,
        fetched: row.get(10)?,
        body: Zeroizing::default(),
        edits: Vec::new(),
    };
    let edits = match (&history.mid, &history.peer_id) {
        (Some(mid), Some(person)) if history.state != "deleted" => {
            edits::of(connection, mid, person, history.fetched.then_some(id))?
        }
        _ => Vec::new(),
    };
    Ok(Some(Found { row: history, key: row.get(1)?, form: row.get(11)?, sealed, edits }))
}
