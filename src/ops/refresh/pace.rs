//! How fast a run may go: one brake for all its calls.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::NotTried;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::graph::usage::Usage;
use crate::ops::stopped;

/// Longest pause that a run makes at Instagram's request. If the whole app is asked for more the run
/// ends; an account that is asked for more is left to the next run.
pub(super) const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// Longest time that a run pauses in all: whoever waits for its lock must not wait for hours.
const LONGEST_REST: Duration = Duration::from_secs(600);

/// Pause after a refusal that names none; doubled with each further one.
const BASE_PAUSE: Duration = Duration::from_secs(1);

/// Longest of these pauses.
const LONGEST_OWN_PAUSE: Duration = Duration::from_secs(4);

/// Fewest refusals in a row, of as many accounts, from which to conclude that all are refused.
const REFUSALS: usize = 16;

/// From this share of a limit on, in per cent, calls are spread out.
const HIGH_USAGE: u16 = 80;

/// What each further per cent adds to the time between two calls.
const SPREAD: Duration = Duration::from_millis(50);

/// Fewest calls without any answer from which to conclude that nobody is there.
const SILENCE: usize = 32;

/// The brake that all calls of a run share.
pub(super) struct Pace {
    state: Mutex<State>,
    stop: watch::Receiver<bool>,
    /// Calls without any answer, in a row, that end the run.
    silence: usize,
    /// Refusals for too many calls, in a row, that end it.
    refusals: usize,
}

#[derive(Default)]
struct State {
    /// No call begins before this.
    not_before: Option<Instant>,
    /// Pauses made, all together.
    rested: Duration,
    /// Pauses made in a row.
    pauses: u32,
    /// Refusals for too many calls in a row.
    refused: usize,
    /// Counts the pauses, to know which calls began before the last one.
    generation: u64,
    /// Time between the beginnings of two calls.
    spread: Duration,
    /// Calls in a row that reached nobody.
    unanswered: usize,
    ended: Option<NotTried>,
}

/// Leave to make one call.
#[derive(Debug, Clone, Copy)]
pub(super) struct Permit {
    generation: u64,
}

impl Pace {
    /// A brake for a run with so many calls at once.
    pub(super) fn new(jobs: usize, stop: watch::Receiver<bool>) -> Self {
        Self {
            state: Mutex::default(),
            stop,
            silence: SILENCE.max(4 * jobs),
            refusals: REFUSALS.max(3 * jobs),
        }
    }

    /// Waits until a call may begin.
    ///
    /// # Errors
    /// [`NotTried`] says why none may begin any more.
    pub(super) async fn permit(&self) -> Result<Permit, NotTried> {
        loop {
            let wait_until = {
                let mut state = self.state();
                if *self.stop.borrow() {
                    return Err(NotTried::Stopped);
                }
                if let Some(why) = state.ended {
                    return Err(why);
                }
                let now = Instant::now();
                match state.not_before {
                    Some(at) if at > now => at,
                    _ => {
                        state.not_before = (!state.spread.is_zero()).then(|| now + state.spread);
                        return Ok(Permit { generation: state.generation });
                    }
                }
            };
            self.wait(wait_until).await;
        }
    }

    /// Draws the conclusions from how a call ended.
    pub(super) fn note(&self, permit: Permit, error: Option<&GraphError>, usage: Usage) {
        let mut state = self.state();
        state.spread = SPREAD * u32::from(usage.0.min(100).saturating_sub(HIGH_USAGE - 1));
        let asked = error.filter(|it| it.is_passing()).and_then(GraphError::retry_after);
        if let Some(error) = error.filter(|it| it.class() == Some(ErrorClass::RateLimited)) {
            state.refused += 1;
            if state.refused >= self.refusals {
                state.ended = Some(NotTried::RateLimited);
            }
            if asked.is_some_and(|pause| pause > LONGEST_PAUSE) && !error.limits_one_account() {
                state.ended = Some(NotTried::RateLimited);
            }
            state.slow_down(permit, asked);
            return;
        }
        if let Some(pause) = asked {
            state.pause(pause);
        }
        match error {
            Some(
                GraphError::Unreachable { .. } | GraphError::Interrupted { timed_out: true, .. },
            ) => {
                state.unanswered += 1;
                if state.unanswered >= self.silence {
                    state.ended = Some(NotTried::Unreachable);
                }
            }
            _ => (state.unanswered, state.pauses, state.refused) = (0, 0, 0),
        }
    }

