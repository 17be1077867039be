//! Access tokens and the rules of their life (reference 3).

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use secrecy::SecretString;
use serde::Serialize;

/// A token fresh from the code exchange; lives one hour.
#[derive(Debug, Clone)]
pub struct ShortLivedToken(pub SecretString);

/// A token that lives 60 days and can be refreshed.
#[derive(Debug, Clone)]
pub struct LongLivedToken(pub SecretString);

/// A token must be this old before Instagram refreshes it (reference 3).
pub const MIN_REFRESH_AGE: SignedDuration = SignedDuration::from_hours(24);

/// No token lives longer (reference 3).
pub const MAX_TOKEN_LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);

/// What a token is believed to live of which Instagram has not said it: so long that a daily run finds it
/// due while it is believed to live.
pub const ASSUMED_LIFE: SignedDuration = SignedDuration::from_hours(72);

/// By how much a clock may be wrong before an end is taken for impossible.
const CLOCK_ERROR: SignedDuration = SignedDuration::from_hours(36);

/// How many parts of a token's life must be left for it to count as fresh: one of three.
const FRESH_SHARE: i32 = 3;

/// When a long-lived token was made, last refreshed, and when it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenLife {
    /// When the account was logged in.
    pub issued_at: Timestamp,
    /// When the present token was given out; equals `issued_at` until the first refresh.
    pub refreshed_at: Timestamp,
    /// When the present token ends, as Instagram said.
    pub expires_at: Timestamp,
}

/// What `refresh-tokens` should do with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefreshVerdict {
    /// Enough of its life is left.
    Fresh,
    /// It should be refreshed, and Instagram will do it.
    Due,
    /// It should be refreshed, but Instagram refuses tokens younger than 24 hours.
    TooYoung,
    /// By the clock it has ended. Only Instagram's answer says that it is dead, so it is still tried.
    Expired,
}

/// How a token stands, as `token status` shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TokenState {
    /// More than the refresh margin is left.
    Valid,
    /// Inside the refresh margin.
    Expiring,
    /// Past its end.
    Expired,
    /// Instagram refused it: only a new login helps.
    LoginNeeded,
}

impl fmt::Display for TokenState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Valid => "valid",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::LoginNeeded => "login needed",
        })
    }
}

impl TokenLife {
    /// The life of a token given out now for `lifetime`.
    pub fn starting(now: Timestamp, lifetime: SignedDuration) -> Self {
        Self {
            issued_at: now,
            refreshed_at: now,
            expires_at: now.saturating_add(lifetime).unwrap_or(Timestamp::MAX),
        }
    }

    /// The same login with the token that a refresh gave out now.
    pub fn refreshed(self, now: Timestamp, lifetime: SignedDuration) -> Self {
        Self { issued_at: self.issued_at, ..Self::starting(now, lifetime) }
    }

    /// How long ago the present token was given out.
    pub fn age(&self, now: Timestamp) -> SignedDuration {
        now.duration_since(self.refreshed_at)
    }

    /// How long the present token still lives; negative after its end.
    pub fn left(&self, now: Timestamp) -> SignedDuration {
        self.expires_at.duration_since(now)
    }

    /// With less than this left a token is refreshed by default: a third of its life.
    pub fn default_margin(&self) -> SignedDuration {
        self.expires_at.duration_since(self.refreshed_at) / FRESH_SHARE
    }

    /// The latest moment at which a token that was given out by `now` can end. A stored end beyond it
    /// comes from a clock that was wrong then, and says nothing.
    pub fn latest_end(now: Timestamp) -> Timestamp {
        now.saturating_add(MAX_TOKEN_LIFE + CLOCK_ERROR).unwrap_or(Timestamp::MAX)
    }

    /// Decides about a refresh, as a pure function of the clock.
    ///
    /// `margin` is the time left below which a token is due.
    pub fn refresh_verdict(&self, now: Timestamp, margin: SignedDuration) -> RefreshVerdict {
        let left = self.left(now);
        if left.is_negative() || left.is_zero() {
            RefreshVerdict::Expired
        } else if self.expires_at > Self::latest_end(now) {
            RefreshVerdict::Due
        } else if left >= margin {
            RefreshVerdict::Fresh
        } else if self.is_too_young(now) {
            RefreshVerdict::TooYoung
        } else {
            RefreshVerdict::Due
        }
    }

    /// Whether Instagram would refuse to refresh it yet.
    pub fn is_too_young(&self, now: Timestamp) -> bool {
        self.age(now) < MIN_REFRESH_AGE
    }

    /// How the token stands, given whether Instagram has refused it.
    pub fn state(&self, now: Timestamp, login_needed: bool) -> TokenState {
        let left = self.left(now);
        if login_needed {
            TokenState::LoginNeeded
        } else if left.is_negative() || left.is_zero() {
            TokenState::Expired
        } else if left < self.default_margin() {
            TokenState::Expiring
        } else {
            TokenState::Valid
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: SignedDuration = SignedDuration::from_hours(24);

    fn start() -> Timestamp {
        Timestamp::from_second(1_790_000_000).unwrap()
    }

    #[test]
    fn a_refresh_is_due_in_the_last_third_and_after_a_day() {
        let life = TokenLife::starting(start(), DAY * 60);
        let third = life.default_margin();
        assert_eq!(third, DAY * 20);
        for (age, margin, expected) in [
            (SignedDuration::ZERO, third, RefreshVerdict::Fresh),
            (DAY * 40, third, RefreshVerdict::Fresh),
            (DAY * 40 + SignedDuration::from_secs(1), third, RefreshVerdict::Due),
            (DAY * 59, third, RefreshVerdict::Due),
            // The clock has been set back since: a little does no harm, more makes the end a riddle.
            (-DAY, third, RefreshVerdict::Fresh),
            (-DAY * 2, third, RefreshVerdict::Due),
            (DAY * 60, third, RefreshVerdict::Expired),
            (DAY * 61, third, RefreshVerdict::Expired),
            (DAY, DAY * 90, RefreshVerdict::Due),
            (DAY - SignedDuration::from_secs(1), DAY * 90, RefreshVerdict::TooYoung),
            // A clock set back makes the age negative; that is no reason to ask Instagram.
            (-DAY, DAY * 90, RefreshVerdict::TooYoung),
        ] {
            assert_eq!(life.refresh_verdict(start() + age, margin), expected, "{age:?}");
        }
    }

    #[test]
    fn a_refusal_by_instagram_wins_over_the_clock() {
        let life = TokenLife::starting(start(), DAY * 60);
        assert_eq!(life.state(start(), false), TokenState::Valid);
        assert_eq!(life.state(start() + DAY * 50, false), TokenState::Expiring);
        assert_eq!(life.state(start() + DAY * 70, false), TokenState::Expired);
        assert_eq!(life.state(start(), true), TokenState::LoginNeeded);
    }

    #[test]
    fn debug_output_of_a_token_shows_nothing() {
        let token = LongLivedToken(SecretString::from("IGAAsecret"));
        assert!(!format!("{token:?}").contains("IGAAsecret"));
    }
}
