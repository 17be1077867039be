//! What became of each row, for a file.

use std::io::Write;

use serde::Serialize;

use crate::domain::message::{Outcome, SendState};
use crate::ops::{OpsError, Services};
use crate::store::batches::ReportedRow;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A header and lines for a spreadsheet, in which no cell is a formula.
    Csv,
    /// One JSON object a line.
    Json,
}

/// A row of a report.
#[derive(Serialize)]
struct Row {
    line: i64,
    outcome: Outcome,
    recipient_id: String,
    message_id: Option<String>,
    reason: Option<String>,
}

impl From<ReportedRow> for Row {
    fn from(row: ReportedRow) -> Self {
        let ReportedRow { line, state, recipient_id, mid: message_id, reason } = row;
        let outcome = match state {
            SendState::Sent => Outcome::Sent,
            SendState::Refused => Outcome::Refused,
            SendState::Sending | SendState::Unknown => Outcome::Unknown,
            SendState::Waiting | SendState::Skipped => Outcome::Skipped,
        };
        let reason = match state {
            SendState::Waiting => Some("its turn has not come".to_owned()),
            _ => reason,
        };
        Self { line, outcome, recipient_id, message_id, reason }
    }
}

/// Writes what became of every row of a batch, in the order of its file.
///
/// # Errors
/// The store cannot be read, or `into` not be written.
pub async fn report(
    services: &Services,
    batch_id: i64,
    form: Form,
    mut into: impl Write,
) -> Result<(), OpsError> {
    let rows = &services.store;
    match form {
        Form::Json => {
            rows.report_rows(batch_id, |row| {
                serde_json::to_writer(&mut into, &Row::from(row))
                    .map_err(std::io::Error::from)
                    .and_then(|()| into.write_all(b"\n"))
                    .map_err(OpsError::Unwritten)
            })
            .await?;
        }
        Form::Csv => {
            let mut csv = csv::Writer::from_writer(&mut into);
            let unwritten = |error: csv::Error| OpsError::Unwritten(error.into());
            let header = ["line", "outcome", "recipient_id", "message_id", "reason"];
            csv.write_record(header).map_err(unwritten)?;
            rows.report_rows(batch_id, |row| {
                let row = Row::from(row);
                let outcome = SendState::from(row.outcome).as_str();
                let line = row.line.to_string();
                let cell = |text: Option<String>| plain(text.unwrap_or_default());
                let cells = [
                    line,
                    outcome.to_owned(),
                    plain(row.recipient_id),
                    cell(row.message_id),
                    cell(row.reason),
                ];
                csv.write_record(cells).map_err(unwritten)
            })
            .await?;
            csv.flush().map_err(OpsError::Unwritten)?;
        }
    }
    into.flush().map_err(OpsError::Unwritten)
}

/// Keeps a cell from being a formula (security, 38).
pub(in crate::ops) fn plain(cell: String) -> String {
    match cell.trim_start_matches([' ', '\n']).starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell,
    }
}
