//! Moving the write-ahead log into the file beside the thread that writes.
//!
//! SQLite does it inside the commit that fills the log: some milliseconds with a sync of the whole file,
//! in which nobody is answered. Here a second connection copies what is committed while the first goes
//! on. That one ends the log itself, as ever, when it is long, and finds nearly all of it copied.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use rusqlite::OpenFlags;

use super::schema::connect;

/// Transactions after which the log is worth a look: those of a busy receiver fill some hundred pages.
const TRANSACTIONS: u32 = 24;

/// Counts transactions, and has the log folded now and then. Only a process that writes much ever
/// has the second connection.
pub(super) struct Checkpointer {
    path: PathBuf,
    transactions: u32,
    thread: Option<(SyncSender<()>, JoinHandle<()>)>,
}

impl Checkpointer {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, transactions: 0, thread: None }
    }

    /// Notes that something was committed.
    pub(super) fn committed(&mut self) {
        self.transactions += 1;
        if self.transactions < TRANSACTIONS {
            return;
        }
        self.transactions = 0;
        let (look, _) = self.thread.get_or_insert_with(|| {
            let (sender, looks) = sync_channel(1);
            let path = self.path.clone();
            (sender, thread::spawn(move || fold(path, &looks)))
        });
        // One that is at it needs no second call, and without one the writer does it all.
        let _ = look.try_send(());
    }
}

/// Closes the second connection, so that the first is the last and leaves no log behind.
impl Drop for Checkpointer {
    fn drop(&mut self) {
        if let Some((look, thread)) = self.thread.take() {
            drop(look);
            let _ = thread.join();
        }
    }
}

fn fold(path: PathBuf, looks: &Receiver<()>) {
    let opened = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(|connection| {
        connection.pragma_update(None, "synchronous", "FULL")?;
        Ok(connection)
    });
    let connection = match opened {
        Ok(connection) => connection,
        Err(error) => {
            return tracing::debug!(%error, "no second connection to the store; only the writer empties the log");
        }
    };
    while looks.recv().is_ok() {
        // Where it fails the writer tries the same at the end of the log, and says so.
        let folded = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        if let Err(error) = folded {
            tracing::debug!(%error, "could not move a part of the log into the store");
        }
    }
}
