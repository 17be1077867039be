//! One thing that happened on Instagram, taken out of a delivery.

use std::fmt;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What happened (reference 8.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A message, also an echo of one the account sent.
    Message,
    /// A message was unsent: its text must no longer be shown.
    MessageDeleted,
    /// A message was edited, or, with `num_edit` 0, is new and must be fetched.
    MessageEdit,
    /// A reaction was given or taken back.
    Reaction,
    /// A button, ice breaker or menu entry was tapped.
    Postback,
    /// A link with a reference opened the conversation.
    Referral,
    /// The person read up to a message.
    Read,
    /// An opt-in.
    Optin,
    /// Another app gave the thread away.
    PassThreadControl,
    /// Another app took the thread.
    TakeThreadControl,
    /// Another app asks for the thread.
    RequestThreadControl,
    /// Roles of apps changed.
    AppRoles,
    /// A delivery receipt; Instagram has none, Pages do.
    Delivery,
    /// A policy notice.
    PolicyEnforcement,
    /// A comment on a post or reel.
    Comment,
    /// A comment during a live broadcast.
    LiveComment,
    /// The account was mentioned.
    Mention,
    /// Numbers of a story.
    StoryInsights,
    /// Fields changed, values switched off in the dashboard.
    ChangedFields,
    /// Something igbot does not know; kept raw.
    Unknown,
}

impl EventKind {
    /// Every kind, in the order of the reference.
    pub const ALL: [Self; 20] = [
        Self::Message,
        Self::MessageDeleted,
        Self::MessageEdit,
        Self::Reaction,
        Self::Postback,
        Self::Referral,
        Self::Read,
        Self::Optin,
        Self::PassThreadControl,
        Self::TakeThreadControl,
        Self::RequestThreadControl,
        Self::AppRoles,
        Self::Delivery,
        Self::PolicyEnforcement,
        Self::Comment,
        Self::LiveComment,
        Self::Mention,
        Self::StoryInsights,
        Self::ChangedFields,
        Self::Unknown,
    ];

    /// What a bot is asked about where its owner wants it: not everybody who comments expects a message.
    pub const ON_REQUEST: [Self; 3] = [Self::Comment, Self::LiveComment, Self::Referral];

    /// Whether it is what somebody wrote under a post, for all to see.
    pub fn is_comment(self) -> bool {
        matches!(self, Self::Comment | Self::LiveComment)
    }

    /// The word of the store, of `--json` and of the handler's input.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::MessageDeleted => "message_deleted",
            Self::MessageEdit => "message_edit",
            Self::Reaction => "reaction",
            Self::Postback => "postback",
            Self::Referral => "referral",
            Self::Read => "read",
            Self::Optin => "optin",
            Self::PassThreadControl => "pass_thread_control",
            Self::TakeThreadControl => "take_thread_control",
            Self::RequestThreadControl => "request_thread_control",
            Self::AppRoles => "app_roles",
            Self::Delivery => "delivery",
            Self::PolicyEnforcement => "policy_enforcement",
            Self::Comment => "comment",
            Self::LiveComment => "live_comment",
            Self::Mention => "mention",
            Self::StoryInsights => "story_insights",
            Self::ChangedFields => "changed_fields",
            Self::Unknown => "unknown",
        }
    }

    /// The kind of a stored word; [`EventKind::Unknown`] for a word of a later version.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).unwrap_or(Self::Unknown)
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The customer, to the account.
    Received,
    /// The account, to the customer: an echo, or one of its own comments.
    Sent,
}

impl Direction {
    /// The word of the store and of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Sent => "sent",
        }
    }

    /// The direction of a stored word.
    pub fn from_word(word: &str) -> Self {
        if word == Self::Sent.as_str() { Self::Sent } else { Self::Received }
    }
}

/// Sixteen bytes under which an event is stored once, however often it is delivered.
///
/// They begin with the event's own time, so that new keys land at the end of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EventKey(pub [u8; 16]);

impl EventKey {
    /// As 32 characters: the name under which its row seals values, and by which bots know a repeat.
    pub fn hex(self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.0))
    }
}

/// One event of a delivery.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// Under which it is unique.
    pub key: EventKey,
    /// `object` of the delivery; `instagram` for everything igbot handles.
    pub object: String,
    /// `entry.id`: one of the two ids of the account, or `0` in a dashboard test.
    pub account_id: String,
    /// What happened.
    pub kind: EventKind,
    /// Who spoke.
    pub direction: Direction,
    /// Who caused it, where the event says so.
    pub sender_id: Option<String>,
    /// To whom, where the event says so.
    pub recipient_id: Option<String>,
    /// The message (or comment) it is or is about.
    pub mid: Option<String>,
    /// When it happened, by the event's own clock; times that make no sense are absent.
    pub timestamp: Option<Timestamp>,
    /// Another app owns the thread.
    pub standby: bool,
    /// Sent by a button of the App Dashboard.
    pub test: bool,
    /// What was said, where the event is a message that says something.
    pub text: Option<String>,
    /// It is an edit with the number 0: not an edit, but a new message without its content, which
    /// must be fetched (reference 8.5).
    pub unfetched: bool,
    /// The element of the delivery, exactly as it came.
    pub raw: String,
}

