//! Conversations as people and scripts read them.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::event::Direction;
use crate::domain::id::IgScopedId;
use crate::domain::time::Time;
use crate::domain::window::{STANDARD, Window, WindowState};
use crate::store::overview::{Conversation, Conversations};
use crate::store::{Store, StoreError};

/// A conversation with its messaging window.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ConversationView {
    /// The account.
    pub account_id: String,
    /// The person, by whom a conversation is known.
    pub conversation_id: String,
    /// What they are called, if that was learned.
    pub username: Option<String>,
    /// When the last message was written.
    #[schemars(with = "Option<Time>")]
    pub last_message_at: Option<Timestamp>,
    /// By whom.
    pub last_direction: Option<Direction>,
    /// Messages in all, those that were refused left out.
    pub message_count: u64,
    /// Of these, the person's.
    pub received_count: u64,
    /// Of these, the account's.
    pub sent_count: u64,
    /// Messages of the person after the account's last, as far as the store knows. Whether somebody
    /// has read them, Instagram does not tell.
    pub unanswered_count: u64,
    /// The messaging window.
    #[serde(flatten)]
    pub window: WindowView,
}

/// A messaging window.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WindowView {
    /// Who may write.
    pub window: WindowState,
    /// How long the account may still write, or perhaps may.
    pub window_left_seconds: i64,
    /// How long a human agent still may.
    pub human_agent_left_seconds: i64,
    /// When it closed or will.
    #[schemars(with = "Option<Time>")]
    pub window_closes_at: Option<Timestamp>,
}

impl From<Window> for WindowView {
    fn from(window: Window) -> Self {
        Self {
            window: window.state,
            window_left_seconds: window.left.as_secs(),
            human_agent_left_seconds: window.human_agent_left.as_secs(),
            window_closes_at: window.closes_at,
        }
    }
}

fn view(conversation: Conversation, now: Timestamp) -> ConversationView {
    let last = conversation.last;
    ConversationView {
        account_id: conversation.account_id,
        conversation_id: conversation.peer_id,
        username: conversation.username,
        last_message_at: last.map(|(at, _)| at),
        last_direction: last.map(|(_, direction)| direction),
        message_count: conversation.received + conversation.sent,
        received_count: conversation.received,
        sent_count: conversation.sent,
        unanswered_count: conversation.unanswered,
        window: Window::at(now, conversation.opening).into(),
    }
}

/// The conversation with a person, if the store has anything of it.
pub async fn with(
    store: &Store,
    account_ids: &[String],
    person: &IgScopedId,
    now: Timestamp,
) -> Result<Option<ConversationView>, StoreError> {
    let found = store.conversation(account_ids, person.as_str()).await?;
    Ok(found.map(|found| view(found, now)))
}

/// Which conversations to list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Only those with a message at or after.
    pub since: Option<Timestamp>,
    /// Only those whose window is open, or perhaps is.
    pub open: bool,
    /// Only those whose person has written last.
    pub unanswered: bool,
}

/// Conversations that are looked at one after the other, the latest first.
pub struct Latest {
    conversations: Conversations,
    wanted: Wanted,
    now: Timestamp,
}

impl Latest {
    /// Those that are wanted of some accounts.
    pub async fn of(
        store: &Store,
        account_ids: Vec<String>,
        wanted: Wanted,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let conversations = match wanted.open {
            // Whatever opened such a window happened since.
            true => store.conversations_touched(account_ids, now - STANDARD).await?,
            false => store.conversations(account_ids, wanted.since).await?,
        };
        Ok(Self { conversations, wanted, now })
    }

    /// The next one; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<ConversationView>, StoreError> {
        while let Some(found) = self.conversations.next().await? {
            let Wanted { since, open, unanswered } = self.wanted;
            let state = Window::at(self.now, found.opening).state;
            let is_open = matches!(state, WindowState::Open | WindowState::Perhaps);
            let is_recent = since.is_none_or(|since| found.last.is_some_and(|(at, _)| at >= since));
            if (is_open || !open) && (found.unanswered > 0 || !unanswered) && is_recent {
                return Ok(Some(view(found, self.now)));
            }
        }
        Ok(None)
    }
}
