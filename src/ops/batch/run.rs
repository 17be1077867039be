//! Sending the rows of a batch: each at most once, as fast as Instagram allows, until somebody or
//! something says stop.
//!
//! A row is written down as being sent before it is, and only as many as are about to be: that many
//! have an unknown outcome if the process is killed. What calls bring back is written down with the
//! same commit: all that came while the last one was made.

use std::collections::VecDeque;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::load::Held;
use super::tempo::{Rests, Tempo};
use crate::domain::account::Account;
use crate::domain::message::Outcome;
use crate::domain::rate::Pace;
use crate::domain::token::LongLivedToken;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::ops::send::{self, Answer, End, SendReport, WindowPolicy};
use crate::ops::{OpsError, Services, stopped};
use crate::store::StoreError;
use crate::store::batches::{BatchStatus, BegunRow, BegunRows, OwnPace, RowEnd, Want};
use crate::store::rate::UsageNote;

/// Ends of sends that may wait to be written down.
const UNRECORDED: usize = 512;

/// How often the token is read again: a refresh may have changed it.
const TOKEN_AGE: Duration = Duration::from_secs(30);

/// Unknown outcomes in a row after which Instagram is left alone for a while.
const REST_AFTER: usize = 3;

/// Rests in a row after which a batch gives up: about 6 minutes.
const RESTS: u32 = 8;

/// The same where outcomes are unknown: each try costs a row.
const RESTS_OF_UNKNOWNS: u32 = 3;

/// Shortest wait of which a person is told.
const LONG: SignedDuration = SignedDuration::from_secs(10);

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
pub enum Progress<'a> {
    /// A row ended.
    Ended {
        /// Where it stands in the file.
        line: i64,
        /// How.
        report: &'a SendReport,
    },
    /// Nothing is sent before this.
    Waiting {
        /// Until when.
        until: Timestamp,
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
    /// Why.
    pub stop: Stop,
    /// How the batch stands.
    pub status: BatchStatus,
    /// Sends that went out, but how they ended could not be written down.
    pub unrecorded: u64,
    /// Rows that were sent although the messaging window of their person is closed.
    pub late: u64,
}

/// Takes a batch up again that was stopped or killed, and whose it is. Rows that were being sent
/// then have an unknown outcome, and are not sent again.
///
/// # Errors
/// There is none, another process works on it, its file was never read to the end, or the store
/// fails.
pub async fn resume(services: &Services, id: i64) -> Result<(Held, Account), OpsError> {
    let status = services.store.batch(id).await?;
    let account = services.store.account_by_id(&status.account_id).await?;
    let account = account.ok_or(OpsError::NoAccount)?;
    let owner = services.random.token();
    if !status.loaded {
        return Err(OpsError::NotLoaded { id });
    }
    let lock = services.store.resume_batch(id, &owner, services.clock.now()).await?;
    Ok((Held { id, owner, _lock: lock }, account))
}

