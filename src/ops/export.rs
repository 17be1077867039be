//! The history for other programs, one message at a time.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::OpsError;
use super::messages::{History, Message};
use super::output::{Form, plain, unwritten};
use super::whole_file::WholeFile;
use crate::random::Random;

/// Writes what is left of a history; tells how many messages that were.
///
/// `shown` is put over everything that comes from outside: each cell, or each line of JSON.
///
/// # Errors
/// The store cannot be read, or `into` not be written.
pub async fn export(
    mut history: History,
    form: Form,
    shown: impl Fn(String) -> String,
    mut into: impl Write,
) -> Result<u64, OpsError> {
    match form {
        Form::Json => {
            while let Some(message) = history.next().await? {
                let json = serde_json::to_string(&message).map_err(io::Error::from);
                json.and_then(|json| writeln!(into, "{}", shown(json)))
                    .map_err(OpsError::Unwritten)?;
            }
        }
        Form::Csv => {
            let mut csv = csv::Writer::from_writer(&mut into);
            csv.write_record(HEADER).map_err(unwritten)?;
            while let Some(message) = history.next().await? {
                let cells = cells(message).map(|cell| shown(plain(&cell)));
                csv.write_record(cells).map_err(unwritten)?;
            }
            csv.flush().map_err(OpsError::Unwritten)?;
        }
    }
    into.flush().map_err(OpsError::Unwritten)?;
    Ok(history.looked())
}

/// Writes what is left of a history to a file that only its owner can read, and that gets its name
/// once it is whole.
///
/// # Errors
/// The store cannot be read or the file not be written. A file that was there stays as it was.
pub async fn to_file(
    history: History,
    form: Form,
    path: &Path,
    random: &dyn Random,
) -> Result<u64, OpsError> {
    let mut file = WholeFile::begin(path, 0o600, random).map_err(OpsError::unopened(path))?;
    let written = export(history, form, |text| text, BufWriter::new(&mut file)).await?;
    file.publish().map_err(OpsError::Unwritten)?;
    Ok(written)
}

/// The names of the members of a message in JSON.
const HEADER: [&str; 11] = [
    "id",
    "account_id",
    "conversation_id",
    "direction",
    "kind",
    "text",
    "mid",
    "time",
    "state",
    "edited",
    "attachments",
];

fn cells(message: Message) -> [String; 11] {
    [
        message.id,
        message.account_id,
        message.conversation_id.unwrap_or_default(),
        message.direction.as_str().to_owned(),
        message.kind,
        message.text.unwrap_or_default(),
        message.mid.unwrap_or_default(),
        message.time.to_string(),
        message.state,
        message.edited.to_string(),
        message.attachments.join(" "),
    ]
}
