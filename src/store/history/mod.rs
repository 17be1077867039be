//! What was received and what was sent, as one history in the order of time.
//!
//! It is read page by page, each a short read of its own, so that memory and the write-ahead log of
//! others stay small however long the history is. Three lists are merged: the events of the index by
//! time (`store::listed`), those too new to be in it, and the outgoing messages.

mod table;

use std::cmp::{Ordering, Reverse};
use std::collections::VecDeque;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use zeroize::Zeroizing;

use super::records::MessageRow;
use super::{Store, StoreError};
use crate::domain::event::Direction;
use crate::domain::message::SendState;
pub(super) use table::SHOWN;
use table::{EVENTS, Found, OUTGOING, Table, found, new_page};

/// Row numbers of events that are not in the index yet: looked up, and read, at once.
const NEW: i64 = 10_000;
const NEW_PAGE: usize = 64;

/// One message of the history.
#[derive(Clone)]
pub struct HistoryRow {
    /// Where it lies.
    pub row: MessageRow,
    /// The account.
    pub account_id: String,
    /// The customer.
    pub peer_id: Option<String>,
    /// Who spoke.
    pub direction: Direction,
    /// Kind of event or of outgoing message.
    pub kind: String,
    /// Instagram's id.
    pub mid: Option<String>,
    /// When it happened, or was stored if it does not say.
    pub time: Timestamp,
    /// `received`, `imported`, `deleted`, or how the send stands; one that was sent from elsewhere
    /// is `sent`.
    pub state: String,
    /// Whether it came without its content, which was fetched.
    pub fetched: bool,
    /// The raw element of a received one or what was fetched of it, the text of a sent one; empty
    /// if it has none, or once the customer has deleted it.
    pub body: Zeroizing<String>,
    /// What its person has made of it since, as elements of deliveries, the newest first.
    pub edits: Vec<Zeroizing<String>>,
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
    /// Only of this kind, as [`HistoryRow::kind`] has it; a fetched one is a message.
    pub kind: Option<String>,
    /// Only those of one side.
    pub direction: Option<Direction>,
    /// Only of this state.
    pub state: Option<String>,
    /// At most this many, the newest; all when absent.
    pub limit: Option<u32>,
}

impl HistoryFilter {
    fn fits(&self, row: &HistoryRow) -> bool {
        (self.account_ids.is_empty() || self.account_ids.contains(&row.account_id))
            && self.peer_id.as_ref().is_none_or(|peer| row.peer_id.as_ref() == Some(peer))
            && self.kind.as_ref().is_none_or(|kind| *kind == row.kind)
            && self.direction.is_none_or(|direction| direction == row.direction)
            && self.state.as_ref().is_none_or(|state| *state == row.state)
    }
}

/// From which end a history is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The oldest first.
    Oldest,
    /// The newest first.
    Newest,
}

impl Store {
    /// Lists the history, the oldest of those chosen first.
    ///
    /// Echoes of messages that igbot sent itself are left out: they are in it already.
    ///
    /// # Errors
    /// A body that does not decrypt is no error; it is shown empty.
    pub async fn history(&self, filter: HistoryFilter) -> Result<Vec<HistoryRow>, StoreError> {
        let limit = filter.limit.map_or(usize::MAX, |limit| limit as usize);
        let mut walk = self.walk_history(filter, Order::Newest).await?;
        let mut rows = Vec::new();
        while rows.len() < limit
            && let Some(row) = walk.next().await?
        {
            rows.push(row);
        }
        rows.reverse();
        Ok(rows)
    }

    /// Starts to read the history one by one, for as long as somebody wants; the filter's limit does
    /// not count. What comes after the start is not in it.
    pub async fn walk_history(
        &self,
        filter: HistoryFilter,
        order: Order,
    ) -> Result<HistoryWalk, StoreError> {
        let (mark, newest, sent) = self
            .read(|connection| {
                let sql = "SELECT (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'listed'), \
                               (SELECT coalesce(max(id), 0) FROM event), \
                               (SELECT coalesce(max(id), 0) FROM outgoing)";
                Ok(connection.query_row(sql, [], |row| {
                    Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
                })?)
            })
            .await?;
        let new = self.new_events(mark, newest, &filter, order).await?;
        let start = match (order, filter.since) {
            (Order::Newest, _) => (i64::MAX, i64::MAX),
            (Order::Oldest, None) => (i64::MIN, i64::MIN),
            (Order::Oldest, Some(since)) => (since.as_millisecond(), i64::MIN),
        };
        let list = |source| List { source, at: start, rows: VecDeque::new(), ended: false };
        let lists = [
            list(Source::New(new)),
            list(Source::Of { table: EVENTS, upto: mark }),
            list(Source::Of { table: OUTGOING, upto: sent }),
        ];
        Ok(HistoryWalk { store: self.clone(), filter: Arc::new(filter), order, lists, looked: 0 })
    }

    /// Times and row numbers of the events that are not in the index yet, in the order of a walk.
    async fn new_events(
        &self,
        mark: i64,
        newest: i64,
        filter: &HistoryFilter,
        order: Order,
    ) -> Result<VecDeque<(i64, i64)>, StoreError> {
        let mut new = Vec::new();
        let mut after = mark;
        while after < newest {
            let upto = newest.min(after.saturating_add(NEW));
            let (peer, since) =
                (filter.peer_id.clone(), filter.since.map(Timestamp::as_millisecond));
            let page: Vec<(i64, i64)> = self
                .read(move |connection| {
                    let sql = "SELECT at, id FROM event WHERE id > ?1 AND id <= ?2 \
                                   AND kind <> 'read' AND (?3 IS NULL OR peer_id = ?3) \
                                   AND (?4 IS NULL OR at >= ?4)";
                    let mut statement = connection.prepare_cached(sql)?;
                    let rows = statement.query_map(params![after, upto, peer, since], |row| {
                        Ok((row.get(0)?, row.get(1)?))
                    })?;
                    Ok(rows.collect::<Result<_, _>>()?)
                })
                .await?;
            new.extend(page);
            after = upto;
        }
        match order {
            Order::Oldest => new.sort_unstable(),
            Order::Newest => new.sort_unstable_by_key(|it| Reverse(*it)),
        }
        Ok(new.into())
    }
}