/// Sends what waits in a batch, and tells `observe` what happens.
///
/// # Errors
/// The store fails; the batch can be resumed.
pub async fn run(
    services: &Services,
    account: &Account,
    batch: &Held,
    rules: Rules,
    mut stop: watch::Receiver<bool>,
    mut observe: impl FnMut(Progress<'_>),
) -> Result<Ran, OpsError> {
    let token = services.token(account).await?;
    let mut run = Run::new(batch, rules, token, services.graph.is_boxed());
    let mut calls = FuturesUnordered::new();
    // At most one at a time.
    let mut visits = FuturesUnordered::new();
    loop {
        while let Some(row) = run.next_row(calls.len()) {
            calls.push(call(services, run.token.clone(), row));
        }
        if visits.is_empty()
            && let Some(visit) = run.visit(calls.len())
        {
            visits.push(visit.pay(services, account));
        }
        if run.is_over() && calls.is_empty() && visits.is_empty() {
            break;
        }
        let waits = visits.is_empty() && run.waits();
        tokio::select! {
            () = stopped(&mut stop), if run.halt.is_none() => run.halt(Halt::Stop(Stop::Asked)),
            Some(called) = calls.next() => run.call_ended(called, services.clock.now()),
            Some(visited) = visits.next() => {
                run.visited(visited, services.clock.now(), &mut observe);
            }
            () = sleep_until(run.not_before), if waits => {}
        }
        if let Some(until) = run.told_wait.take() {
            observe(Progress::Waiting { until: services.clock.now() + until });
        }
    }
    let done = services.store.close_batch(batch.id).await?;
    let stop = match run.halt {
        Some(Halt::Graph(error)) => Stop::Error(services.refused(account, error).await),
        Some(Halt::Stop(stop)) if !done => stop,
        _ => Stop::Done,
    };
    let status = services.store.batch(batch.id).await?;
    Ok(Ran { stop, status, unrecorded: run.unrecorded, late: run.late })
}

/// A call that came back.
struct Called {
    row: BegunRow,
    began: Instant,
    took: Duration,
    answer: Answer,
}

async fn call(services: &Services, token: LongLivedToken, row: BegunRow) -> Called {
    send::wait_until(services, row.start).await;
    let began = Instant::now();
    let answer = match services.store.open_row(&row) {
        Ok(Some(message)) => send::ask(services, &token, &row.recipient, &message).await,
        Ok(None) | Err(_) => Answer::refused("its row in the store is damaged"),
    };
    Called { row, began, took: began.elapsed(), answer }
}

/// What became of a row, to be written down.
struct EndedRow {
    id: i64,
    end: RowEnd,
    /// Its line and what is told of it, unless it waits again.
    told: Option<(i64, SendReport)>,
}

/// A visit to the store: brings what became of rows, and fetches the next ones.
struct Visit {
    ended: Vec<EndedRow>,
    usage: Option<UsageNote>,
    want: Option<Want>,
    reads_token: bool,
}

/// What came of a visit.
struct Visited {
    ended: Vec<EndedRow>,
    begun: Result<Option<BegunRows>, StoreError>,
    token: Option<Result<LongLivedToken, OpsError>>,
    took: Duration,
}

impl Visit {
    async fn pay(self, services: &Services, account: &Account) -> Visited {
        let Self { ended, usage, want, reads_token } = self;
        let began = Instant::now();
        let rows = ended.iter().map(|row| (row.id, row.end.clone())).collect();
        let now = services.clock.now();
        let begun = services.store.turn_rows(account, rows, usage, want, now).await;
        let took = began.elapsed();
        let token = if reads_token { Some(services.token(account).await) } else { None };
        Visited { ended, begun, token, took }
    }
}

/// A run in progress.
struct Run<'a> {
    batch: &'a Held,
    rules: Rules,
    token: LongLivedToken,
    token_read: Instant,
    /// Rows that are written down as being sent, and are not yet.
    ready: VecDeque<BegunRow>,
    /// What became of rows, not yet written down.
    ended: Vec<EndedRow>,
    /// What the last answers said about the limits, not yet written down.
    usage: Option<UsageNote>,
    /// The row behind which to look for more.
    after: i64,
    /// The first row that waits again.
    put_back: Option<i64>,
    /// There are no more.
    exhausted: bool,
    /// When to look for more rows again.
    not_before: Instant,
    /// A wait of which nobody was told yet.
    told_wait: Option<SignedDuration>,
    own: Option<OwnPace>,
    tempo: Tempo,
    rests: Rests,
    /// Unknown outcomes in a row.
    unknowns: usize,
    /// Rows that were not sent.
    failures: u64,
    unrecorded: u64,
    late: u64,
    halt: Option<Halt>,
}

/// Why no more calls are begun.
enum Halt {
    Stop(Stop),
    /// Instagram said so.
    Graph(GraphError),
}

impl From<OpsError> for Halt {
    fn from(error: OpsError) -> Self {
        Self::Stop(Stop::Error(error))
    }
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        OpsError::from(error).into()
    }
}

