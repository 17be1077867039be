//! Asking a bot without sending what it answers.

use jiff::Timestamp;
use serde_json::Value;
use zeroize::Zeroizing;

use super::ask::{self, Unanswered};
use super::messages;
use crate::bot::{Bot, Handler};
use crate::domain::account::{Account, Alias};
use crate::domain::event::{Event, EventKind, EventState, Parked};
use crate::domain::id::AccountId;
use crate::domain::message::OutgoingMessage;
use crate::domain::token::TokenLife;
use crate::store::inbox::StoredEvent;

/// Why a bot gave no answer that could be sent.
#[derive(Debug, thiserror::Error)]
#[error("the bot gave no answer: {0}")]
pub struct NoAnswer(pub String);

/// An event that was never delivered, as its first attempt would find it.
pub fn made_up(event: Event, now: Timestamp) -> StoredEvent {
    StoredEvent {
        id: 0,
        key: event.key,
        object: event.object,
        account_id: event.account_id,
        kind: event.kind,
        direction: event.direction,
        sender_id: event.sender_id,
        recipient_id: event.recipient_id,
        mid: event.mid,
        timestamp: event.timestamp,
        received_at: now,
        standby: event.standby,
        test: event.test,
        state: EventState::Running,
        attempts: 1,
        reason: None,
        duplicate_of: None,
        deleted: false,
        raw: Zeroizing::new(event.raw),
        fetched: None,
        edits: Vec::new(),
        left: None,
    }
}

/// An account that is linked nowhere.
pub fn nobodys_account(account_id: AccountId, alias: Alias, now: Timestamp) -> Account {
    Account {
        app_scoped_id: account_id.as_app_scoped(),
        account_id,
        username: alias.to_string(),
        alias,
        account_type: None,
        bot: None,
        active: true,
        permissions: Vec::new(),
        subscribed_fields: Vec::new(),
        life: TokenLife { issued_at: now, refreshed_at: now, expires_at: now },
        login_needed_since: None,
    }
}

/// Why `serve` asks no bot, or not this one, about an event; `None` if it does.
pub fn why_not_asked(event: &StoredEvent, account: &Account, bot: &Bot) -> Option<&'static str> {
    let StoredEvent { object, test, direction, standby, .. } = event;
    let parked = Parked::of(object, *test, *direction, *standby);
    match (parked, event.kind) {
        (Some(parked), _) => Some(parked.reason()),
        _ if event.deleted => Some("the person has deleted it"),
        _ if event.duplicate_of.is_some() => Some("another event brought the same message"),
        _ if !account.active => Some("the account is switched off, or not linked any more"),
        (None, EventKind::MessageEdit) if event.fetched.is_none() => {
            Some("its message has to be fetched from Instagram first")
        }
        (None, EventKind::Message | EventKind::MessageEdit | EventKind::Postback) => None,
        (None, kind) if !EventKind::ON_REQUEST.contains(&kind) => {
            Some(Parked::NotAddressed.reason())
        }
        (None, kind) => (!bot.wants(kind)).then_some("its bot is not asked about this kind"),
    }
}

/// What the bot reads on its standard input, or is posted.
///
/// # Errors
/// What was delivered is not there any more: the event was deleted or purged.
pub fn input(event: &StoredEvent, account: &Account) -> Result<Value, serde_json::Error> {
    let content = serde_json::to_value(messages::content(event))?;
    serde_json::to_value(ask::input(event, account, &content)?)
}

/// What the bot answers, checked as before it is sent.
///
/// # Errors
/// It fails, is not there, or answers what cannot be sent.
pub async fn answer(
    handler: &Handler,
    event: &StoredEvent,
    account: &Account,
) -> Result<Vec<OutgoingMessage>, NoAnswer> {
    let answered = ask::ask(handler, event, account).await;
    answered.map_err(|Unanswered { reason, .. }| NoAnswer(reason))
}
