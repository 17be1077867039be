//! The messaging window: for how long after a person's last word the account may write to them
//! (reference 6, "Windows").

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

use super::event::EventKind;

/// How long the account may answer.
pub const STANDARD: SignedDuration = SignedDuration::from_hours(24);

/// How long a person at the account may answer, with the tag `HUMAN_AGENT`.
pub const HUMAN_AGENT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is done where the messaging window is closed as far as the store knows (reference 6).
///
/// It knows what igbot was running for. Where it knows nothing of a person, Instagram decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WindowPolicy {
    /// Nothing is sent.
    #[default]
    Enforce,
    /// It is sent, and said.
    Warn,
    /// It is sent.
    Off,
}

/// Whether an event that a person causes opens the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// It does.
    Surely,
    /// Sources contradict each other.
    Perhaps,
    /// It does not.
    Not,
}

impl Opens {
    /// What an event of `kind` does that a person caused.
    ///
    /// Messages of every kind open it: texts, quick replies, story replies and mentions. An edit
    /// changes what was said before, unless its number is 0: that is a new message, and the caller
    /// asks for one.
    pub fn by(kind: EventKind) -> Self {
        match kind {
            EventKind::Message | EventKind::Postback | EventKind::Referral | EventKind::Optin => {
                Self::Surely
            }
            EventKind::Reaction => Self::Perhaps,
            _ => Self::Not,
        }
    }
}

/// The last event of a person that opened the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// When it happened.
    pub at: Timestamp,
    /// Whether it opens the window for certain, as a reaction does not.
    pub certain: bool,
    /// When the last one was that does for certain, if this one does not.
    pub before: Option<Timestamp>,
}

impl Opening {
    /// Counts an older opening in.
    #[must_use]
    pub fn after(self, older: Self) -> Self {
        let before = if older.certain { Some(older.at) } else { older.before };
        match self {
            Self { certain: false, before: None, .. } => Self { before, ..self },
            _ => self,
        }
    }
}

/// Whether the account may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WindowState {
    /// It may.
    Open,
    /// It may if what the person did last opens the window; sources contradict each other.
    Perhaps,
    /// It may not, but a human agent may.
    HumanAgent,
    /// It may not.
    Closed,
    /// The store knows of nothing that opened it. It may be open all the same: igbot sees what it
    /// was running for.
    Unknown,
}

/// The messaging window at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Whether the account may write.
    pub state: WindowState,
    /// How long it still may, or perhaps may; zero when closed or unknown.
    pub left: SignedDuration,
    /// How long a human agent still may; zero when it is over or unknown.
    pub human_agent_left: SignedDuration,
    /// When it closed or will; absent when unknown.
    pub closes_at: Option<Timestamp>,
}

impl Window {
    /// The window at `now`, given the person's last opening if the store knows one.
    pub fn at(now: Timestamp, opening: Option<Opening>) -> Self {
        let Some(opening) = opening else {
            let none = SignedDuration::ZERO;
            let state = WindowState::Unknown;
            return Self { state, left: none, human_agent_left: none, closes_at: None };
        };
        let left = |from: Timestamp, length| {
            // The end of time is no end of a window.
            let end = from.checked_add(length).unwrap_or(Timestamp::MAX);
            end.duration_since(now).max(SignedDuration::ZERO)
        };
        let certain = if opening.certain { Some(opening.at) } else { opening.before };
        // For certain as long as that lasts, then perhaps.
        let human_agent_left = left(opening.at, HUMAN_AGENT);
        let (state, from) = match certain {
            Some(at) if !left(at, STANDARD).is_zero() => (WindowState::Open, at),
            _ if !left(opening.at, STANDARD).is_zero() => (WindowState::Perhaps, opening.at),
            _ if human_agent_left.is_zero() => (WindowState::Closed, opening.at),
            _ => (WindowState::HumanAgent, opening.at),
        };
        Self {
            state,
            left: left(from, STANDARD),
            human_agent_left,
            closes_at: from.checked_add(STANDARD).ok(),
        }
    }

    /// Whether a message comes too late; one that a `human_agent` wrote has more time.
    pub fn is_closed_for(&self, human_agent: bool) -> bool {
        match self.state {
            WindowState::Closed => true,
            WindowState::HumanAgent => !human_agent,
            WindowState::Open | WindowState::Perhaps | WindowState::Unknown => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3600;

    fn ago(seconds: i64) -> Timestamp {
        now() - SignedDuration::from_secs(seconds)
    }

    fn now() -> Timestamp {
        "2026-03-04T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_window_is_open_for_a_day_and_for_a_human_agent_for_a_week() {
        use WindowState::{Closed, HumanAgent, Open, Perhaps};
        let surely = |seconds| Opening { at: ago(seconds), certain: true, before: None };
        let perhaps = |seconds, before: Option<i64>| Opening {
            at: ago(seconds),
            certain: false,
            before: before.map(ago),
        };
        for (opening, state, left, agent) in [
            (surely(0), Open, 24 * HOUR, 168 * HOUR),
            (surely(HOUR), Open, 23 * HOUR, 167 * HOUR),
            (surely(24 * HOUR - 1), Open, 1, 144 * HOUR + 1),
            (surely(24 * HOUR), HumanAgent, 0, 144 * HOUR),
            (surely(168 * HOUR - 1), HumanAgent, 0, 1),
            (surely(168 * HOUR), Closed, 0, 0),
            (perhaps(HOUR, None), Perhaps, 23 * HOUR, 167 * HOUR),
            // As long as the message before holds it open nothing is uncertain.
            (perhaps(HOUR, Some(20 * HOUR)), Open, 4 * HOUR, 167 * HOUR),
            (perhaps(HOUR, Some(30 * HOUR)), Perhaps, 23 * HOUR, 167 * HOUR),
            (perhaps(25 * HOUR, Some(30 * HOUR)), HumanAgent, 0, 143 * HOUR),
        ] {
            let window = Window::at(now(), Some(opening));
            let secs = (window.left.as_secs(), window.human_agent_left.as_secs());
            assert_eq!((window.state, secs), (state, (left, agent)), "{opening:?}");
            let open = matches!(state, Open | Perhaps);
            assert_eq!(window.closes_at.unwrap() > now(), open, "{opening:?}");
            assert_eq!(window.is_closed_for(false), !open, "{opening:?}");
            assert_eq!(window.is_closed_for(true), state == Closed, "{opening:?}");
        }
        assert_eq!(Window::at(now(), None).state, WindowState::Unknown);
    }

    #[test]
    fn only_what_a_person_addresses_to_the_account_opens_the_window() {
        for kind in EventKind::ALL {
            let expected = match kind.as_str() {
                "message" | "postback" | "referral" | "optin" => Opens::Surely,
                "reaction" => Opens::Perhaps,
                _ => Opens::Not,
            };
            assert_eq!(Opens::by(kind), expected, "{kind}");
        }
    }

    #[test]
    fn an_uncertain_opening_remembers_the_certain_one_before_it() {
        let message = Opening { at: ago(HOUR), certain: true, before: None };
        let reaction = Opening { at: ago(9), certain: false, before: None };
        assert_eq!(reaction.after(message).before, Some(ago(HOUR)));
        let older = Opening { at: ago(2 * HOUR), certain: true, before: None };
        assert_eq!(reaction.after(message).after(older).before, Some(ago(HOUR)));
        assert_eq!(message.after(older), message);
    }
}