/// A history that is being read.
#[derive(Debug)]
pub struct HistoryWalk {
    store: Store,
    filter: Arc<HistoryFilter>,
    order: Order,
    lists: [List; 3],
    looked: u64,
}

/// One of the lists that are merged.
#[derive(Debug)]
struct List {
    source: Source,
    /// Time and row number of the last row read.
    at: (i64, i64),
    rows: VecDeque<Found>,
    ended: bool,
}

#[derive(Debug)]
enum Source {
    /// Events that are not in the index: their times and row numbers.
    New(VecDeque<(i64, i64)>),
    /// The rows of a table's index, up to a row number.
    Of { table: Table, upto: i64 },
}

impl HistoryWalk {
    /// The next message; `None` at the end.
    ///
    /// # Errors
    /// A body that does not decrypt is no error; it is shown empty.
    pub async fn next(&mut self) -> Result<Option<HistoryRow>, StoreError> {
        let found = self.next_sealed().await?;
        Ok(found.map(|found| found.open(&self.store.cipher)))
    }

    /// The person of the next message that has one and was not refused; `None` at the end.
    pub(super) async fn next_person(&mut self) -> Result<Option<String>, StoreError> {
        while let Some(found) = self.next_sealed().await? {
            if let Some(person) = found.row.peer_id
                && found.row.state != SendState::Refused.as_str()
            {
                return Ok(Some(person));
            }
        }
        Ok(None)
    }

    async fn next_sealed(&mut self) -> Result<Option<Found>, StoreError> {
        loop {
            for list in &mut self.lists {
                while list.rows.is_empty() && !list.ended {
                    list.read_on(&self.store, &self.filter, self.order).await?;
                }
            }
            let order = self.order;
            let first =
                self.lists.iter_mut().filter(|list| !list.rows.is_empty()).min_by(|a, b| {
                    let (Some(a), Some(b)) = (a.rows.front(), b.rows.front()) else {
                        return Ordering::Equal;
                    };
                    match order {
                        Order::Oldest => a.sort_key().cmp(&b.sort_key()),
                        Order::Newest => b.sort_key().cmp(&a.sort_key()),
                    }
                });
            let Some(found) = first.and_then(|list| list.rows.pop_front()) else {
                return Ok(None);
            };
            if self.filter.fits(&found.row) {
                self.looked += 1;
                return Ok(Some(found));
            }
        }
    }

    /// How many messages were given out so far.
    pub fn looked(&self) -> u64 {
        self.looked
    }
}

impl List {
    async fn read_on(
        &mut self,
        store: &Store,
        filter: &Arc<HistoryFilter>,
        order: Order,
    ) -> Result<(), StoreError> {
        let page = match &mut self.source {
            Source::New(new) => {
                let ids: Vec<i64> =
                    new.drain(..new.len().min(NEW_PAGE)).map(|(_, id)| id).collect();
                self.ended = new.is_empty();
                if ids.is_empty() {
                    return Ok(());
                }
                let mut page = store.read(move |connection| new_page(connection, &ids)).await?;
                page.rows.make_contiguous().sort_by_key(Found::sort_key);
                if order == Order::Newest {
                    page.rows.make_contiguous().reverse();
                }
                page
            }
            Source::Of { table, upto } => {
                let (table, upto, at) = (*table, *upto, self.at);
                let filter = Arc::clone(filter);
                store
                    .read(move |connection| table.page(connection, &filter, order, upto, at))
                    .await?
            }
        };
        match page.last {
            Some(last) => self.at = last,
            None => self.ended |= !matches!(self.source, Source::New(_)),
        }
        self.rows = page.rows;
        Ok(())
    }
}

impl Store {
    /// A message of which the row is known.
    pub async fn history_row(&self, row: MessageRow) -> Result<Option<HistoryRow>, StoreError> {
        let (table, id) = match row {
            MessageRow::Event(id) => (EVENTS, id),
            MessageRow::Outgoing(id) => (OUTGOING, id),
        };
        let row = self
            .read(move |connection| {
                let mut statement = connection.prepare_cached(&table.select("id = ?1"))?;
                let row = statement.query_row([id], |row| found(connection, row)).optional()?;
                Ok(row.flatten())
            })
            .await?;
        Ok(row.map(|found| found.open(&self.cipher)))
    }

    /// What was sent for an event, also before somebody replayed it, in the order of its sending.
    ///
    /// # Errors
    /// A body that does not decrypt is no error; it is shown empty.
    pub async fn sent_for(&self, event_id: i64) -> Result<Vec<HistoryRow>, StoreError> {
        let rows = self
            .read(move |connection| {
                let sql = OUTGOING.select("event_id IN (?1, -?1) ORDER BY id");
                let mut statement = connection.prepare_cached(&sql)?;
                let rows = statement.query_map([event_id], |row| found(connection, row))?;
                Ok(rows.collect::<Result<Vec<_>, _>>()?)
            })
            .await?;
        Ok(rows.into_iter().flatten().map(|found| found.open(&self.cipher)).collect())
    }
}
