//! How far ahead of the calls rows are written down, and when to let Instagram rest.

use std::time::Duration;

use jiff::SignedDuration;
use tokio::time::Instant;

/// Most rows written down ahead for each call that may run.
const AHEAD: usize = 16;

/// How far off the turns of rows may be that are written down: some times as long as that takes.
const HORIZON: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(200));

/// First rest after calls that Instagram did not take; doubled with each further one in a row.
const FIRST_REST: Duration = Duration::from_secs(2);

/// Longest of these rests.
const LONGEST_REST: Duration = Duration::from_secs(120);

/// The same where an answer asks for one: who asks for more may be a proxy in between.
const LONGEST_ASKED: Duration = Duration::from_hours(1);

/// How long calls and the writing down of rows take, lately.
///
/// Rows are written down ahead: one where calls take long, which is all that Instagram ever sees. Where
/// they are as quick as the store's commits it is twice as many as are called during one, half of
/// which are left when the next one begins.
pub(super) struct Tempo {
    jobs: usize,
    call: Duration,
    mark: Duration,
}

impl Tempo {
    pub(super) fn new(jobs: usize) -> Self {
        Self { jobs, call: Duration::from_millis(100), mark: Duration::from_millis(2) }
    }

    pub(super) fn called(&mut self, took: Duration) {
        self.call = averaged(self.call, took);
    }

    pub(super) fn marked(&mut self, took: Duration) {
        self.mark = averaged(self.mark, took);
    }

    /// How far off the turns of rows may be that are written down.
    pub(super) fn horizon(&self) -> SignedDuration {
        let horizon = (self.mark * 3).clamp(HORIZON.0, HORIZON.1);
        SignedDuration::try_from(horizon).unwrap_or(SignedDuration::ZERO)
    }

    /// How many rows to write down now, of which so many are being called and are ready.
    pub(super) fn wants(&self, calls: usize, ready: usize) -> usize {
        let share = self.mark.as_secs_f64() / self.call.as_secs_f64().max(1e-6);
        let called = (self.jobs as f64 * share).ceil() as usize;
        let ahead = (2 * called).saturating_sub(1).clamp(1, AHEAD * self.jobs);
        let count = (self.jobs + ahead).saturating_sub(calls + ready);
        // A few at a time cost as much as many.
        if count < ahead.div_ceil(2) && ready > 0 { 0 } else { count }
    }
}

/// Rests after calls that Instagram did not take.
pub(super) struct Rests {
    in_a_row: u32,
    began: Instant,
}

impl Rests {
    pub(super) fn new() -> Self {
        Self { in_a_row: 0, began: Instant::now() }
    }

    /// A call was taken.
    pub(super) fn are_over(&mut self) {
        self.in_a_row = 0;
    }

    /// The end of the rest that a call asks for which began then; `None` for one that began before
    /// the last rest, and so says nothing new.
    pub(super) fn rest(&mut self, began: Instant, asked: Option<Duration>) -> Option<Instant> {
        if began < self.began {
            return None;
        }
        let rest = (FIRST_REST * 2_u32.pow(self.in_a_row.min(10))).min(LONGEST_REST);
        self.in_a_row += 1;
        self.began = Instant::now();
        Some(self.began + rest.max(asked.unwrap_or_default().min(LONGEST_ASKED)))
    }

    /// How many there were without a call that was taken.
    pub(super) fn in_a_row(&self) -> u32 {
        self.in_a_row
    }
}

/// An average in which the latest counts most.
fn averaged(old: Duration, new: Duration) -> Duration {
    (old * 7 + new) / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_written_down_ahead_only_where_calls_are_quick() {
        let mut tempo = Tempo::new(8);
        assert_eq!(tempo.wants(0, 0), 9, "one more than can be called");
        assert_eq!((tempo.wants(8, 1), tempo.wants(8, 0), tempo.wants(4, 0)), (0, 1, 5));
        for _ in 0..100 {
            tempo.called(Duration::from_millis(1));
        }
        assert_eq!(tempo.wants(8, 0), 31);
        assert_eq!((tempo.wants(8, 16), tempo.wants(8, 15)), (0, 16), "not a few at a time");
        for _ in 0..100 {
            tempo.called(Duration::from_micros(1));
        }
        assert_eq!(tempo.wants(8, 0), 128);
    }

    #[tokio::test(start_paused = true)]
    async fn rests_grow_and_one_wave_of_refusals_is_one_rest() {
        let mut rests = Rests::new();
        let wave = Instant::now();
        tokio::time::advance(Duration::from_millis(5)).await;
        let left = |end: Option<Instant>| end.map(|end| (end - Instant::now()).as_secs());
        assert_eq!(left(rests.rest(wave, None)), Some(2));
        assert_eq!(left(rests.rest(wave, None)), None);
        let asked = Some(Duration::from_secs(90));
        assert_eq!(left(rests.rest(Instant::now(), asked)), Some(90));
        assert_eq!(left(rests.rest(Instant::now(), None)), Some(8));
        let asked = Some(Duration::from_hours(24));
        assert_eq!(left(rests.rest(Instant::now(), asked)), Some(3600));
        rests.are_over();
        for expected in [2, 4, 8, 16, 32, 64, 120, 120] {
            assert_eq!(left(rests.rest(Instant::now(), None)), Some(expected));
        }
        assert_eq!(rests.in_a_row(), 8);
    }
}
