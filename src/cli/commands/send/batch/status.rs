//! How batches stand.

use std::path::Path;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::table;
use crate::domain::message::SendState;
use crate::store::batches::BatchStatus;

/// The exit code of a batch as it stands: 9 over 8, because rows that are unknown need a look before
/// anything is repeated, and those that were refused do not.
pub(super) fn exit(status: &BatchStatus) -> Exit {
    let count = |state| status.count(state);
    let all = status.total();
    if count(SendState::Unknown) + count(SendState::Sending) > 0 {
        Exit::OutcomeUnknown
    } else if count(SendState::Sent) + count(SendState::Skipped) == all {
        Exit::Done
    } else if count(SendState::Refused) == all {
        Exit::Refused
    } else {
        Exit::PartlyDone
    }
}

/// Shows the batches that are open.
pub(super) fn list(open: &[BatchStatus], context: &Context) -> Result<(), CommandError> {
    if open.is_empty() {
        context.ui.say("No batch is unfinished.");
    }
    context.ui.result(open, |open| {
        let rows = open.iter().map(|batch| {
            let (waiting, all) = (batch.count(SendState::Waiting), batch.total());
            let file = Path::new(&batch.source).file_name().unwrap_or_default();
            let file = file.to_string_lossy().into_owned();
            [batch.id.to_string(), file, all.to_string(), waiting.to_string()]
        });
        match open {
            [] => String::new(),
            _ => table(["BATCH", "FILE", "ROWS", "WAITING"], rows.collect()),
        }
    })
}

/// Shows how one stands.
pub(super) fn show_status(status: &BatchStatus, context: &Context) -> Result<(), CommandError> {
    context.ui.result(status, summary)
}

/// How many rows stand how.
pub(super) fn summary(status: &BatchStatus) -> String {
    let words = [
        (SendState::Sent, "sent"),
        (SendState::Refused, "refused"),
        (SendState::Unknown, "unknown"),
        (SendState::Skipped, "skipped"),
        (SendState::Sending, "in flight"),
        (SendState::Waiting, "waiting"),
    ];
    let counts = words.map(|(state, word)| (status.count(state), word));
    let counts = counts.into_iter().chain([(status.cancelled(), "cancelled")]);
    let shown = counts.filter(|(count, word)| *count > 0 || *word == "sent");
    let parts: Vec<_> = shown.map(|(count, word)| format!("{count} {word}")).collect();
    format!("Batch {}: {}", status.id, parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_code_is_the_most_careful_one() {
        for (rows, expected) in [
            (&[(SendState::Sent, 3)][..], Exit::Done),
            (&[(SendState::Sent, 3), (SendState::Skipped, 1)], Exit::Done),
            (&[(SendState::Sent, 3), (SendState::Refused, 1)], Exit::PartlyDone),
            (&[(SendState::Sent, 3), (SendState::Waiting, 1)], Exit::PartlyDone),
            (&[(SendState::Refused, 2)], Exit::Refused),
            (&[(SendState::Refused, 2), (SendState::Unknown, 1)], Exit::OutcomeUnknown),
        ] {
            let rows = rows.iter().map(|(state, count)| (state.as_str().to_owned(), *count));
            let status = BatchStatus {
                id: 1,
                account_id: "1".to_owned(),
                source: "a.csv".to_owned(),
                loaded: true,
                rows: rows.collect(),
            };
            assert_eq!(exit(&status), expected, "{status:?}");
        }
    }
}
