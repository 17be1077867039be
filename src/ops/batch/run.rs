//! Sending the rows of a batch: each at most once, as fast as Instagram allows, until somebody or
//! something says stop.
//!
//! A row is written down as being sent before it is, and only as many as are about to be: that many
//! have an unknown outcome if the process is killed. What calls bring back is written down with the
//! same commit: all that came while the last one was made.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use jiff::Timestamp;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::course::{Halt, Run};
use super::error::BatchError;
use super::load::Held;
use crate::domain::account::Account;
use crate::domain::message::SendState;
use crate::domain::rate::Pace;
use crate::domain::token::LongLivedToken;
use crate::ops::send::{self, Answer, SendReport, WindowPolicy};
use crate::ops::{OpsError, Services, stopped};
use crate::store::StoreError;
use crate::store::batches::{BatchStatus, BegunRow};

/// How often it is looked whether whoever is told of rows has caught up.
const HELD_UP: Duration = Duration::from_millis(50);

/// How a batch is sent.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Calls at the same time.
    pub jobs: usize,
    /// How fast, if not as fast as Instagram allows. With Instagram itself it is never faster, with
    /// a box on this machine it may be.
    pub pace: Option<Pace>,
    /// Rows that were not sent after which it stops.
    pub max_failures: Option<u64>,
    /// What a closed messaging window means for a row.
    pub window: WindowPolicy,
}

/// Something that happened to a batch.
#[derive(Debug)]
pub enum Progress {
    /// A row ended.
    Ended {
        /// Where it stands in the file.
        line: i64,
        /// What became of it.
        report: SendReport,
    },
    /// Somebody said stop: what is under way is waited for.
    Stopping {
        /// How many calls that are.
        calls: usize,
    },
    /// Nothing is sent before this.
    Waiting {
        /// Until when.
        until: Timestamp,
        /// What went wrong, if anything did.
        reason: Option<String>,
    },
}

/// Why a run ended.
#[derive(Debug)]
pub enum Stop {
    /// No row waits any more.
    Done,
    /// Somebody asked for it.
    Asked,
    /// As many rows as were allowed were not sent.
    Failures,
    /// One outcome after the other was unknown.
    Unknowns,
    /// It cannot go on: the token is dead, or Instagram away or at its limits for long.
    Error(OpsError),
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    /// What ended it.
    pub stop: Stop,
    /// How the batch stands.
    pub status: BatchStatus,
    /// Sends that went out, but how they ended could not be written down.
    pub unrecorded: u64,
    /// Rows that were sent although the messaging window of their person is closed.
    pub late: u64,
    /// Rows that were purged while it ran, sent before or not: they are in no count of `status`.
    pub purged: u64,
}

/// The account that a batch is of.
///
/// # Errors
/// [`StoreError::NoBatch`] if there is none, [`BatchError::OfNobody`] if its account is not
/// linked any more.
pub async fn account(services: &Services, id: i64) -> Result<Account, OpsError> {
    let status = services.store.batch(id).await?;
    let account = services.store.account_by_id(&status.account_id).await?;
    let nobody = BatchError::OfNobody { id, account_id: status.account_id };
    Ok(account.ok_or(nobody)?)
}

/// How a batch stands that can be taken up.
///
/// # Errors
/// [`StoreError::NoBatch`] if there is none, [`BatchError::NotLoaded`] if its file was never read to
/// the end.
pub async fn status(services: &Services, id: i64) -> Result<BatchStatus, OpsError> {
    let status = services.store.batch(id).await?;
    match status.loaded {
        true => Ok(status),
        false => Err(BatchError::NotLoaded { id }.into()),
    }
}

/// Takes a batch up again that was stopped or killed. Rows that were being sent then have an unknown
/// outcome, and are not sent again.
///
/// # Errors
/// [`StoreError::NoBatch`] if there is none, [`BatchError::NotLoaded`] if its file was never read to
/// the end, [`StoreError::BatchHeld`] while another process works on it.
pub async fn resume(services: &Services, id: i64) -> Result<Held, OpsError> {
    status(services, id).await?;
    let owner = services.random.token();
    let lock = services.store.resume_batch(id, &owner, services.clock.now()).await?;
    Ok(Held { id, owner, _lock: lock })
}

/// Ends a batch of which nothing waits any more, once it was told how each row ended. Until then the
/// same rows are not sent again: whoever was not told may try it.
pub async fn close(services: &Services, batch: &Held) -> Result<(), OpsError> {
    Ok(services.store.close_batch(batch.id, services.clock.now()).await?)
}