    /// Ends the run: no further call begins.
    pub(super) fn end(&self, why: NotTried) {
        self.state().ended = Some(why);
    }

    /// Waits between two rounds, unless the run is to stop.
    pub(super) async fn rest(&self, pause: Duration) {
        if self.state().ended.is_none() {
            self.wait(Instant::now() + pause).await;
        }
    }

    async fn wait(&self, until: Instant) {
        let mut stop = self.stop.clone();
        tokio::select! {
            () = sleep_until(until) => {}
            () = stopped(&mut stop) => {}
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// After a refusal for too many calls: a pause, and longer ones if they do not help.
    fn slow_down(&mut self, permit: Permit, asked: Option<Duration>) {
        // Of the calls that were under way together only the first says something new.
        let news = permit.generation == self.generation;
        if news {
            self.generation += 1;
            self.pauses += 1;
        }
        match asked {
            Some(pause) => self.pause(pause),
            None if news => {
                let doubled = BASE_PAUSE * (1 << (self.pauses - 1).min(8));
                self.pause(doubled.min(LONGEST_OWN_PAUSE));
            }
            None => {}
        }
    }

    /// A pause of a length that a run can wait; a longer one concerns the next run.
    fn pause(&mut self, pause: Duration) {
        if pause > LONGEST_PAUSE {
            return;
        }
        let (now, until) = (Instant::now(), Instant::now() + pause);
        let waited_for = self.not_before.map_or(now, |at| at.max(now));
        self.rested += until.saturating_duration_since(waited_for);
        self.not_before = self.not_before.max(Some(until));
        if self.rested > LONGEST_REST {
            self.ended = Some(NotTried::RateLimited);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::class::LoginReason;
    use crate::graph::error::ApiError;

    fn limited(retry_after: Option<u64>) -> GraphError {
        limited_by(4, retry_after)
    }

    fn limited_by(code: i64, retry_after: Option<u64>) -> GraphError {
        refusal(ErrorClass::RateLimited, code, retry_after)
    }

    fn dead(retry_after: Option<u64>) -> GraphError {
        refusal(ErrorClass::LoginNeeded(LoginReason::Invalid), 190, retry_after)
    }

    fn refusal(class: ErrorClass, code: i64, retry_after: Option<u64>) -> GraphError {
        GraphError::Api(Box::new(ApiError {
            class,
            code: Some(code),
            subcode: None,
            message: String::new(),
            user_message: None,
            trace: None,
            status: 429,
            retry_after: retry_after.map(Duration::from_secs),
        }))
    }

    fn pace() -> (watch::Sender<bool>, Pace) {
        let (stop, stopped) = watch::channel(false);
        (stop, Pace::new(8, stopped))
    }

    /// How long the next call waits for its turn, in milliseconds of a clock that only tests move.
    async fn wait_of(pace: &Pace) -> Result<u128, NotTried> {
        let began = Instant::now();
        pace.permit().await.map(|_| began.elapsed().as_millis())
    }

    #[tokio::test(start_paused = true)]
    async fn the_whole_run_waits_as_long_as_one_call_was_asked_to() {
        let (_stop, pace) = pace();
        let permit = pace.permit().await.unwrap();
        pace.note(permit, Some(&limited(Some(7))), Usage(0));
        assert_eq!(wait_of(&pace).await, Ok(7_000));
        assert_eq!(wait_of(&pace).await, Ok(0));
    }

    #[tokio::test(start_paused = true)]
    async fn pauses_grow_until_an_answer_comes_and_end_the_run_if_none_does() {
        let (_stop, pace) = pace();
        let first = pace.permit().await.unwrap();
        let beside = pace.permit().await.unwrap();
        pace.note(first, Some(&limited(None)), Usage(0));
        pace.note(beside, Some(&limited(None)), Usage(0));
        assert_eq!(wait_of(&pace).await, Ok(1_000), "two that were under way together count once");
        let permit = pace.permit().await.unwrap();
        pace.note(permit, Some(&limited(None)), Usage(0));
        assert_eq!(wait_of(&pace).await, Ok(2_000));
        let permit = pace.permit().await.unwrap();
        pace.note(permit, None, Usage(0));
        for pause in [1_000, 2_000, 4_000, 4_000] {
            let permit = pace.permit().await.unwrap();
            pace.note(permit, Some(&limited(None)), Usage(0));
            assert_eq!(wait_of(&pace).await, Ok(pause));
        }
        let permit = pace.permit().await.unwrap();
        for _ in 0..24 - 4 {
            pace.note(permit, Some(&limited(None)), Usage(0));
        }
        assert_eq!(wait_of(&pace).await, Err(NotTried::RateLimited));
    }

    #[tokio::test(start_paused = true)]
    async fn a_long_pause_of_the_app_ends_the_run_and_one_of_an_account_does_not() {
        let (_stop, pace) = pace();
        let permit = pace.permit().await.unwrap();
        pace.note(permit, Some(&limited_by(80_002, Some(3_600))), Usage(0));
        pace.note(permit, Some(&dead(Some(3_600))), Usage(0));
        let away = GraphError::Unreadable {
            host: "h".to_owned(),
            status: 503,
            retry_after: Some(Duration::from_secs(3_600)),
        };
        pace.note(permit, Some(&away), Usage(0));
        assert_eq!(wait_of(&pace).await, Ok(0));
        pace.note(permit, Some(&limited(Some(3_600))), Usage(0));
        assert_eq!(wait_of(&pace).await, Err(NotTried::RateLimited));
    }

    #[tokio::test(start_paused = true)]
    async fn a_run_does_not_rest_for_hours() {
        let (_stop, pace) = pace();
        for _ in 0..5 {
            let permit = pace.permit().await.unwrap();
            pace.note(permit, Some(&limited(Some(120))), Usage(0));
            assert_eq!(wait_of(&pace).await, Ok(120_000));
            pace.note(pace.permit().await.unwrap(), None, Usage(0));
        }
        let permit = pace.permit().await.unwrap();
        pace.note(permit, Some(&limited(Some(1))), Usage(0));
        assert_eq!(wait_of(&pace).await, Err(NotTried::RateLimited));
    }

    #[tokio::test(start_paused = true)]
    async fn calls_are_spread_out_while_the_limit_is_near() {
        let (_stop, pace) = pace();
        for (usage, spread) in [(79, 0), (80, 50), (90, 550), (100, 1_050), (400, 1_050), (3, 0)] {
            let permit = pace.permit().await.unwrap();
            pace.note(permit, None, Usage(usage));
            pace.permit().await.unwrap();
            assert_eq!(wait_of(&pace).await, Ok(spread), "{usage} %");
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_run_ends_when_nobody_answers_and_goes_on_when_somebody_does() {
        let (_stop, pace) = pace();
        let gone = || GraphError::Unreachable { host: "h".to_owned(), source: "refused".into() };
        let broken =
            GraphError::Unreadable { host: "h".to_owned(), status: 503, retry_after: None };
        let permit = pace.permit().await.unwrap();
        for _ in 0..SILENCE - 1 {
            pace.note(permit, Some(&gone()), Usage(0));
        }
        pace.note(permit, Some(&broken), Usage(0));
        for _ in 0..SILENCE - 1 {
            pace.note(permit, Some(&gone()), Usage(0));
        }
        assert_eq!(wait_of(&pace).await, Ok(0));
        pace.note(permit, Some(&gone()), Usage(0));
        assert_eq!(wait_of(&pace).await, Err(NotTried::Unreachable));
    }

    #[tokio::test(start_paused = true)]
    async fn a_stop_ends_every_wait() {
        let (stop, pace) = pace();
        let permit = pace.permit().await.unwrap();
        pace.note(permit, Some(&limited(Some(100))), Usage(0));
        let (waited, ()) = tokio::join!(wait_of(&pace), async {
            stop.send(true).unwrap();
        });
        assert_eq!(waited, Err(NotTried::Stopped));
        pace.rest(Duration::from_secs(100)).await;
    }
}
