//! The thread that owns the connection: group commit.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::vec::IntoIter;

use rusqlite::{Connection, ErrorCode, ffi};
use tokio::sync::mpsc;

use super::checkpointer::Checkpointer;
use super::cipher::Cipher;
use super::error::StoreError;
use super::guard::{Refused, WriteGuard};
use super::intake::{Delivery, Intake};
use super::schema::Opened;

/// How long SQLite waits at a stretch for others that write.
const STEP: Duration = Duration::from_millis(200);

/// Jobs done in one transaction at most, so that none waits long for the others.
const GROUP: usize = 256;

/// One piece of work.
pub(super) enum Job {
    /// Anything that is done with the connection.
    Work {
        access: Access,
        run: Run,
        /// Since when it waits.
        queued: Instant,
    },
    /// Fails only as the whole store does. It has no savepoint, for which SQLite copies every page it
    /// touches: its failure is that of the whole transaction.
    Delivery {
        delivery: Delivery,
        /// Since when it waits.
        queued: Instant,
    },
}

/// What a job does to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Looks only.
    Read,
    /// Changes rows.
    Write,
    /// Cannot run inside a transaction.
    Alone,
}

/// Takes the connection inside a transaction, or why there is none.
pub(super) type Run = Box<dyn FnOnce(Result<&Connection, StoreError>) -> Finished + Send>;

/// Work that is done but not yet committed.
pub(super) struct Finished {
    /// Whether its changes should stay.
    pub(super) keep: bool,
    pub(super) tell: Tell,
}

/// Hands out a result, or the failure of the whole transaction.
pub(super) type Tell = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

impl Job {
    fn is_alone(&self) -> bool {
        matches!(self, Self::Work { access: Access::Alone, .. })
    }

    fn writes(&self) -> bool {
        !matches!(self, Self::Work { access: Access::Read, .. })
    }

    /// Since when it waits.
    fn queued(&self) -> Instant {
        match self {
            Self::Work { queued, .. } | Self::Delivery { queued, .. } => *queued,
        }
    }

    /// Tells whoever waits for it that it cannot be done.
    fn refuse(self, error: StoreError) {
        match self {
            Self::Work { run, .. } => (run(Err(error)).tell)(Ok(())),
            Self::Delivery { delivery, .. } => delivery.refuse(error),
        }
    }
}

/// How long a transaction waits for other processes that write.
pub(super) struct Patience {
    pub(super) most: Duration,
    /// Set once nobody waits for the results any more.
    pub(super) closing: Arc<AtomicBool>,
}

impl Patience {
    /// Begins a transaction for some jobs. SQLite waits in steps, between which it is seen whether that still
    /// has a purpose: a `serve` that is to end must not be held by who holds its store, and a job that has
    /// waited long enough is refused, however young the others are.
    fn begin(
        &self,
        connection: &Connection,
        sql: &str,
        jobs: &mut Vec<Job>,
    ) -> rusqlite::Result<()> {
        connection.busy_timeout(STEP.min(self.most))?;
        let begun = loop {
            match run(connection, sql) {
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                    if self.closing.load(Ordering::Relaxed) {
                        break Err(error);
                    }
                    let late = |job: &mut Job| job.queued().elapsed() >= self.most;
                    jobs.extract_if(.., late).for_each(|job| job.refuse(again(&error)));
                    if jobs.is_empty() {
                        break Err(error);
                    }
                }
                begun => break begun,
            }
        };
        connection.busy_timeout(self.most)?;
        begun
    }
}

/// Starts the thread. It ends when every handle is gone.
pub(super) fn start(
    connection: Opened,
    cipher: Arc<Cipher>,
    patience: Patience,
    mut guard: WriteGuard,
    reopen: impl Fn() -> Result<Opened, StoreError> + Send + 'static,
    checkpointer: Checkpointer,
    mut queue: mpsc::Receiver<Job>,
) -> JoinHandle<()> {
    thread::spawn(move || {
        // Dropped in the opposite order: this connection is the last to close.
        let mut connection = connection;
        let mut checkpointer = checkpointer;
        let mut group = Vec::with_capacity(GROUP);
        while queue.blocking_recv_many(&mut group, GROUP) > 0 {
            if run_group(&connection, &cipher, &patience, &mut guard, &mut group) {
                checkpointer.committed();
            } else if let Ok(fresh) = reopen() {
                // After a failed sync SQLite's own state cannot be trusted (security, 4).
                connection = fresh;
                guard.reopened();
            }
        }
    })
}

/// Runs a group of jobs; tells whether the connection is still sound.
fn run_group(
    connection: &Connection,
    cipher: &Cipher,
    patience: &Patience,
    guard: &mut WriteGuard,
    group: &mut Vec<Job>,
) -> bool {
    let mut sound = true;
    let mut jobs = group.drain(..).peekable();
    while let Some(first) = jobs.next() {
        match first {
            Job::Work { access: Access::Alone, run, .. } => (run(Ok(connection)).tell)(Ok(())),
            first => {
                let mut members = vec![first];
                while let Some(next) = jobs.next_if(|job| !job.is_alone()) {
                    members.push(next);
                }
                sound &= transact(connection, cipher, patience, guard, members);
            }
        }
    }
    sound
}

