//! All columns that hold ciphertexts, and a walk through them that stands in nobody's way.

use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::Serialize;

use super::cipher::{Cipher, CipherContext};
use super::{Store, StoreError};

/// Values read at once. Each batch is a read of its own: one long read would keep the write-ahead
/// log of all others from being folded into the file.
const BATCH: usize = 256;

/// Bytes read at once; a delivery can be a mebibyte.
const BATCH_BYTES: usize = 4 << 20;

/// Unreadable values that are named; more are only counted, so that memory stays bounded.
const NAMED: usize = 100_000;

/// A column of ciphertexts.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) table: &'static str,
    pub(super) column: &'static str,
    /// The column by which a row is found.
    pub(super) id: &'static str,
    /// The name under which the row seals its values, as SQL.
    name: &'static str,
    /// Which rows have one, as SQL.
    present: &'static str,
    /// A key before every row's.
    pub(super) before_first: Value,
}

const NUMBER: Value = Value::Integer(i64::MIN);
const TEXT: Value = Value::Text(String::new());

/// Every column marked F in the migrations, but for the canary.
pub(super) static COLUMNS: [Column; 10] = [
    column("account", "token", "account_id", "account_id", "1", TEXT),
    column("login", "state", "id", "id", "1", TEXT),
    column("login", "callback", "id", "id", "callback IS NOT NULL", TEXT),
    column("event", "raw", "id", "lower(hex(key))", "1", NUMBER),
    column("event", "fetched", "id", "lower(hex(key))", "fetched IS NOT NULL", NUMBER),
    column("outgoing", "body", "id", "lower(hex(key))", "1", NUMBER),
    column("kept_answer", "messages", "event_id", "CAST(event_id AS TEXT)", "1", NUMBER),
    column("meta", "value", "name", "name", "name = 'tombstone_key'", TEXT),
    column("former_account", "ids", "id", "CAST(id AS TEXT)", "1", NUMBER),
    column("purge", "ids", "id", "CAST(id AS TEXT)", "1", NUMBER),
];

/// The known plaintexts that tell a wrong key.
pub(super) static CANARIES: Column =
    column("meta", "value", "name", "name", "name IN ('canary', 'next_canary')", TEXT);

const fn column(
    table: &'static str,
    column: &'static str,
    id: &'static str,
    name: &'static str,
    present: &'static str,
    before_first: Value,
) -> Column {
    Column { table, column, id, name, present, before_first }
}

/// A ciphertext as it lies in its row.
#[derive(Debug)]
pub(super) struct Sealed {
    /// The row's key in its table.
    pub(super) id: Value,
    name: String,
    /// The ciphertext; nothing if it is not even a text.
    pub(super) token: Option<String>,
}

/// A value that opens with no key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unreadable {
    /// Its table.
    pub table: &'static str,
    /// Its column.
    pub column: &'static str,
    /// The key of its row.
    pub id: String,
}

/// Values that open with no key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AllUnreadable {
    /// How many there are.
    #[serde(rename = "unreadable_count")]
    pub count: u64,
    /// Which these are, up to a number that nobody reads.
    #[serde(rename = "unreadable")]
    pub named: Vec<Unreadable>,
}

impl AllUnreadable {
    pub(super) fn note(&mut self, unreadable: Unreadable) {
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push(unreadable);
        }
    }
}

impl Column {
    /// Decrypts a value of this column, and tells which key did it, counted from 0.
    pub(super) fn open(
        &self,
        cipher: &Cipher,
        sealed: &Sealed,
    ) -> Option<(usize, zeroize::Zeroizing<String>)> {
        cipher.open_telling(self.context(sealed), sealed.token.as_deref()?)
    }

    /// The context of a value.
    pub(super) fn context<'a>(&self, sealed: &'a Sealed) -> CipherContext<'a> {
        CipherContext { table: self.table, column: self.column, row: &sealed.name }
    }

    /// Names a value.
    pub(super) fn unreadable(&self, sealed: &Sealed) -> Unreadable {
        let id = match &sealed.id {
            Value::Integer(id) => id.to_string(),
            Value::Text(id) => id.clone(),
            _ => "?".to_owned(),
        };
        Unreadable { table: self.table, column: self.column, id }
    }
}

impl Store {
    /// The next values of a column after a row; none at its end.
    pub(super) async fn sealed_after(
        &self,
        column: &'static Column,
        after: Value,
    ) -> Result<Vec<Sealed>, StoreError> {
        let path = self.path.clone();
        self.read(move |connection| {
            let Column { table, column, id, name, present, .. } = column;
            let sql = format!(
                "SELECT {id}, {name}, {column} FROM {table} \
                 WHERE {id} > ?1 AND {present} ORDER BY {id} LIMIT {BATCH}"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query([&after])?;
            let (mut batch, mut bytes) = (Vec::new(), 0);
            while let Some(row) = rows.next()? {
                let text = |column| {
                    // Damage can make anything of a text.
                    Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str().ok().map(str::to_owned))
                };
                let (name, token) = (text(1)?.unwrap_or_default(), text(2)?);
                bytes += token.as_ref().map_or(0, String::len);
                batch.push(Sealed { id: row.get(0)?, name, token });
                if bytes > BATCH_BYTES {
                    break;
                }
            }
            match batch.last() {
                // A walk through such a table would not end.
                Some(last) if !is_behind(&after, &last.id) => Err(StoreError::Unsound {
                    path,
                    problem: format!("the rows of {table} are out of order"),
                }),
                _ => Ok(batch),
            }
        })
        .await
    }

    /// About how many values there are, for a bar.
    pub(super) async fn sealed_count(&self) -> Result<u64, StoreError> {
        self.read(|connection| {
            let sql = "SELECT coalesce((SELECT max(id) FROM event), 0) \
                           + coalesce((SELECT max(id) FROM outgoing), 0)";
            Ok(connection.query_row(sql, [], |row| row.get::<_, i64>(0))?.unsigned_abs())
        })
        .await
    }
}

fn is_behind(earlier: &Value, later: &Value) -> bool {
    match (earlier, later) {
        (Value::Integer(earlier), Value::Integer(later)) => earlier < later,
        (Value::Text(earlier), Value::Text(later)) => earlier < later,
        _ => false,
    }
}
