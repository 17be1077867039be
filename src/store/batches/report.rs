//! What became of the rows of a batch.

use rusqlite::{Connection, params};

use crate::domain::message::SendState;
use crate::store::columns::word;
use crate::store::{Store, StoreError};

/// Rows that are read at once.
const PAGE: u32 = 500;

/// A row as a report tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedRow {
    /// Where it stands in the file.
    pub line: i64,
    /// How it stands.
    pub state: SendState,
    /// To whom.
    pub recipient_id: String,
    /// Instagram's id of the message.
    pub mid: Option<String>,
    /// Why it was not sent, or why nobody knows.
    pub reason: Option<String>,
}

impl Store {
    /// Shows the rows of a batch, or only those of a state, page by page, to whoever takes them, in
    /// the order of the file.
    ///
    /// # Errors
    /// What `take` fails with; no row is shown after that.
    pub async fn report_rows<E: From<StoreError>>(
        &self,
        batch_id: i64,
        only: Option<SendState>,
        mut take: impl FnMut(ReportedRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut after = 0;
        loop {
            let page =
                self.read(move |connection| report_page(connection, batch_id, only, after)).await?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = *last;
            for (_, row) in page {
                take(row)?;
            }
        }
    }
}

fn report_page(
    connection: &Connection,
    batch_id: i64,
    only: Option<SendState>,
    after: i64,
) -> Result<Vec<(i64, ReportedRow)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, line, state, recipient_id, mid, reason FROM outgoing \
         WHERE batch_id = ?1 AND id > ?2 AND (?4 IS NULL OR state = ?4) ORDER BY id LIMIT ?3",
    )?;
    let only = only.map(SendState::as_str);
    let mut rows = statement.query(params![batch_id, after, PAGE, only])?;
    let mut page = Vec::new();
    while let Some(row) = rows.next()? {
        let state = SendState::from_word(word(row, 2)?);
        let (id, line, recipient_id) = (row.get(0)?, row.get(1)?, row.get(3)?);
        let (mid, reason) = (row.get(4)?, row.get(5)?);
        page.push((id, ReportedRow { line, state, recipient_id, mid, reason }));
    }
    Ok(page)
}
