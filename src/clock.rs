//! The one door through which time comes in.
//!
//! Every rule that depends on the hour asks a [`Clock`], so that a test can own it. Waiting (time
//! limits, back-off, polling) uses tokio's monotonic timers instead: a jump of the wall clock must
//! not lengthen a wait. Who waits for an hour asks once, for a [`Moment`].

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

/// A source of wall-clock time.
pub trait Clock: Debug + Send + Sync {
    /// The current time, to the millisecond.
    fn now(&self) -> Timestamp;

    /// The same, to reckon a wait from.
    fn moment(&self) -> Moment {
        Moment { time: self.now(), at: Instant::now() }
    }
}

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// By the wall clock.
    pub time: Timestamp,
    /// By that of the timers.
    at: Instant,
}

impl Moment {
    /// By how much the wall clock was put forward since an earlier moment, or back if it is negative.
    pub fn jump_since(self, earlier: Self) -> SignedDuration {
        let passed = self.at.duration_since(earlier.at);
        let passed = SignedDuration::try_from(passed).unwrap_or(SignedDuration::MAX);
        self.time.duration_since(earlier.time).saturating_sub(passed)
    }

    /// How long ago an earlier moment was, by the timers.
    pub fn passed_since(self, earlier: Self) -> Duration {
        self.at.duration_since(earlier.at)
    }

    /// When it will be `later`, however the wall clock jumps meanwhile.
    pub fn until(self, later: Timestamp) -> Instant {
        self.at + later.duration_since(self.time).max(SignedDuration::ZERO).unsigned_abs()
    }
}

/// A clock shared between the rooms.
pub type SharedClock = Arc<dyn Clock>;

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        whole_millis(Timestamp::now())
    }
}

/// A clock that runs beside another one, by an offset that can be moved.
///
/// Tests and the sandbox use it to let a token grow old or a messaging window close.
#[derive(Debug)]
pub struct ShiftedClock {
    base: SharedClock,
    offset_millis: AtomicI64,
}

impl ShiftedClock {
    /// Makes a clock that agrees with `base` until it is moved.
    pub fn new(base: SharedClock) -> Self {
        Self { base, offset_millis: AtomicI64::new(0) }
    }

    /// Moves the clock forward, or back when `by` is negative.
    pub fn advance(&self, by: SignedDuration) {
        let millis = i64::try_from(by.as_millis()).unwrap_or(0);
        self.offset_millis.fetch_add(millis, Ordering::Relaxed);
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_millis(self.offset_millis.load(Ordering::Relaxed));
        let now = self.base.now();
        whole_millis(now.checked_add(offset).unwrap_or(now))
    }
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// Cuts a time to milliseconds, the resolution of the store and of Instagram's events.
fn whole_millis(time: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(time.as_millisecond()).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shifted_clock_moves_both_ways() {
        let noon = Timestamp::from_second(1_700_000_000).unwrap();
        let clock = ShiftedClock::new(Arc::new(FixedClock(noon)));
        clock.advance(SignedDuration::from_hours(25));
        assert_eq!(clock.now(), noon + SignedDuration::from_hours(25));
        clock.advance(SignedDuration::from_hours(-50));
        assert_eq!(clock.now(), noon - SignedDuration::from_hours(25));
    }

    #[test]
    fn a_wait_is_as_long_as_it_was_when_it_was_reckoned() {
        let noon = Timestamp::from_second(1_700_000_000).unwrap();
        let clock = ShiftedClock::new(Arc::new(FixedClock(noon)));
        let moment = clock.moment();
        clock.advance(SignedDuration::from_hours(-1));
        let jump = clock.moment().jump_since(moment);
        assert_eq!(jump.as_mins(), -60);
        for (later, seconds) in [(noon + SignedDuration::from_secs(3), 3), (clock.now(), 0)] {
            assert_eq!(moment.until(later) - moment.at, std::time::Duration::from_secs(seconds));
        }
    }
}