/// Why an event is stored and not handed to a bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parked {
    /// The delivery is about something other than Instagram.
    ForeignObject,
    /// A dashboard test: it must never cause a reply (reference 8.6).
    Test,
    /// The account's own message or comment coming back.
    OwnEcho,
    /// Another app owns the thread.
    Standby,
    /// Not something a person addresses to the bot.
    NotAddressed,
}

impl Parked {
    /// What keeps every event of this sort away from bots, whatever happened.
    pub fn of(object: &str, test: bool, direction: Direction, standby: bool) -> Option<Self> {
        if object != "instagram" {
            Some(Self::ForeignObject)
        } else if test {
            Some(Self::Test)
        } else if direction == Direction::Sent {
            Some(Self::OwnEcho)
        } else {
            standby.then_some(Self::Standby)
        }
    }

    /// The reason that its owner reads.
    pub fn reason(self) -> &'static str {
        match self {
            Self::ForeignObject => "it is not about Instagram",
            Self::Test => "it is a test of the App Dashboard",
            Self::OwnEcho => OWN,
            Self::Standby => "another app has the conversation",
            Self::NotAddressed => "it is no message to a bot",
        }
    }
}

/// Why what the account itself has said waits for no bot.
pub const OWN: &str = "the account wrote it itself";

impl Event {
    /// The customer's id, whoever spoke.
    pub fn peer_id(&self) -> Option<&str> {
        match self.direction {
            Direction::Received => self.sender_id.as_deref(),
            Direction::Sent => self.recipient_id.as_deref(),
        }
    }

    /// The person in whose order it waits; none where it waits for no other, as a comment does.
    pub fn conversation(&self) -> Option<&str> {
        self.peer_id().filter(|_| !self.kind.is_comment())
    }

    /// Whether it is a message, or tells of one that came without its content.
    pub fn brings_message(&self) -> bool {
        self.kind == EventKind::Message || self.unfetched
    }

    /// Why this event is kept away from bots; `None` if one should see it.
    ///
    /// Only what a person addresses to the account is handled. A read receipt handed to a bot that
    /// answers everything would be answered, read, and answered again without end. Whether a bot wants
    /// what is handled [on request](EventKind::ON_REQUEST) is known where the bot is.
    pub fn parked(&self) -> Option<Parked> {
        Parked::of(&self.object, self.test, self.direction, self.standby).or_else(|| {
            let addressed = match self.kind {
                EventKind::Message | EventKind::Postback | EventKind::Referral => {
                    self.sender_id.is_some()
                }
                // It is answered by its own id.
                EventKind::Comment | EventKind::LiveComment => {
                    self.sender_id.is_some() && self.mid.is_some()
                }
                // Who wrote it is learned with what it says.
                EventKind::MessageEdit => self.unfetched && self.mid.is_some(),
                _ => false,
            };
            (!addressed).then_some(Parked::NotAddressed)
        })
    }
}

/// Shows what a log may carry: never the raw element, which holds the text.
impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("kind", &self.kind)
            .field("account_id", &self.account_id)
            .field("direction", &self.direction)
            .field("standby", &self.standby)
            .field("test", &self.test)
            .finish_non_exhaustive()
    }
}

/// How far an event has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventState {
    /// Waiting for a bot.
    Pending,
    /// A dispatcher works on it.
    Running,
    /// Handled.
    Done,
    /// Stored only: no bot sees it, and its reason says why.
    Ignored,
    /// Given up after the last attempt.
    Failed,
    /// A reply to it was being sent when the process ended; look before repeating.
    Unknown,
}

impl EventState {
    /// The word of the store and of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Done => "done",
            Self::Ignored => "ignored",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }

    /// The state of a stored word; one of a later version is as good as unknown.
    pub fn from_word(word: &str) -> Self {
        let all = [Self::Pending, Self::Running, Self::Done, Self::Ignored, Self::Failed];
        all.into_iter().find(|state| state.as_str() == word).unwrap_or(Self::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back_from_its_word() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_word(kind.as_str()), kind);
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert_eq!(EventKind::from_word("of a later version"), EventKind::Unknown);
    }
}
