//! How fast Instagram may be called, and how processes that share a limit take turns.

use jiff::{SignedDuration, Timestamp};

use super::message::{MessageKind, Recipient};

/// A limit of its own, for each account (reference 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bucket {
    /// Texts, links, images, reactions, stickers: documented as 100 or 300 a second.
    Messages,
    /// Audio and video: 10 a second.
    Media,
    /// Private replies: 750 an hour.
    PrivateReplies,
    /// Reading conversations: 2 a second.
    Conversations,
}

impl Bucket {
    /// All there are.
    pub const ALL: [Self; 4] =
        [Self::Messages, Self::Media, Self::PrivateReplies, Self::Conversations];

    /// The word of the store and of `igbot limits`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::Media => "media",
            Self::PrivateReplies => "private_replies",
            Self::Conversations => "conversations",
        }
    }

    /// Which limit a message counts against.
    pub fn of(kind: MessageKind, recipient: &Recipient) -> Self {
        match (recipient, kind) {
            (Recipient::Comment(_), _) => Self::PrivateReplies,
            (_, MessageKind::Audio | MessageKind::Video) => Self::Media,
            _ => Self::Messages,
        }
    }

    /// A pace that never reaches the limit, however the span is laid in which calls are counted.
    pub fn pace(self) -> Pace {
        let (micros, burst) = match self {
            Self::Messages => (10_600, 5),
            Self::Media => (112_000, 1),
            Self::PrivateReplies => (5_200_000, 50),
            Self::Conversations => (520_000, 1),
        };
        Pace { interval: SignedDuration::from_micros(micros), burst }
    }
}

/// How far ahead of the clock turns are given at most. What is further ahead was noted under a clock
/// that has been put back since.
const FARTHEST: SignedDuration = SignedDuration::from_mins(2);

/// How long what Instagram said about its limits slows calls down.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(10);

/// How many times fewer calls are made when so much of a limit, in per cent, was used so long ago.
pub fn slowed(share: u16, age: SignedDuration) -> i32 {
    let fresh = age.abs() < REMEMBERED;
    match share {
        95.. if fresh => 10,
        90.. if fresh => 4,
        80.. if fresh => 2,
        _ => 1,
    }
}

/// A pace of calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Between two calls in the long run.
    interval: SignedDuration,
    /// Calls that may begin at once after a rest.
    burst: i32,
}

/// When a call may begin, and what it leaves to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The earliest moment for it.
    pub start: Timestamp,
    /// To be noted if the turn is taken.
    pub next: Timestamp,
}

impl Pace {
    /// A pace of this many calls a second.
    pub fn per_second(rate: f64) -> Self {
        Self { interval: SignedDuration::from_secs_f64(1.0 / rate), burst: 1 }
    }

    /// Calls a second in the long run.
    pub fn rate(self) -> f64 {
        1.0 / self.interval.as_secs_f64()
    }

    /// The faster of two paces.
    pub fn faster(self, other: Self) -> Self {
        if self.interval <= other.interval { self } else { other }
    }

    /// The same pace made slower, so that so many times fewer calls are made.
    pub fn divided(self, times: i32) -> Self {
        Self { interval: self.interval * times, burst: self.burst.min(1.max(self.burst / times)) }
    }

    /// The turn after those that were noted, if any were.
    ///
    /// What is noted is when the last taken turn would be over if all were evenly spaced: the
    /// generic cell rate algorithm.
    pub fn turn(self, noted: Option<Timestamp>, now: Timestamp) -> Turn {
        let ahead = self.interval * (self.burst - 1);
        let farthest = now + ahead + self.interval + FARTHEST;
        let over = noted.filter(|noted| *noted <= farthest).map_or(now, |noted| noted.max(now));
        Turn { start: (over - ahead).max(now), next: over + self.interval }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When so many calls begin, in milliseconds, if each is asked for when the one before begins.
    fn starts(pace: Pace, count: usize) -> Vec<i64> {
        let first = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24);
        let (mut now, mut noted) = (first, None);
        let mut starts = Vec::new();
        for _ in 0..count {
            let turn = pace.turn(noted, now);
            (now, noted) = (turn.start, Some(turn.next));
            starts.push(now.duration_since(first).as_millis() as i64);
        }
        starts
    }

    #[test]
    fn no_span_holds_more_calls_than_instagram_allows() {
        for (bucket, span, limit) in [
            (Bucket::Messages, 1_000, 100),
            (Bucket::Media, 1_000, 10),
            (Bucket::PrivateReplies, 3_600_000, 750),
            (Bucket::Conversations, 1_000, 2),
        ] {
            let starts = starts(bucket.pace(), 2_000);
            let within =
                |from| starts.iter().filter(|at| (from..from + span).contains(*at)).count();
            let most = starts.iter().copied().map(within).max().unwrap();
            assert!(most <= limit && most * 10 >= limit * 9, "{bucket:?}: {most}");
        }
    }

    #[test]
    fn a_slower_pace_is_even() {
        assert_eq!(starts(Pace::per_second(10.0), 4), [0, 100, 200, 300]);
        assert_eq!(starts(Pace::per_second(1000.0).faster(Pace::per_second(10.0)), 2), [0, 1]);
        assert_eq!(starts(Pace::per_second(10.0).divided(4), 3), [0, 400, 800]);
        assert_eq!(starts(Pace::per_second(1.0 / 600.0), 3), [0, 600_000, 1_200_000]);
    }

    #[test]
    fn calls_are_slowed_as_a_limit_comes_near_and_only_while_that_is_news() {
        let minutes = SignedDuration::from_mins;
        for (share, age, expected) in [
            (0, minutes(0), 1),
            (79, minutes(0), 1),
            (80, minutes(9), 2),
            (90, minutes(-9), 4),
            (95, minutes(0), 10),
            (u16::MAX, minutes(0), 10),
            (100, minutes(10), 1),
        ] {
            assert_eq!(slowed(share, age), expected, "{share} {age}");
        }
    }

    #[test]
    fn a_clock_that_was_put_back_stops_nobody() {
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(48);
        let pace = Pace::per_second(10.0);
        let turn = pace.turn(Some(now + SignedDuration::from_hours(5)), now);
        assert_eq!(turn.start, now);
    }
}
