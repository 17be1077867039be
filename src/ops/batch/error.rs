//! Why a batch was not sent, or not to its end.

use super::load::Refused;
use crate::store::StoreError;

/// An error of batches alone.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// A file has rows that cannot be sent.
    #[error("{} cannot be sent", rows(.0.count))]
    Rows(Refused),
    /// A template cannot be used.
    #[error("{0}")]
    Template(String),
    /// The file of a batch was not read to its end.
    #[error("the file of batch {id} was not read completely, so nothing was sent")]
    NotLoaded {
        /// Number of the batch.
        id: i64,
    },
    /// The account of a batch was unlinked.
    #[error("batch {id} belongs to the account {account_id}, which is no longer linked")]
    OfNobody {
        /// Number of the batch.
        id: i64,
        /// The account.
        account_id: String,
    },
    /// A batch of the same file, or of the same rows, was stopped before its end.
    #[error("batch {id} of the same file or rows is unfinished; nothing was sent")]
    Unfinished {
        /// Number of the batch.
        id: i64,
    },
    /// Another process is sending the same file, or the same rows.
    #[error("batch {id} is already sending the same file or rows; nothing was sent")]
    Running {
        /// The number of its batch.
        id: i64,
    },
    /// Another batch has sent the same rows.
    #[error("batch {id} has sent the same rows; nothing was sent now")]
    Ended {
        /// Number of the batch.
        id: i64,
    },
    /// The ends of sends that were told could not be recorded.
    #[error("{outcomes} of the outcomes above could not be recorded")]
    Unrecorded {
        /// How many.
        outcomes: u64,
        source: StoreError,
    },
}

fn rows(count: u64) -> String {
    match count {
        1 => "a row".to_owned(),
        count => format!("{count} rows"),
    }
}
