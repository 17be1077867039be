//! The encrypted store: one SQLite file, shared by `serve`, cron and one-shot commands.
//!
//! A [`Store`] is a handle to one thread that owns the connection. Whatever is queued when it
//! looks is done in one transaction with one sync, so a hundred deliveries that arrive together
//! cost little more than one; each is still all or nothing by itself. A result is handed out only
//! after that transaction is committed.
//!
//! Every open store shares a lock beside its file with all others ([`FileLock`], `<store>.lock`). It
//! stands in nobody's way but that of a restore, which takes it alone.

pub mod accounts;
mod answered;
pub mod arrival;
pub mod backup;
pub mod batches;
mod checkpointer;
pub mod cipher;
pub mod claim;
mod columns;
pub mod conversations;
mod due;
mod echo;
mod edits;
mod error;
pub mod events;
mod former;
mod guard;
pub mod health;
pub mod history;
pub mod inbox;
pub mod intake;
mod kept_answer;
mod key;
mod listed;
mod lock;
pub mod logins;
pub mod outgoing;
pub mod overview;
pub mod people;
mod progress;
pub mod prune;
pub mod purge;
pub mod purge_account;
pub mod rate;
pub mod reconcile;
pub mod records;
pub mod rekey;
pub mod restore;
mod schema;
pub mod sealed;
pub mod secrets;
mod senders;
pub mod settle;
pub mod status;
mod tombstone;
pub mod verify;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rusqlite::{Connection, Params};
use tokio::sync::{mpsc, oneshot};

use checkpointer::Checkpointer;
use cipher::Cipher;
pub use error::StoreError;
pub use key::{KeyError, StoreKeys};
pub use lock::FileLock;
use writer::{Access, Job, Patience};

/// Jobs that may wait for the writer. More are refused, so that memory stays bounded.
const QUEUE: usize = 512;

/// Pause between the steps of long work, in which others get at the store.
const PAUSE: Duration = Duration::from_millis(2);

/// How long one try to empty the log waits for readers, and how long others may write before the next.
const CHECKPOINT_WAIT: Duration = Duration::from_millis(100);
const CHECKPOINT_PAUSE: Duration = Duration::from_millis(250);

/// A handle to the open store; clones share it.
///
/// # Errors
/// What every method that reads or writes may fail with; a method names only what it adds.
///
/// * Any of them: [`StoreError::Locked`] when another process holds the store for longer than this one
///   has patience, [`StoreError::Damaged`], [`StoreError::Closed`] once the thread is gone, and
///   [`StoreError::Sqlite`] for the rest. A read may share its transaction with writes, and fail with
///   them ([`StoreError::Full`]).
/// * A write: [`StoreError::Full`], [`StoreError::Gone`] if the file was moved or deleted, and
///   [`StoreError::NewerSchema`] or [`StoreError::WrongKey`] if another process has given the store a schema
///   or a key that this one does not know.
/// * What decrypts a value: [`StoreError::Undecryptable`], unless the method says otherwise.
/// * What takes a delivery in ([`Store::receive`]), and nothing else: [`StoreError::Busy`]. All others
///   wait for room in the queue.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
    patience: Duration,
    cipher: Arc<Cipher>,
    jobs: Arc<Queue>,
}

/// The way to the thread. When the last handle goes it waits until the connection is closed, which
/// moves the write-ahead log into the file: a copy of the file alone is then a whole store.
#[derive(Debug)]
struct Queue {
    sender: Option<mpsc::Sender<Job>>,
    closing: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Queue {
    fn sender(&self) -> Result<&mpsc::Sender<Job>, StoreError> {
        self.sender.as_ref().ok_or(StoreError::Closed)
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        // Nobody waits any more for what is still queued.
        self.closing.store(true, Ordering::Relaxed);
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            // It ends badly only if SQLite's own code does, and then there is nothing left to do.
            let _ = thread.join();
        }
    }
}

