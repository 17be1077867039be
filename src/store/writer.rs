//! The thread that owns the connection: group commit.

use std::thread::{self, JoinHandle};

use rusqlite::{Connection, ErrorCode, ffi};
use tokio::sync::mpsc;

use super::error::StoreError;
use super::folding::Folding;
use super::schema::{KeyGuard, Opened};

/// Jobs done in one transaction at most, so that none waits long for the others.
const GROUP: usize = 256;

/// What a job does to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Looks only.
    Read,
    /// Changes rows.
    Write,
    /// Adds rows, and fails only as the whole store does. Such a job has no savepoint, for which
    /// SQLite copies every page it touches: its failure is that of the whole transaction.
    Append,
    /// Cannot run inside a transaction.
    Alone,
}

/// One piece of work.
pub(super) struct Job {
    pub(super) access: Access,
    pub(super) run: Run,
}

/// Takes the connection inside a transaction, or why there is none.
type Run = Box<dyn FnOnce(Result<&Connection, StoreError>) -> Finished + Send>;

/// Work that is done but not yet committed.
pub(super) struct Finished {
    /// Whether its changes should stay.
    pub(super) keep: bool,
    /// Hands out its result, or the failure of the whole transaction.
    pub(super) tell: Box<dyn FnOnce(Result<(), StoreError>) + Send>,
}

/// Starts the thread. It ends when every handle is gone.
pub(super) fn start(
    connection: Opened,
    mut guard: KeyGuard,
    reopen: impl Fn() -> Result<Opened, StoreError> + Send + 'static,
    folding: Folding,
    mut queue: mpsc::Receiver<Job>,
) -> JoinHandle<()> {
    thread::spawn(move || {
        // Dropped in the opposite order: this connection is the last to close.
        let mut connection = connection;
        let mut folding = folding;
        let mut group = Vec::with_capacity(GROUP);
        while queue.blocking_recv_many(&mut group, GROUP) > 0 {
            if run_group(&connection, &mut guard, &mut group) {
                folding.committed();
            } else if let Ok(fresh) = reopen() {
                // After a failed sync SQLite's own state cannot be trusted (security, 4).
                connection = fresh;
            }
        }
    })
}

/// Runs a group of jobs; tells whether the connection is still sound.
fn run_group(connection: &Connection, guard: &mut KeyGuard, group: &mut Vec<Job>) -> bool {
    let mut sound = true;
    let mut jobs = group.drain(..).peekable();
    while let Some(first) = jobs.next() {
        if first.access == Access::Alone {
            ((first.run)(Ok(connection)).tell)(Ok(()));
            continue;
        }
        let mut members = vec![first];
        while let Some(next) = jobs.next_if(|job| job.access != Access::Alone) {
            members.push(next);
        }
        sound &= transact(connection, guard, members);
    }
    sound
}

fn transact(connection: &Connection, guard: &mut KeyGuard, jobs: Vec<Job>) -> bool {
    let writes = jobs.iter().any(|job| job.access != Access::Read);
    let begin = if writes { "BEGIN IMMEDIATE" } else { "BEGIN DEFERRED" };
    let mut jobs = jobs.into_iter();
    let mut finished = Vec::with_capacity(jobs.len());
    let outcome = run(connection, begin).and_then(|()| {
        let may_write = !writes || guard.allows(connection)?;
        for job in jobs.by_ref() {
            if job.access != Access::Read && !may_write {
                finished.push((job.run)(Err(guard.refusal())).tell);
                continue;
            }
            match job.access {
                Access::Write => {
                    // A savepoint each: one that fails takes nothing of its neighbours with it.
                    run(connection, "SAVEPOINT job")?;
                    let done = (job.run)(Ok(connection));
                    finished.push(done.tell);
                    if !done.keep {
                        run(connection, "ROLLBACK TO job")?;
                    }
                    run(connection, "RELEASE job")?;
                }
                Access::Append => {
                    let done = (job.run)(Ok(connection));
                    finished.push(done.tell);
                    if !done.keep {
                        return Err(failed_together());
                    }
                }
                Access::Read | Access::Alone => finished.push((job.run)(Ok(connection)).tell),
            }
        }
        run(connection, "COMMIT")
    });
    let Err(error) = outcome else {
        finished.into_iter().for_each(|tell| tell(Ok(())));
        return true;
    };
    // After some failures SQLite has rolled back by itself; then this says so and is no news.
    let _ = connection.execute_batch("ROLLBACK");
    tracing::error!(%error, "the store could not commit");
    finished.into_iter().for_each(|tell| tell(Err(again(&error))));
    jobs.for_each(|job| ((job.run)(Err(again(&error))).tell)(Ok(())));
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::DatabaseBusy | ErrorCode::DiskFull))
}

/// Runs a statement that is needed again and again, without reading its text anew.
fn run(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(drop)
}

/// What the others are told when one that only adds rows fails.
fn failed_together() -> rusqlite::Error {
    let text = "what shared the transaction could not be stored";
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_ABORT), Some(text.to_owned()))
}

/// The same failure for each member of a group: rusqlite's errors cannot be cloned.
fn again(error: &rusqlite::Error) -> StoreError {
    let copy = match error {
        rusqlite::Error::SqliteFailure(code, text) => {
            rusqlite::Error::SqliteFailure(*code, text.clone())
        }
        _ => return StoreError::Closed,
    };
    StoreError::from(copy)
}
