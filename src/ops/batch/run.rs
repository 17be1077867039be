//! Sending the rows of a batch: each at most once, as fast as Instagram allows, until somebody or
//! something says stop.
//!
//! A row is written down as being sent before it is, and only as many as are about to be: that many
//! have an unknown outcome if the process is killed. While calls take long that is one more than run;
//! where they are as quick as the store's commits, some are written down ahead, so that no call waits
//! for the store.

use std::collections::VecDeque;
use std::time::Duration;

use jiff::SignedDuration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use super::load::Held;
use crate::domain::account::Account;
use crate::domain::message::Outcome;
use crate::domain::rate::Pace;
use crate::domain::token::LongLivedToken;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::ops::send::{self, Answer, SendReport, Sent};
use crate::ops::{OpsError, Services, stopped};
use crate::store::StoreError;
use crate::store::batches::{BatchStatus, BegunRow, BegunRows, Want};

/// How far off the turns of rows may be that are written down as being sent.
const HORIZON: SignedDuration = SignedDuration::from_millis(50);

/// Most rows written down ahead for each call that may run.
const AHEAD: usize = 4;

/// Ends of sends that may wait to be written down.
const UNRECORDED: usize = 512;

/// How often the token is read again: a refresh may have changed it.
const TOKEN_AGE: Duration = Duration::from_secs(30);

/// First rest after calls that Instagram did not take; doubled with each further one in a row.
const FIRST_REST: Duration = Duration::from_secs(2);

/// Longest of these rests.
const LONGEST_REST: Duration = Duration::from_secs(120);

/// Rests in a row after which a batch gives up.
const RESTS: u32 = 8;

/// Fewest unknown outcomes in a row after which a batch gives up: what is broken then makes nothing
/// but more of them.
const UNKNOWNS: usize = 20;

/// How a batch is sent.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Calls at the same time.
    pub jobs: usize,
    /// How fast, if not as fast as Instagram allows.
    pub pace: Option<Pace>,
    /// Whether that may be faster than Instagram allows.
    pub unlimited: bool,
    /// Rows that were not sent after which it stops.
    pub max_failures: Option<u64>,
    /// Whether a closed messaging window keeps a row back.
    pub enforce_window: bool,
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
    /// Why.
    pub stop: Stop,
    /// How the batch stands.
    pub status: BatchStatus,
    /// Sends that went out, but how they ended could not be written down.
    pub unrecorded: u64,
}

/// Takes a batch up again that was stopped or killed. Rows that were being sent have an unknown
/// outcome and are not sent again.
///
/// # Errors
/// There is none, another process works on it, its file was never read to the end, or the store
/// fails.
pub async fn resume(
    services: &Services,
    id: i64,
) -> Result<(Held, BatchStatus, Account), OpsError> {
    let status = services.store.batch(id).await?;
    if !status.loaded {
        return Err(OpsError::NotLoaded { id });
    }
    let account = services.store.account_by_id(&status.account_id).await?;
    let account = account.ok_or(OpsError::NoAccount)?;
    let owner = services.random.token();
    let (status, lock) = services.store.resume_batch(id, &owner, services.clock.now()).await?;
    Ok((Held { id, owner, _lock: lock }, status, account))
}

/// Sends what waits in a batch. `observe` is told how each row ended, with its line.
///
/// # Errors
/// The store fails; the batch can be resumed.
pub async fn run(
    services: &Services,
    account: &Account,
    batch: &Held,
    rules: Rules,
    mut stop: watch::Receiver<bool>,
    mut observe: impl FnMut(i64, &SendReport),
) -> Result<Ran, OpsError> {
    let token = services.token(account).await?;
    let mut run = Run {
        services,
        account,
        batch,
        rules,
        token,
        token_read: Instant::now(),
        ready: VecDeque::new(),
        calls: JoinSet::new(),
        records: JoinSet::new(),
        marking: JoinSet::new(),
        after: 0,
        exhausted: false,
        not_before: Instant::now(),
        call_time: Duration::from_millis(100),
        mark_time: Duration::from_millis(2),
        rests: 0,
        rested_at: Instant::now(),
        unknowns: 0,
        failures: 0,
        unrecorded: 0,
        stop: None,
    };
    loop {
        run.start_calls();
        run.mark_rows();
        if run.is_idle() {
            break;
        }
        let looks_again = run.stop.is_none() && !run.exhausted && run.marking.is_empty();
        tokio::select! {
            biased;
            () = stopped(&mut stop), if run.stop.is_none() => run.stop = Some(Stop::Asked),
            Some(ended) = run.calls.join_next() => run.call_ended(joined(ended)?),
            Some(ended) = run.records.join_next() => {
                if let Some((line, report)) = run.recorded(joined(ended)?)? {
                    observe(line, &report);
                }
            }
            Some(marked) = run.marking.join_next() => {
                run.marked(joined(marked)?, &mut observe)?;
            }
            () = sleep_until(run.not_before), if looks_again => {}
        }
        if run.stop.is_some() && !run.ready.is_empty() {
            let ids = run.ready.drain(..).map(|row| row.id).collect();
            services.store.put_rows_back(ids).await?;
        }
    }
    let done = services.store.close_batch(batch.id).await?;
    let (unrecorded, stop) = (run.unrecorded, run.stop.take());
    Ok(Ran {
        stop: match stop {
            Some(stop) if !done => stop,
            _ => Stop::Done,
        },
        status: services.store.batch(batch.id).await?,
        unrecorded,
    })
}

