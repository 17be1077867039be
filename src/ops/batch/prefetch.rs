//! How far ahead of the calls rows are written down.

use std::time::Duration;

use jiff::SignedDuration;

/// Most rows written down ahead for each call that may run.
const AHEAD: usize = 16;

/// How far off the turns of rows may be that are written down: some times as long as that takes.
const HORIZON: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(200));

/// Decides how many rows to mark `sending` ahead of their calls, from what calls and commits took lately.
///
/// With slow calls, as Instagram's are, one spare row is enough. Where calls are as quick as the store's commits,
/// the reserve is twice the calls that begin during one commit: half of it is left when the next commit begins.
pub(super) struct Prefetch {
    jobs: usize,
    call: Duration,
    mark: Duration,
}

impl Prefetch {
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

/// An average in which the latest counts most.
fn averaged(old: Duration, new: Duration) -> Duration {
    (old * 7 + new) / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_written_down_ahead_only_where_calls_are_quick() {
        let mut prefetch = Prefetch::new(8);
        assert_eq!(prefetch.wants(0, 0), 9, "one more than can be called");
        assert_eq!((prefetch.wants(8, 1), prefetch.wants(8, 0), prefetch.wants(4, 0)), (0, 1, 5));
        for _ in 0..100 {
            prefetch.called(Duration::from_millis(1));
        }
        assert_eq!(prefetch.wants(8, 0), 31);
        assert_eq!((prefetch.wants(8, 16), prefetch.wants(8, 15)), (0, 16), "not a few at a time");
        for _ in 0..100 {
            prefetch.called(Duration::from_micros(1));
        }
        assert_eq!(prefetch.wants(8, 0), 128);
    }
}
