//! Putting an event before a bot.

use jiff::SignedDuration;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{causes, messages};
use crate::bot::{Handler, HandlerAccount, HandlerInput, Presence};
use crate::domain::account::Account;
use crate::domain::event::EventKind;
use crate::domain::message::{Content, OutgoingMessage};
use crate::store::inbox::StoredEvent;

/// Why a bot gave no answer.
pub(super) struct Unanswered {
    pub(super) reason: String,
    pub(super) presence: Presence,
    /// How long it wants to be left alone.
    pub(super) rest: SignedDuration,
}

impl Unanswered {
    fn of(error: &dyn std::error::Error) -> Self {
        Self { reason: causes(error), presence: Presence::There, rest: SignedDuration::ZERO }
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
    let input = input(event, account, &content).map_err(|error| Unanswered::of(&error))?;
    match handler.decide(&input).await {
        Ok(messages) => match unfit(event, &messages) {
            None => Ok(messages),
            Some(reason) => {
                Err(Unanswered { reason, presence: Presence::There, rest: SignedDuration::ZERO })
            }
        },
        Err(error) => Err(Unanswered {
            reason: causes(&error),
            presence: error.presence(),
            rest: error.rest().and_then(|rest| rest.try_into().ok()).unwrap_or_default(),
        }),
    }
}

/// What a bot gets to read of an event.
pub(super) fn input<'a>(
    event: &'a StoredEvent,
    account: &'a Account,
    content: &'a Value,
) -> Result<HandlerInput<'a>, serde_json::Error> {
    let raw: &RawValue = serde_json::from_str(&event.raw)?;
    Ok(HandlerInput {
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
        content,
        raw,
    })
}

/// Why an answer cannot be one to a comment: a second message is refused until the person has answered, and there
/// is no message yet to refer to (reference 6).
fn unfit(event: &StoredEvent, messages: &[OutgoingMessage]) -> Option<String> {
    let refers = |message: &OutgoingMessage| {
        message.reply_to.is_some() || matches!(message.content, Content::Reaction { .. })
    };
    match messages {
        _ if !event.kind.is_comment() => None,
        [one] if refers(one) => Some("a comment takes no reaction and no `reply_to`".to_owned()),
        [] | [_] => None,
        several => Some(format!("a comment takes one message, and the bot gave {}", several.len())),
    }
}