impl<'a> Run<'a> {
    fn new(batch: &'a Held, rules: Rules, token: LongLivedToken, boxed: bool) -> Self {
        let own = rules.pace.map(|pace| OwnPace { pace, noted: None, alone: boxed });
        Self {
            batch,
            rules,
            token,
            token_read: Instant::now(),
            ready: VecDeque::new(),
            ended: Vec::new(),
            usage: None,
            after: 0,
            put_back: None,
            exhausted: false,
            not_before: Instant::now(),
            told_wait: None,
            own,
            tempo: Tempo::new(rules.jobs),
            rests: Rests::new(),
            unknowns: 0,
            failures: 0,
            unrecorded: 0,
            late: 0,
            halt: None,
        }
    }

    /// Nothing is left to be begun or written down.
    fn is_over(&self) -> bool {
        (self.exhausted || self.halt.is_some()) && self.ready.is_empty() && self.ended.is_empty()
    }

    /// Whether only time keeps it from looking for more rows.
    fn waits(&self) -> bool {
        self.halt.is_none() && !self.exhausted && self.not_before > Instant::now()
    }

    /// The next row to be sent, if there is room for another call.
    fn next_row(&mut self, calls: usize) -> Option<BegunRow> {
        let room = calls < self.jobs() && self.ended.len() < UNRECORDED;
        if room && self.halt.is_none() { self.ready.pop_front() } else { None }
    }

    /// How many calls may run: one, to see whether it is taken, where the last were not.
    fn jobs(&self) -> usize {
        if self.rests.in_a_row() > 0 { 1 } else { self.rules.jobs }
    }

    /// The visit to the store that is due.
    fn visit(&mut self, calls: usize) -> Option<Visit> {
        let want = self.want(calls);
        // What ended goes with the next fetching of rows, where one is near.
        let soon = !self.ready.is_empty()
            && self.halt.is_none()
            && !self.exhausted
            && self.not_before <= Instant::now();
        if want.is_none() && (self.ended.is_empty() || soon) {
            return None;
        }
        Some(Visit {
            ended: std::mem::take(&mut self.ended),
            usage: self.usage.take(),
            reads_token: want.is_some() && self.token_read.elapsed() > TOKEN_AGE,
            want,
        })
    }

    /// The rows that should be fetched, if calls would soon wait for them.
    fn want(&mut self, calls: usize) -> Option<Want> {
        let over = self.halt.is_some() || self.exhausted;
        if over || Instant::now() < self.not_before || self.ended.len() >= UNRECORDED {
            return None;
        }
        let count = match self.rests.in_a_row() {
            0 => self.tempo.wants(calls, self.ready.len()),
            _ => 1_usize.saturating_sub(calls + self.ready.len()),
        };
        (count > 0).then(|| Want {
            batch_id: self.batch.id,
            owner: self.batch.owner.clone(),
            // Those between the two that do not wait again are passed over.
            after: self.put_back.take().map_or(self.after, |id| self.after.min(id - 1)),
            count,
            own: self.own,
            horizon: self.tempo.horizon(),
            window: self.rules.window,
        })
    }

