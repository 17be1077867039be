//! The course of a run: which rows are ready, what their answers mean for the others, and when it ends.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use super::backoff::Backoff;
use super::commit::{Commit, Committed, FinishedRow, FinishedSend};
use super::load::Held;
use super::prefetch::Prefetch;
use super::run::{Called, Progress, ReadyRow, Rules, Stop};
use crate::clock::Moment;
use crate::domain::message::Outcome;
use crate::domain::token::LongLivedToken;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::ops::send::{self, Conclusion, SendReport};
use crate::ops::{OpsError, causes};
use crate::store::StoreError;
use crate::store::batches::{BegunRow, BegunRows, Fetch, OwnPace, Turned};
use crate::store::outgoing::OutgoingRow;
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

/// Refusals in a row after which a batch gives up if they may be of the account or its app. Mostly they
/// are, but one message may break a policy, and one person lack a role on an app under development
/// (reference 13).
const FORBIDDEN: usize = 5;

/// Shortest wait of which a person is told.
const LONG: Duration = Duration::from_secs(10);

/// Shortest time after which rows are looked for again.
const SHORTEST: Duration = Duration::from_millis(1);

/// A run in progress.
pub(super) struct Run<'a> {
    batch: &'a Held,
    rules: Rules,
    pub(super) token: LongLivedToken,
    token_read: Instant,
    /// Rows that are written down as being sent, and are not yet.
    ready: VecDeque<ReadyRow>,
    /// What became of rows, not yet written down.
    finished: Vec<FinishedRow>,
    /// What the last answers said about the limits, not yet written down.
    usage: Option<UsageNote>,
    /// The row behind which to look for more.
    after: i64,
    /// The first row that waits again.
    put_back: Option<i64>,
    /// There are no more.
    exhausted: bool,
    /// When to look for more rows again.
    pub(super) not_before: Instant,
    /// A wait of which nobody was told yet, and what it is for if something went wrong.
    pub(super) told_wait: Option<(Duration, Option<String>)>,
    own: Option<OwnPace>,
    prefetch: Prefetch,
    backoff: Backoff,
    /// End of the last rest.
    rests_until: Instant,
    /// Unknown outcomes in a row.
    unknowns: usize,
    /// Refusals in a row that may be of the account or its app.
    forbidden: usize,
    /// Rows that were not sent.
    failures: u64,
    pub(super) unrecorded: u64,
    pub(super) late: u64,
    pub(super) halt: Option<Halt>,
}

/// Why no more calls are begun.
pub(super) enum Halt {
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
    pub(super) fn new(
        batch: &'a Held,
        rules: Rules,
        token: LongLivedToken,
        sandboxed: bool,
    ) -> Self {
        let own = rules.pace.map(|pace| OwnPace { pace, noted: None, sandboxed });
        Self {
            batch,
            rules,
            token,
            token_read: Instant::now(),
            ready: VecDeque::new(),
            finished: Vec::new(),
            usage: None,
            after: 0,
            put_back: None,
            exhausted: false,
            not_before: Instant::now(),
            told_wait: None,
            own,
            prefetch: Prefetch::new(rules.jobs),
            backoff: Backoff::new(),
            rests_until: Instant::now(),
            unknowns: 0,
            forbidden: 0,
            failures: 0,
            unrecorded: 0,
            late: 0,
            halt: None,
        }
    }

    /// Nothing is left to be begun or written down.
    pub(super) fn is_over(&self) -> bool {
        (self.exhausted || self.halt.is_some()) && self.ready.is_empty() && self.finished.is_empty()
    }

    /// Whether only time keeps it from looking for more rows. The time itself is left to whoever
    /// waits: read once more here it could have come meanwhile, and then nobody would look.
    pub(super) fn waits(&self, calls: usize) -> bool {
        let room = self.ready.is_empty() && calls < self.jobs();
        self.halt.is_none() && !self.exhausted && room
    }

    /// The next row to be sent, if there is room for another call.
    pub(super) fn next_row(&mut self, calls: usize) -> Option<ReadyRow> {
        let room = calls < self.jobs() && self.finished.len() < UNRECORDED;
        if room && self.halt.is_none() { self.ready.pop_front() } else { None }
    }

