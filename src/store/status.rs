//! What the store holds and how large it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, Rows};
use schemars::JsonSchema;
use serde::Serialize;

use super::columns::optional_time;
use super::lock::beside;
use super::{Store, StoreError, schema};
use crate::domain::time::Time;

/// A look at the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StoreStatus {
    /// The file.
    pub path: PathBuf,
    /// Its schema.
    pub schema: i64,
    /// Length of the file.
    pub bytes: u64,
    /// Length of the write-ahead log beside it.
    pub wal_bytes: u64,
    /// What is free inside the file, for new rows.
    pub free_bytes: u64,
    /// Linked accounts.
    pub accounts: i64,
    /// Events by state.
    pub events: BTreeMap<String, i64>,
    /// Messages for which an event speaks, so that no other is answered for them.
    pub answered: i64,
    /// Outgoing messages by state.
    pub outgoing: BTreeMap<String, i64>,
    /// When the oldest event was stored.
    #[schemars(with = "Option<Time>")]
    pub oldest_received_at: Option<Timestamp>,
    /// When the newest event was stored.
    #[schemars(with = "Option<Time>")]
    pub newest_received_at: Option<Timestamp>,
    /// How many keys were given; more than one only while they are being changed.
    pub keys: usize,
    /// Version of SQLite.
    pub sqlite: &'static str,
}

impl Store {
    /// Measures the file and counts what is in it.
    pub async fn status(&self) -> Result<StoreStatus, StoreError> {
        let (path, keys) = (self.path.clone(), self.cipher.keys());
        self.read(move |connection| {
            let times = "SELECT min(received_at), max(received_at) FROM event";
            let (oldest, newest) = connection
                .query_row(times, [], |row| Ok((optional_time(row, 0)?, optional_time(row, 1)?)))?;
            let count = |table: &str| {
                let sql = format!("SELECT count(*) FROM {table}");
                connection.query_row(&sql, [], |row| row.get(0))
            };
            Ok(StoreStatus {
                schema: schema::version(connection)?,
                bytes: length(&path),
                wal_bytes: length(&beside(&path, "-wal")),
                free_bytes: free_bytes(connection)?,
                accounts: count("account")?,
                events: by_state(connection, "event")?,
                answered: count("answered")?,
                outgoing: by_state(connection, "outgoing")?,
                oldest_received_at: oldest,
                newest_received_at: newest,
                keys,
                sqlite: rusqlite::version(),
                path,
            })
        })
        .await
    }

    /// Length of the store's files together.
    pub(super) fn length(&self) -> u64 {
        length(&self.path) + length(&beside(&self.path, "-wal"))
    }
}

fn by_state(connection: &Connection, table: &str) -> rusqlite::Result<BTreeMap<String, i64>> {
    let sql = format!("SELECT state FROM {table}");
    count_each(connection.prepare(&sql)?.query([])?)
}

/// How often each text stands in the first column. SQLite would sort all rows for that, in memory.
pub(super) fn count_each(mut rows: Rows<'_>) -> rusqlite::Result<BTreeMap<String, i64>> {
    let mut counts = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let text = row.get_ref(0)?.as_str().unwrap_or_default();
        match counts.get_mut(text) {
            Some(count) => *count += 1,
            None => drop(counts.insert(text.to_owned(), 1)),
        }
    }
    Ok(counts)
}

/// Bytes of pages that hold nothing.
pub(super) fn free_bytes(connection: &Connection) -> rusqlite::Result<u64> {
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    Ok((number("freelist_count")? * number("page_size")?).unsigned_abs())
}

/// Length of a file; 0 if it is not there.
pub(super) fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}
