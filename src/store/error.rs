//! Why the store could not do something, named after what helps.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file or its directory cannot be used.
    #[error("cannot open the store {}", path.display())]
    Unavailable { path: PathBuf, source: Box<dyn std::error::Error + Send + Sync> },
    /// The file belongs to something else, or is damaged in its first page.
    #[error("{} is not an igbot store", path.display())]
    NotAStore { path: PathBuf },
    /// A later igbot has written the file.
    #[error("the store {} has schema {found}; this igbot supports schemas up to {known}", path.display())]
    NewerSchema {
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// The key is not the one the store was made with.
    #[error("the encryption key does not match the store {}", path.display())]
    WrongKey { path: PathBuf },
    /// One value does not decrypt although the key is right.
    #[error("cannot decrypt a stored value: {context}")]
    Undecryptable {
        /// Where it is.
        context: String,
    },
    /// Another process holds the store for longer than a command waits.
    #[error("the store is locked by another process")]
    Locked,
    /// No room on the disk.
    #[error("the disk that holds the store is full")]
    Full,
    /// SQLite found damage.
    #[error("the store is damaged")]
    Damaged(#[source] rusqlite::Error),
    /// The file is not what it was: a look at it found what SQLite itself would not say.
    #[error("the store {} is damaged: {problem}", path.display())]
    Unsound {
        path: PathBuf,
        /// What was found.
        problem: String,
    },
    /// A process works with the store that was to be replaced.
    #[error("a running igbot has the store {} open", path.display())]
    InUse { path: PathBuf },
    /// A file other than the store cannot be used.
    #[error("cannot {doing} {}", path.display())]
    File {
        /// What was tried.
        doing: &'static str,
        path: PathBuf,
        /// Why not.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// More work is queued than the store takes.
    #[error("the store is busy")]
    Busy,
    /// The alias belongs to another account.
    #[error("the alias `{0}` belongs to another account")]
    AliasTaken(String),
    /// Anything else SQLite says.
    #[error("the store failed")]
    Sqlite(#[source] rusqlite::Error),
    /// Another dispatcher has taken the event over.
    #[error("another process has taken over the event")]
    LeaseLost,
    /// The file, or one of those beside it, was moved or deleted while it is open: what is written to it,
    /// nobody finds again.
    #[error("the store {} was moved or deleted", path.display())]
    Gone {
        /// Where it was.
        path: PathBuf,
    },
    /// The account was unlinked meanwhile.
    #[error("the account is no longer linked")]
    Unlinked,
    /// The person has deleted what was to be answered.
    #[error("the person has deleted it")]
    Withdrawn,
    /// Instagram's limits leave no room for the call for a while.
    #[error("rate limit reached until {until}")]
    RateLimited {
        /// Until when.
        until: jiff::Timestamp,
    },
    /// Another message was sent under the same key.
    #[error("this key is already used for another message")]
    KeyUsed,
    /// A message waits under this key in a batch that is not done.
    #[error("a message with this key is queued in batch {batch_id} (line {line})")]
    KeyWaits {
        /// Which batch.
        batch_id: i64,
        /// Where in its file.
        line: i64,
    },
    /// Another process works on the batch.
    #[error("another process is working on batch {id}")]
    BatchHeld {
        /// Number of the batch.
        id: i64,
    },
    /// There is no batch of this number.
    #[error("there is no batch {id}")]
    NoBatch {
        /// The number.
        id: i64,
        /// Those that can be resumed.
        open: Vec<i64>,
    },
    /// A value that was to be stored cannot be written as JSON.
    #[error("cannot encode a value for the store")]
    Encode(#[from] serde_json::Error),
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    /// Whether the same may be possible in a moment, without anybody doing something about it here.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Locked | Self::Full | Self::Busy)
    }

    /// What lies at `path` cannot be used.
    pub(super) fn unavailable(
        path: &Path,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::Unavailable { path: path.to_owned(), source: source.into() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error),
            _ => Self::Sqlite(error),
        }
    }
}