/// Runs jobs in one transaction; tells whether the connection is still sound.
fn transact(
    connection: &Connection,
    cipher: &Cipher,
    patience: &Patience,
    guard: &mut WriteGuard,
    mut jobs: Vec<Job>,
) -> bool {
    let writes = jobs.iter().any(Job::writes);
    let begin = if writes { "BEGIN IMMEDIATE" } else { "BEGIN DEFERRED" };
    let begun = patience.begin(connection, begin, &mut jobs);
    let mut jobs = jobs.into_iter();
    let mut finished = Vec::with_capacity(jobs.len());
    let outcome = begun.and_then(|()| {
        let refused = if writes { guard.refuses(connection)? } else { None };
        let refused = refused.map(|refused| (refused, &*guard));
        run_jobs(connection, cipher, refused, &mut jobs, &mut finished)?;
        run(connection, "COMMIT")
    });
    let Err(error) = outcome else {
        // Taken away in the middle, perhaps; then nobody may rely on it.
        let gone = writes && guard.is_gone();
        let told = || if gone { Err(guard.error(Refused::Gone)) } else { Ok(()) };
        finished.into_iter().for_each(|tell| tell(told()));
        return true;
    };
    // After some failures SQLite has rolled back by itself; then this says so and is no news.
    let _ = connection.execute_batch("ROLLBACK");
    finished.into_iter().for_each(|tell| tell(Err(again(&error))));
    jobs.for_each(|job| job.refuse(again(&error)));
    let code = error.sqlite_error_code();
    let sound = matches!(code, Some(ErrorCode::DatabaseBusy | ErrorCode::DiskFull));
    if !sound && writes {
        tracing::error!(%error, "the store could not commit");
    }
    sound
}

/// Runs jobs within a transaction; `refused` says why none may write.
///
/// # Errors
/// Nothing of the transaction may stay. Jobs behind the one that failed are left in `jobs`.
fn run_jobs(
    connection: &Connection,
    cipher: &Cipher,
    refused: Option<(Refused, &WriteGuard)>,
    jobs: &mut IntoIter<Job>,
    finished: &mut Vec<Tell>,
) -> rusqlite::Result<()> {
    let mut intake: Option<Intake<'_>> = None;
    for job in jobs {
        match (job, refused) {
            (job, Some((refused, guard))) if job.writes() => job.refuse(guard.error(refused)),
            (Job::Delivery { delivery, .. }, _) => {
                match take_in(&mut intake, connection, cipher, delivery) {
                    Ok(tell) => finished.push(tell),
                    Err((delivery, error)) => {
                        let cause = match &error {
                            StoreError::Sqlite(error) => copy(error),
                            _ => None,
                        };
                        delivery.refuse(error);
                        return Err(cause.unwrap_or_else(failed_together));
                    }
                }
            }
            (Job::Work { access: Access::Write, run: work, .. }, _) => {
                // What deliveries need to know may change.
                intake = None;
                // A savepoint each: one that fails takes nothing of its neighbours with it.
                run(connection, "SAVEPOINT job")?;
                let done = work(Ok(connection));
                finished.push(done.tell);
                if !done.keep {
                    run(connection, "ROLLBACK TO job")?;
                }
                run(connection, "RELEASE job")?;
            }
            (Job::Work { run: work, .. }, _) => finished.push(work(Ok(connection)).tell),
        }
    }
    Ok(())
}

/// Takes a delivery in, with what those before it in the transaction already asked for.
fn take_in<'c>(
    intake: &mut Option<Intake<'c>>,
    connection: &'c Connection,
    cipher: &'c Cipher,
    delivery: Delivery,
) -> Result<Tell, (Delivery, StoreError)> {
    let intake = match intake {
        Some(intake) => intake,
        none => match Intake::begin(connection, cipher) {
            Ok(begun) => none.insert(begun),
            Err(error) => return Err((delivery, error)),
        },
    };
    intake.take(delivery)
}

/// Runs a statement that is needed again and again, without reading its text anew.
fn run(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(drop)
}

/// What the others are told when a delivery fails and SQLite did not.
fn failed_together() -> rusqlite::Error {
    let text = "what shared the transaction could not be stored";
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_ABORT), Some(text.to_owned()))
}

/// The same failure for each member of a group.
fn again(error: &rusqlite::Error) -> StoreError {
    copy(error).map_or(StoreError::Closed, StoreError::from)
}

/// What SQLite said, once more: rusqlite's errors cannot be cloned.
fn copy(error: &rusqlite::Error) -> Option<rusqlite::Error> {
    match error {
        rusqlite::Error::SqliteFailure(code, text) => {
            Some(rusqlite::Error::SqliteFailure(*code, text.clone()))
        }
        _ => None,
    }
}