    /// How many calls may run: one, to see whether it is taken, where the last were not.
    fn jobs(&self) -> usize {
        if self.backoff.in_a_row() > 0 { 1 } else { self.rules.jobs }
    }

    /// The commit to the store that is due.
    pub(super) fn commit(&mut self, calls: usize) -> Option<Commit> {
        let fetch = self.fetch(calls);
        // What ended goes with the next fetching of rows, where one is near.
        let soon = !self.ready.is_empty()
            && self.halt.is_none()
            && !self.exhausted
            && self.not_before <= Instant::now();
        if !commit_is_due(fetch.is_some(), self.finished.len(), soon) {
            return None;
        }
        Some(Commit {
            finished: std::mem::take(&mut self.finished),
            usage: self.usage.take(),
            reads_token: fetch.is_some() && self.token_read.elapsed() > TOKEN_AGE,
            fetch,
        })
    }

    /// The rows that should be fetched, if calls would soon wait for them.
    fn fetch(&mut self, calls: usize) -> Option<Fetch> {
        let over = self.halt.is_some() || self.exhausted;
        if over || Instant::now() < self.not_before || self.finished.len() >= UNRECORDED {
            return None;
        }
        let count = match self.backoff.in_a_row() {
            0 => self.prefetch.wants(calls, self.ready.len()),
            _ => 1_usize.saturating_sub(calls + self.ready.len()),
        };
        (count > 0).then(|| Fetch {
            batch_id: self.batch.id,
            owner: self.batch.owner.clone(),
            // Those between the two that do not wait again are passed over.
            after: self.put_back.take().map_or(self.after, |id| self.after.min(id - 1)),
            count,
            own: self.own,
            horizon: self.prefetch.horizon(),
            window: self.rules.window,
        })
    }

    pub(super) fn committed(&mut self, committed: Committed, observe: &mut impl FnMut(Progress)) {
        self.prefetch.marked(committed.took);
        match committed.token {
            Some(Ok(token)) => (self.token, self.token_read) = (token, Instant::now()),
            Some(Err(error)) => self.halt(error.into()),
            None => {}
        }
        let (mut arrived, begun) = match committed.turned {
            Ok(Turned { arrived, begun }) => (arrived, Ok(begun)),
            Err(error) => (BTreeMap::new(), Err(error)),
        };
        let failed = begun.is_err();
        for finished in committed.finished {
            match finished.send {
                Some(FinishedSend { line, mut report, .. }) => {
                    self.unrecorded += u64::from(failed);
                    if let Some(mid) = arrived.remove(&finished.row.id) {
                        report = report.arrived(mid);
                    }
                    observe(Progress::Ended { line, report });
                }
                None => {
                    self.put_back =
                        Some(self.put_back.map_or(finished.row.id, |id| id.min(finished.row.id)));
                    self.exhausted = false;
                }
            }
        }
        match begun {
            Ok(Some(BegunRows { lost: true, .. })) => {
                self.halt(StoreError::BatchHeld { id: self.batch.id }.into());
            }
            Ok(Some(begun)) => self.begun(begun, committed.asked, observe),
            Ok(None) => {}
            Err(error) => self.halt(error.into()),
        }
    }

    fn begun(&mut self, begun: BegunRows, asked: Moment, observe: &mut impl FnMut(Progress)) {
        self.after = begun.after;
        self.exhausted = begun.last && self.put_back.is_none();
        if let (Some(own), Some(paced)) = (&mut self.own, begun.paced) {
            own.noted = Some(paced);
        }
        if let Some(room_at) = begun.room_at {
            // Asked for again when the turn comes within the horizon.
            let near = room_at - self.prefetch.horizon() / 2;
            self.wait(asked.until(near).max(Instant::now() + SHORTEST), None);
            // A wait that `--rate` causes is no news.
            self.told_wait = self.told_wait.take().filter(|_| !begun.at_own_pace);
        }
        for closed in begun.closed {
            self.failed();
            let report = SendReport::refused(&closed.recipient, closed.reason);
            observe(Progress::Ended { line: closed.line, report });
        }
        let ready = |row: BegunRow| ReadyRow { start: asked.until(row.start), row };
        self.ready.extend(begun.rows.into_iter().map(ready));
        // Fetched before the news came that nobody should be called now.
        if self.halt.is_some() || Instant::now() < self.rests_until {
            self.put_ready_back();
        }
    }