/// Gives up what waits in a batch that was stopped or killed; tells how it stands then.
pub async fn cancel(services: &Services, id: i64) -> Result<BatchStatus, OpsError> {
    status(services, id).await?;
    let owner = services.random.token();
    services.store.cancel_batch(id, &owner, services.clock.now()).await?;
    status(services, id).await
}

/// Sends what waits in a batch, and tells `observe` what happens. While that is `behind` no more rows are
/// taken up.
///
/// # Errors
/// [`BatchError::Unrecorded`] if messages went out and the store did not take how that ended. The
/// batch can be resumed after any error but [`StoreError::Unlinked`]: then its account is gone.
pub async fn run(
    services: &Services,
    account: &Account,
    batch: &Held,
    rules: Rules,
    mut stop: watch::Receiver<bool>,
    mut observe: impl FnMut(Progress),
    behind: impl Fn() -> bool,
) -> Result<Ran, OpsError> {
    let token = services.token(account).await?;
    let rows = services.store.batch(batch.id).await?.total();
    let mut run = Run::new(batch, rules, token, services.graph.is_sandbox());
    let mut calls = FuturesUnordered::new();
    // At most one at a time.
    let mut commits = FuturesUnordered::new();
    loop {
        if behind() {
            run.not_before = run.not_before.max(Instant::now() + HELD_UP);
        }
        while let Some(row) = run.next_row(calls.len()) {
            calls.push(call(services, run.token.clone(), row));
        }
        if commits.is_empty()
            && let Some(commit) = run.commit(calls.len())
        {
            commits.push(commit.run(services, account));
        }
        if run.is_over() && calls.is_empty() && commits.is_empty() {
            break;
        }
        let waits = commits.is_empty() && run.waits(calls.len());
        tokio::select! {
            () = stopped(&mut stop), if run.halt.is_none() => {
                run.halt(Halt::Stop(Stop::Asked));
                observe(Progress::Stopping { calls: calls.len() });
            }
            Some(called) = calls.next() => run.call_ended(called, services.clock.now()),
            Some(committed) = commits.next() => run.committed(committed, &mut observe),
            () = sleep_until(run.not_before), if waits => {}
        }
        if let Some((wait, reason)) = run.told_wait.take() {
            observe(Progress::Waiting { until: services.clock.now() + wait, reason });
        }
    }
    let status = match services.store.batch(batch.id).await {
        Ok(status) => status,
        // It went with its account, and is not there to be resumed.
        Err(StoreError::NoBatch { id, .. }) => {
            services.store.drop_batch(id).await?;
            return Err(StoreError::Unlinked.into());
        }
        Err(source) => {
            return Err(match run.unrecorded {
                0 => source.into(),
                outcomes => BatchError::Unrecorded { outcomes, source }.into(),
            });
        }
    };
    if status.count(SendState::Sent) > 0 && !matches!(run.halt, Some(Halt::Graph(_))) {
        services.note_token_accepted(account).await;
    }
    let stop = match run.halt {
        Some(Halt::Graph(error)) => Stop::Error(services.note_refusal(account, error).await),
        Some(Halt::Stop(stop)) if status.waits() => stop,
        _ => Stop::Done,
    };
    let purged = rows.saturating_sub(status.total()).unsigned_abs();
    Ok(Ran { stop, status, unrecorded: run.unrecorded, late: run.late, purged })
}

/// A row that may be sent.
pub(super) struct ReadyRow {
    pub(super) row: BegunRow,
    /// Not before this.
    pub(super) start: Instant,
}

/// A call that came back.
pub(super) struct Called {
    pub(super) row: BegunRow,
    pub(super) handed_over: Instant,
    pub(super) took: Duration,
    pub(super) answer: Answer,
}

async fn call(services: &Services, token: LongLivedToken, ready: ReadyRow) -> Called {
    let ReadyRow { row, start } = ready;
    // Taken before the wait for its turn: if an earlier call fails meanwhile, this one fails with it and must not
    // lengthen the rest once more.
    let handed_over = Instant::now();
    sleep_until(start).await;
    let began = Instant::now();
    let answer = match services.store.open_row(&row) {
        Ok(Some(message)) => send::ask(services, &token, &row.recipient, &message).await,
        Ok(None) | Err(_) => Answer::refused("its row in the store is damaged"),
    };
    Called { row, handed_over, took: began.elapsed(), answer }
}