    fn visited(
        &mut self,
        visited: Visited,
        now: Timestamp,
        observe: &mut impl FnMut(Progress<'_>),
    ) {
        self.tempo.marked(visited.took);
        match visited.token {
            Some(Ok(token)) => (self.token, self.token_read) = (token, Instant::now()),
            Some(Err(error)) => self.halt(error.into()),
            None => {}
        }
        let failed = visited.begun.is_err();
        for row in visited.ended {
            match row.told {
                Some((line, report)) => {
                    self.unrecorded += u64::from(failed);
                    observe(Progress::Ended { line, report: &report });
                }
                None => {
                    self.put_back = Some(self.put_back.map_or(row.id, |id| id.min(row.id)));
                    self.exhausted = false;
                }
            }
        }
        match visited.begun {
            Ok(Some(BegunRows { lost: true, .. })) => self.halt(StoreError::LeaseLost.into()),
            Ok(Some(begun)) => self.begun(begun, now, observe),
            Ok(None) => {}
            Err(error) => self.halt(error.into()),
        }
    }

    fn begun(&mut self, begun: BegunRows, now: Timestamp, observe: &mut impl FnMut(Progress<'_>)) {
        self.after = begun.after;
        self.exhausted = begun.last && self.put_back.is_none();
        if let (Some(own), Some(paced)) = (&mut self.own, begun.paced) {
            own.noted = Some(paced);
        }
        if let Some(room_at) = begun.room_at {
            let wait = room_at.duration_since(now);
            // Asked for again when the turn comes within the horizon.
            self.wait((wait - self.tempo.horizon() / 2).max(SignedDuration::from_millis(1)));
        }
        for closed in begun.closed {
            self.failed();
            let report = SendReport {
                outcome: Outcome::Refused,
                recipient_id: closed.recipient.to_string(),
                message_id: None,
                reason: Some(closed.reason),
            };
            observe(Progress::Ended { line: closed.line, report: &report });
        }
        self.ready.extend(begun.rows);
        if self.halt.is_some() {
            self.put_ready_back();
        }
    }

    /// Draws the conclusions from an answer.
    fn call_ended(&mut self, called: Called, now: Timestamp) {
        let Called { row, began, took, mut answer } = called;
        self.tempo.called(took);
        if let Some(usage) = answer.usage(now) {
            self.usage = Some(match self.usage.take() {
                Some(earlier) => earlier.then(usage),
                None => usage,
            });
        }
        let concerns_account = |error: &GraphError| {
            matches!(error, GraphError::Client(_))
                || error.class().is_some_and(ErrorClass::concerns_account)
        };
        match answer.error.take() {
            // Every other row would fare alike, and this one may be sent later.
            Some(error) if concerns_account(&error) => {
                self.put_back(row.id);
                return self.halt(Halt::Graph(error));
            }
            Some(error) if send::was_not_looked_at(&error) => {
                self.put_back(row.id);
                self.rest(began, error.retry_after());
                if self.rests.in_a_row() > RESTS {
                    self.halt(Halt::Graph(error));
                }
                return;
            }
            error => answer.error = error,
        }
        match answer.outcome {
            Outcome::Sent => {
                self.rests.are_over();
                self.unknowns = 0;
            }
            Outcome::Unknown => {
                self.unknowns += 1;
                if self.unknowns >= REST_AFTER {
                    self.rest(began, answer.error.as_ref().and_then(GraphError::retry_after));
                }
                if self.rests.in_a_row() > RESTS_OF_UNKNOWNS {
                    self.halt(Halt::Stop(Stop::Unknowns));
                }
            }
            Outcome::Refused | Outcome::Skipped => {}
        }
        match answer.outcome {
            Outcome::Sent => self.late += u64::from(row.late),
            _ => self.failed(),
        }
        let End { ended, report, .. } = answer.end(&row.recipient);
        let (end, told) = (RowEnd::Ended(ended), Some((row.line, report)));
        self.ended.push(EndedRow { id: row.id, end, told });
    }

    /// Rests after a call that Instagram did not take, or whose answer was lost.
    fn rest(&mut self, began: Instant, asked: Option<Duration>) {
        if let Some(end) = self.rests.rest(began, asked) {
            let rest = end.duration_since(Instant::now());
            self.wait(SignedDuration::try_from(rest).unwrap_or(SignedDuration::MAX));
            self.put_ready_back();
        }
    }

    /// Looks for no more rows for a while.
    fn wait(&mut self, wait: SignedDuration) {
        let end = Instant::now() + wait.unsigned_abs();
        if end > self.not_before {
            self.not_before = end;
            self.told_wait = Some(wait).filter(|wait| *wait >= LONG);
        }
    }

    fn failed(&mut self) {
        self.failures += 1;
        if self.rules.max_failures.is_some_and(|most| self.failures >= most) {
            self.halt(Halt::Stop(Stop::Failures));
        }
    }

    /// Begins no more calls. The first reason counts.
    fn halt(&mut self, why: Halt) {
        self.halt.get_or_insert(why);
        self.put_ready_back();
    }

    fn put_ready_back(&mut self) {
        for row in std::mem::take(&mut self.ready) {
            self.put_back(row.id);
        }
    }

    fn put_back(&mut self, id: i64) {
        self.ended.push(EndedRow { id, end: RowEnd::PutBack, told: None });
    }
}
