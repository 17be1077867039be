//! What became of each row, for a file.

use std::io::{BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use crate::domain::message::SendState;
use crate::ops::output::{Form, plain, unwritten};
use crate::ops::send::SendReport;
use crate::ops::whole_file::WholeFile;
use crate::ops::{OpsError, Services};
use crate::store::batches::ReportedRow;

/// A row of a report.
#[derive(Serialize)]
struct Row {
    line: i64,
    #[serde(flatten)]
    report: SendReport,
}

impl From<ReportedRow> for Row {
    fn from(row: ReportedRow) -> Self {
        Self { line: row.line, report: row.into() }
    }
}

impl From<ReportedRow> for SendReport {
    fn from(row: ReportedRow) -> Self {
        let ReportedRow { state, recipient_id, mid: message_id, reason, .. } = row;
        let reason = match state {
            SendState::Waiting => Some("not sent yet".to_owned()),
            _ => reason,
        };
        Self { outcome: state.outcome(), recipient_id, message_id, reason }
    }
}

/// Tells of the rows of a batch that ended in some way, each with its line.
pub async fn ended_rows(
    services: &Services,
    batch_id: i64,
    state: SendState,
    mut observe: impl FnMut(i64, &SendReport),
) -> Result<(), OpsError> {
    let take = |row: ReportedRow| {
        observe(row.line, &row.into());
        Ok(())
    };
    services.store.report_rows(batch_id, Some(state), take).await
}

/// Sees whether a report can be written, before anything is sent of which it should tell.
///
/// # Errors
/// The directory cannot be written, or there is something other than a file under the name.
pub fn try_report(services: &Services, path: &Path) -> Result<(), OpsError> {
    begin(services, path).map(drop)
}

fn begin(services: &Services, path: &Path) -> Result<WholeFile, OpsError> {
    WholeFile::begin(path, 0o600, &*services.random).map_err(OpsError::Unwritten)
}

/// Writes a file that tells what became of every row of a batch, in the order of its own file. It is
/// readable by its owner alone, and whole at every moment.
///
/// # Errors
/// The store cannot be read, or the file not be written.
pub async fn write_report(
    services: &Services,
    batch_id: i64,
    form: Form,
    path: &Path,
) -> Result<(), OpsError> {
    let mut file = BufWriter::new(begin(services, path)?);
    report(services, batch_id, form, &mut file).await?;
    let unbuffered = file.into_inner().map_err(|error| OpsError::Unwritten(error.into_error()))?;
    unbuffered.publish().map_err(OpsError::Unwritten)
}

/// Writes what became of every row of a batch, in the order of its file.
async fn report(
    services: &Services,
    batch_id: i64,
    form: Form,
    mut into: impl Write,
) -> Result<(), OpsError> {
    let rows = &services.store;
    match form {
        Form::Json => {
            rows.report_rows(batch_id, None, |row| {
                serde_json::to_writer(&mut into, &Row::from(row))
                    .map_err(std::io::Error::from)
                    .and_then(|()| into.write_all(b"\n"))
                    .map_err(OpsError::Unwritten)
            })
            .await?;
        }
        Form::Csv => {
            let mut csv = csv::Writer::from_writer(&mut into);
            let header = ["line", "outcome", "recipient_id", "message_id", "reason"];
            csv.write_record(header).map_err(unwritten)?;
            rows.report_rows(batch_id, None, |row| {
                let Row { line, report } = row.into();
                let outcome = SendState::from(report.outcome).as_str();
                let cell = |text: Option<String>| plain(&text.unwrap_or_default());
                let cells = [
                    line.to_string(),
                    outcome.to_owned(),
                    plain(&report.recipient_id),
                    cell(report.message_id),
                    cell(report.reason),
                ];
                csv.write_record(cells).map_err(unwritten)
            })
            .await?;
            csv.flush().map_err(OpsError::Unwritten)?;
        }
    }
    into.flush().map_err(OpsError::Unwritten)
}