/// A run in progress.
struct Run<'a> {
    services: &'a Services,
    account: &'a Account,
    batch: &'a Held,
    rules: Rules,
    token: LongLivedToken,
    token_read: Instant,
    /// Rows that are written down as being sent, and are not yet.
    ready: VecDeque<BegunRow>,
    calls: JoinSet<Called>,
    records: JoinSet<Result<Recorded, StoreError>>,
    /// At most one look for more rows.
    marking: JoinSet<Marked>,
    /// The row behind which to look for more.
    after: i64,
    /// There are none.
    exhausted: bool,
    /// When to look for more rows again.
    not_before: Instant,
    /// How long calls and marking take, lately.
    call_time: Duration,
    mark_time: Duration,
    /// Rests in a row, and when the last one began.
    rests: u32,
    rested_at: Instant,
    /// Unknown outcomes in a row.
    unknowns: usize,
    /// Rows that were not sent.
    failures: u64,
    unrecorded: u64,
    stop: Option<Stop>,
}

/// A call that came back.
struct Called {
    row: BegunRow,
    began: Instant,
    took: Duration,
    answer: Answer,
}

/// A row whose end is written down.
enum Recorded {
    Ended {
        line: i64,
        sent: Box<Sent>,
    },
    /// It waits again.
    PutBack {
        id: i64,
    },
}

struct Marked {
    rows: Result<BegunRows, StoreError>,
    token: Option<Result<LongLivedToken, OpsError>>,
    took: Duration,
}