    /// Draws the conclusions from an answer.
    pub(super) fn call_ended(&mut self, called: Called, now: Timestamp) {
        let Called { row, handed_over, took, mut answer } = called;
        self.prefetch.called(took);
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
        let forbids = |error: &GraphError| {
            error
                .class()
                .is_some_and(|class| class == ErrorClass::Permission || class.may_concern_account())
        };
        let forbidden = answer.error.as_ref().is_some_and(forbids);
        self.forbidden = if forbidden { self.forbidden + 1 } else { 0 };
        match answer.error.take() {
            // Every other row would fare alike, and this one may be sent later.
            Some(error) if concerns_account(&error) || self.forbidden >= FORBIDDEN => {
                self.put_back(row.row);
                return self.halt(Halt::Graph(error));
            }
            Some(error) if !forbidden && send::says_nothing_of_the_message(&error) => {
                self.put_back(row.row);
                self.rest(handed_over, error.retry_after(), Some(causes(&error)));
                if self.backoff.in_a_row() > RESTS {
                    self.halt(Halt::Graph(error));
                }
                return;
            }
            error => answer.error = error,
        }
        match answer.outcome {
            Outcome::Sent | Outcome::Refused => {
                self.backoff.reset();
                self.unknowns = 0;
            }
            Outcome::Unknown => {
                self.unknowns += 1;
                if self.unknowns >= REST_AFTER {
                    let asked = answer.error.as_ref().and_then(GraphError::retry_after);
                    self.rest(handed_over, asked, answer.error.as_ref().map(|it| causes(it)));
                }
                if self.backoff.in_a_row() > RESTS_OF_UNKNOWNS {
                    self.halt(Halt::Stop(Stop::Unknowns));
                }
            }
            Outcome::Skipped => {}
        }
        match answer.outcome {
            Outcome::Sent => self.late += u64::from(row.late),
            _ => self.failed(),
        }
        let Conclusion { record, report, .. } = answer.conclude(&row.recipient);
        let send = Some(FinishedSend { record, line: row.line, report });
        self.finished.push(FinishedRow { row: row.row, send });
    }

    /// Rests after a call that Instagram did not take, or whose answer was lost.
    fn rest(&mut self, began: Instant, asked: Option<Duration>, reason: Option<String>) {
        if let Some(end) = self.backoff.rest(began, asked) {
            self.rests_until = end;
            self.wait(end, reason);
            self.put_ready_back();
        }
    }

    /// Looks for no more rows for a while.
    fn wait(&mut self, end: Instant, reason: Option<String>) {
        if end > self.not_before {
            self.not_before = end;
            let wait = end.duration_since(Instant::now());
            self.told_wait = (wait >= LONG).then_some((wait, reason));
        }
    }

    fn failed(&mut self) {
        self.failures += 1;
        if self.rules.max_failures.is_some_and(|most| self.failures >= most) {
            self.halt(Halt::Stop(Stop::Failures));
        }
    }

    /// Begins no more calls. The first reason counts.
    pub(super) fn halt(&mut self, why: Halt) {
        self.halt.get_or_insert(why);
        self.put_ready_back();
    }

    fn put_ready_back(&mut self) {
        for ready in std::mem::take(&mut self.ready) {
            self.put_back(ready.row.row);
        }
    }

    fn put_back(&mut self, row: OutgoingRow) {
        self.finished.push(FinishedRow { row, send: None });
    }
}

/// Whether to go to the store now, to fetch rows or with so many that ended. Those can wait where rows
/// are fetched `soon`, but not when there are so many that no call is begun before they are gone.
fn commit_is_due(fetches: bool, ended: usize, soon: bool) -> bool {
    fetches || (ended > 0 && !soon) || ended >= UNRECORDED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ended_never_waits_for_calls_that_wait_for_it() {
        for (fetches, ended, soon, due) in [
            (true, 0, true, true),
            (false, 0, false, false),
            (false, 1, false, true),
            (false, UNRECORDED - 1, true, false),
            (false, UNRECORDED, true, true),
        ] {
            assert_eq!(commit_is_due(fetches, ended, soon), due, "{fetches} {ended} {soon}");
        }
    }
}