impl Store {
    /// Opens the store at `path`, making it if there is none, and starts its thread.
    ///
    /// `patience` is how long one piece of work waits for another process before it fails with
    /// [`StoreError::Locked`].
    ///
    /// # Errors
    /// A file that is not ours, newer, damaged, unreachable or made with another key.
    pub fn open(path: &Path, keys: StoreKeys, patience: Duration) -> Result<Self, StoreError> {
        let cipher = Arc::new(Cipher::new(keys));
        let connection = schema::open(path, &cipher, patience)?;
        if let Err(error) = senders::give_up_killed(&connection, path) {
            tracing::debug!(%error, "could not look for sends that were killed");
        }
        let (jobs, queue) = mpsc::channel(QUEUE);
        let reopen = {
            let (path, cipher) = (path.to_owned(), Arc::clone(&cipher));
            move || schema::open(&path, &cipher, patience)
        };
        let guard = guard::WriteGuard::new(path, Arc::clone(&cipher));
        let checkpointer = Checkpointer::new(path.to_owned());
        let closing = Arc::new(AtomicBool::new(false));
        let patience_of = Patience { most: patience, closing: Arc::clone(&closing) };
        let thread = writer::start(
            connection,
            Arc::clone(&cipher),
            patience_of,
            guard,
            reopen,
            checkpointer,
            queue,
        );
        let jobs = Arc::new(Queue { sender: Some(jobs), closing, thread: Some(thread) });
        Ok(Self { path: path.to_owned(), patience, cipher, jobs })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the lock under which one process at a time refreshes tokens; `None` while another has it.
    ///
    /// # Errors
    /// The lock file beside the store cannot be made.
    pub fn refresh_lock(&self) -> Result<Option<FileLock>, StoreError> {
        let path = lock::of_refresh(&self.path);
        FileLock::exclusive(&path).map_err(|error| StoreError::unavailable(&path, error))
    }

    /// Whether a process has the store at `path` open.
    ///
    /// # Errors
    /// The lock file beside the store cannot be made.
    pub fn is_open(path: &Path) -> Result<bool, StoreError> {
        let lock = FileLock::exclusive(&lock::of_store(path));
        Ok(lock.map_err(|error| StoreError::unavailable(path, error))?.is_none())
    }

    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.queue(Access::Read, work).await
    }

    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.queue(Access::Write, work).await
    }

    /// Runs one statement that changes rows.
    async fn execute(
        &self,
        sql: impl AsRef<str> + Send + 'static,
        values: impl Params + Send + 'static,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            connection.prepare_cached(sql.as_ref())?.execute(values)?;
            Ok(())
        })
        .await
    }

    async fn queue<T: Send + 'static>(
        &self,
        access: Access,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (job, answer) = job(access, work);
        self.jobs.sender()?.send(job).await.map_err(|_| StoreError::Closed)?;
        answer.await.unwrap_or(Err(StoreError::Closed))
    }

    /// Moves the write-ahead log into the file and empties it, so that deleted rows are in neither; tells
    /// whether that was possible. It is not while another process goes on reading for as long as the store
    /// has patience.
    pub async fn checkpoint(&self) -> Result<bool, StoreError> {
        let began = Instant::now();
        loop {
            match self.checkpoint_now().await {
                Err(StoreError::Locked) if began.elapsed() < self.patience => {
                    tokio::time::sleep(CHECKPOINT_PAUSE).await;
                }
                Err(StoreError::Locked) => return Ok(false),
                done => return done.map(|()| true),
            }
        }
    }

    async fn checkpoint_now(&self) -> Result<(), StoreError> {
        let patience = self.patience;
        self.queue(Access::Alone, move |connection| {
            // Whoever waits for readers here keeps every other process from writing.
            connection.busy_timeout(CHECKPOINT_WAIT.min(patience))?;
            // A checkpoint that somebody else's reader prevents says so in its row.
            let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
            let held = connection.query_row(sql, [], |row| row.get::<_, bool>(0));
            connection.busy_timeout(patience)?;
            match held? {
                true => Err(StoreError::Locked),
                false => Ok(()),
            }
        })
        .await
    }
}

/// Packs work with the channel that carries its result once the transaction is through.
fn job<T: Send + 'static>(
    access: Access,
    work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
) -> (Job, oneshot::Receiver<Result<T, StoreError>>) {
    let (sender, answer) = oneshot::channel();
    let run = move |connection: Result<&Connection, StoreError>| -> writer::Finished {
        let result = connection.and_then(work);
        let keep = result.is_ok();
        let tell = move |committed: Result<(), StoreError>| {
            // Nobody waits any more if the caller was dropped.
            let _ = sender.send(result.and_then(|value| committed.map(|()| value)));
        };
        writer::Finished { keep, tell: Box::new(tell) }
    };
    (Job::Work { access, run: Box::new(run), queued: Instant::now() }, answer)
}