impl Run<'_> {
    fn is_idle(&self) -> bool {
        let over = self.exhausted || self.stop.is_some();
        over && self.ready.is_empty()
            && self.calls.is_empty()
            && self.records.is_empty()
            && self.marking.is_empty()
    }

    fn start_calls(&mut self) {
        while self.stop.is_none()
            && self.calls.len() < self.rules.jobs
            && self.records.len() < UNRECORDED
            && let Some(row) = self.ready.pop_front()
        {
            let (services, token) = (self.services.clone(), self.token.clone());
            self.calls.spawn(async move {
                send::wait_until(&services, row.start).await;
                let began = Instant::now();
                let answer = match services.store.open_row(&row) {
                    Ok(Some(message)) => {
                        send::ask(&services, &token, &row.recipient, &message).await
                    }
                    Ok(None) | Err(_) => Answer::refused("its row in the store is damaged"),
                };
                Called { row, began, took: began.elapsed(), answer }
            });
        }
    }

    /// Looks for more rows, if calls would soon wait for them.
    fn mark_rows(&mut self) {
        let now = Instant::now();
        if self.stop.is_some()
            || self.exhausted
            || !self.marking.is_empty()
            || now < self.not_before
            || self.records.len() >= UNRECORDED
        {
            return;
        }
        let jobs = self.rules.jobs;
        let share = self.mark_time.as_secs_f64() / self.call_time.as_secs_f64().max(1e-6);
        let ahead = ((jobs as f64 * share).ceil() as usize).clamp(1, AHEAD * jobs);
        let there = self.calls.len() + self.ready.len();
        let count = (jobs + ahead).saturating_sub(there);
        // A few at a time cost as much as one.
        if count == 0 || (count < ahead && !self.ready.is_empty()) {
            return;
        }
        let (services, account) = (self.services.clone(), self.account.clone());
        let (batch_id, owner) = (self.batch.id, self.batch.owner.clone());
        let (rules, after) = (self.rules, self.after);
        let read_token = now.duration_since(self.token_read) > TOKEN_AGE;
        self.marking.spawn(async move {
            let began = Instant::now();
            let want = Want {
                batch_id,
                owner: &owner,
                after,
                count,
                pace: rules.pace,
                unlimited: rules.unlimited,
                horizon: HORIZON,
                enforce_window: rules.enforce_window,
            };
            let rows = services.store.begin_rows(&account, want, services.clock.now()).await;
            let took = began.elapsed();
            let token = if read_token { Some(services.token(&account).await) } else { None };
            Marked { rows, token, took }
        });
    }

    fn marked(
        &mut self,
        marked: Marked,
        observe: &mut impl FnMut(i64, &SendReport),
    ) -> Result<(), OpsError> {
        self.mark_time = averaged(self.mark_time, marked.took);
        if let Some(token) = marked.token {
            self.token = token?;
            self.token_read = Instant::now();
        }
        let begun = marked.rows?;
        self.exhausted = begun.last;
        self.after = begun.rows.last().map_or(self.after, |row| row.id.max(self.after));
        if let Some(room_at) = begun.room_at {
            let wait = room_at.duration_since(self.services.clock.now());
            // Asked for again when the turn comes within the horizon.
            let wait = (wait - HORIZON / 2).max(SignedDuration::from_millis(1)).unsigned_abs();
            self.not_before = self.not_before.max(Instant::now() + wait);
        }
        for closed in begun.closed {
            self.failed();
            let report = SendReport {
                outcome: Outcome::Refused,
                recipient_id: closed.recipient.to_string(),
                message_id: None,
                reason: Some(closed.reason),
            };
            observe(closed.line, &report);
        }
        self.ready.extend(begun.rows);
        Ok(())
    }

    /// Draws the conclusions from an answer, and has it written down.
    fn call_ended(&mut self, called: Called) {
        let Called { row, began, took, answer } = called;
        self.call_time = averaged(self.call_time, took);
        let error = answer.error.as_ref();
        let (id, line) = (row.id, row.line);
        let put_back = error.is_some_and(send::was_not_looked_at);
        match answer.outcome {
            Outcome::Sent => (self.rests, self.unknowns) = (0, 0),
            Outcome::Unknown => {
                self.unknowns += 1;
                if self.unknowns >= UNKNOWNS.max(3 * self.rules.jobs) {
                    self.stop.get_or_insert(Stop::Unknowns);
                }
            }
            _ => {}
        }
        let services = self.services.clone();
        let account = self.account.clone();
        if put_back {
            self.rest(began, error);
            let usage = answer.usage(services.clock.now());
            self.records.spawn(async move {
                if let Some(usage) = usage {
                    let now = services.clock.now();
                    services.store.note_usage(&account.account_id, usage, now).await?;
                }
                services.store.put_rows_back(vec![id]).await?;
                Ok(Recorded::PutBack { id })
            });
            if let Some(source) = answer.error
                && (self.rests > RESTS
                    || matches!(source.class(), Some(ErrorClass::LoginNeeded(_))))
            {
                let alias = self.account.alias.clone();
                self.stop = Some(Stop::Error(OpsError::Account { alias, source }));
            }
            return;
        }
        if answer.outcome != Outcome::Sent {
            self.failed();
        }
        self.records.spawn(async move {
            let sent = send::record(&services, &account, id, &row.recipient, answer).await;
            Ok(Recorded::Ended { line, sent: Box::new(sent) })
        });
    }

    fn recorded(
        &mut self,
        recorded: Result<Recorded, StoreError>,
    ) -> Result<Option<(i64, SendReport)>, OpsError> {
        match recorded? {
            Recorded::Ended { line, sent } => {
                self.unrecorded += u64::from(sent.unrecorded);
                Ok(Some((line, sent.report)))
            }
            Recorded::PutBack { id } => {
                self.after = self.after.min(id - 1);
                self.exhausted = false;
                Ok(None)
            }
        }
    }

    /// Rests after a call that Instagram did not take. Calls that began before the last rest say
    /// nothing new.
    fn rest(&mut self, began: Instant, error: Option<&GraphError>) {
        if began < self.rested_at {
            return;
        }
        let rest = FIRST_REST * 2_u32.saturating_pow(self.rests.min(10));
        let asked = error.and_then(GraphError::retry_after).unwrap_or_default();
        self.rests += 1;
        self.rested_at = Instant::now();
        self.not_before = self.rested_at + rest.min(LONGEST_REST).max(asked);
    }

    fn failed(&mut self) {
        self.failures += 1;
        if self.rules.max_failures.is_some_and(|most| self.failures >= most) {
            self.stop.get_or_insert(Stop::Failures);
        }
    }
}

/// An average in which the latest counts most.
fn averaged(old: Duration, new: Duration) -> Duration {
    (old * 7 + new) / 8
}

/// The result of a task; they neither panic nor are they cancelled.
fn joined<T>(ended: Result<T, tokio::task::JoinError>) -> Result<T, OpsError> {
    ended.map_err(|_| OpsError::Store(StoreError::Closed))
}
