//! When to let Instagram rest.

use std::time::Duration;

use tokio::time::Instant;

/// First rest after calls that Instagram did not take; doubled with each further one in a row.
const FIRST_REST: Duration = Duration::from_secs(2);

/// Longest of these rests.
const LONGEST_REST: Duration = Duration::from_secs(120);

/// The same where an answer asks for one: who asks for more may be a proxy in between.
const LONGEST_ASKED: Duration = Duration::from_hours(1);

/// Rests after calls that Instagram did not take.
pub(super) struct Backoff {
    in_a_row: u32,
    began: Instant,
}

impl Backoff {
    pub(super) fn new() -> Self {
        Self { in_a_row: 0, began: Instant::now() }
    }

    /// A call was taken.
    pub(super) fn reset(&mut self) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn rests_grow_and_one_wave_of_refusals_is_one_rest() {
        let mut backoff = Backoff::new();
        let wave = Instant::now();
        tokio::time::advance(Duration::from_millis(5)).await;
        let left = |end: Option<Instant>| end.map(|end| (end - Instant::now()).as_secs());
        assert_eq!(left(backoff.rest(wave, None)), Some(2));
        assert_eq!(left(backoff.rest(wave, None)), None);
        let asked = Some(Duration::from_secs(90));
        assert_eq!(left(backoff.rest(Instant::now(), asked)), Some(90));
        assert_eq!(left(backoff.rest(Instant::now(), None)), Some(8));
        let asked = Some(Duration::from_hours(24));
        assert_eq!(left(backoff.rest(Instant::now(), asked)), Some(3600));
        backoff.reset();
        for expected in [2, 4, 8, 16, 32, 64, 120, 120] {
            assert_eq!(left(backoff.rest(Instant::now(), None)), Some(expected));
        }
        assert_eq!(backoff.in_a_row(), 8);
    }
}
