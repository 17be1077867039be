//! Putting an event before a bot.

use std::time::Duration;

use serde_json::value::RawValue;

use super::{causes, messages};
use crate::bot::{Handler, HandlerAccount, HandlerInput, Presence};
use crate::domain::account::Account;
use crate::domain::event::EventKind;
use crate::domain::message::OutgoingMessage;
use crate::store::inbox::StoredEvent;

/// Why a bot gave no answer.
pub(super) struct Unanswered {
    pub(super) reason: String,
    pub(super) presence: Presence,
    /// How long it wants to be left alone.
    pub(super) rest: Option<Duration>,
}

impl Unanswered {
    fn of(error: &dyn std::error::Error) -> Self {
        Self { reason: causes(error), presence: Presence::There, rest: None }
    }
}

/// Asks the bot, with everything it may know of the event.
pub(super) async fn ask(
    handler: &Handler,
    event: &StoredEvent,
    account: &Account,
) -> Result<Vec<OutgoingMessage>, Unanswered> {
    let content =
        serde_json::to_value(messages::content(event)).map_err(|error| Unanswered::of(&error))?;
    let raw: &RawValue =
        serde_json::from_str(&event.raw).map_err(|error| Unanswered::of(&error))?;
    let input = HandlerInput {
        id: event.id,
        key: event.key,
        kind: match event.kind {
            // Whatever carried it, it is a message.
            EventKind::MessageEdit => EventKind::Message,
            kind => kind,
        }
        .as_str(),
        account: HandlerAccount {
            account_id: account.account_id.as_str(),
            alias: account.alias.as_str(),
            username: &account.username,
        },
        sender_id: event.sender_id.as_deref(),
        recipient_id: event.recipient_id.as_deref(),
        mid: event.mid.as_deref(),
        timestamp: event.timestamp,
        attempt: event.attempts,
        content: &content,
        raw,
    };
    match handler.decide(&input).await {
        // A second one is refused until the person has answered (reference 6).
        Ok(messages) if event.kind.is_comment() && messages.len() > 1 => Err(Unanswered {
            reason: format!("a comment takes one message, and the bot gave {}", messages.len()),
            presence: Presence::There,
            rest: None,
        }),
        Ok(messages) => Ok(messages),
        Err(error) => Err(Unanswered {
            reason: causes(&error),
            presence: error.presence(),
            rest: error.rest(),
        }),
    }
}
