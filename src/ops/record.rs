//! All that is known of one message.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::OpsError;
use super::messages::{self, EventView, Message, content};
use crate::domain::id::MessageId;
use crate::domain::message::{Content, OutgoingMessage};
use crate::store::events::EventFilter;
use crate::store::records::{MessageRow, OutgoingRecord};
use crate::store::{Store, StoreError};
use crate::webhook::content::EventContent;

/// A message with everything around it.
#[derive(Clone, Serialize, JsonSchema)]
pub struct Record {
    /// As `message list` shows it.
    #[serde(flatten)]
    pub message: Message,
    /// Who the person was when last looked.
    pub username: Option<String>,
    /// What it carries beside its text; absent for a sent one, and once it was deleted.
    pub content: Option<Rest>,
    /// Its event, if it came with one.
    pub event: Option<EventView>,
    /// How it went out, if igbot sent it.
    pub outgoing: Option<OutgoingRecord>,
    /// What else happened to it: edits, reactions, its deletion, its echo.
    pub related: Vec<EventView>,
    /// The element of the delivery, what Instagram's history said, or the message as it was sent;
    /// only on request, and never once it was deleted.
    pub raw: Option<Value>,
}

/// What a received message carries beside its text.
#[derive(Clone, Serialize, JsonSchema)]
pub struct Rest {
    payload: Option<String>,
    attachments: Vec<Value>,
    reply_to: Option<Value>,
    referral: Option<Value>,
    unsupported: bool,
}

impl From<EventContent> for Rest {
    fn from(content: EventContent) -> Self {
        let EventContent { payload, attachments, reply_to, referral, unsupported, .. } = content;
        Self { payload, attachments, reply_to, referral, unsupported }
    }
}

/// A message with Instagram's ids of others in it, which a person may have named by their numbers in
/// `message list`.
///
/// # Errors
/// [`OpsError::NoMessage`] if there is none of such a number, or its id is not known.
pub async fn with_mids(
    store: &Store,
    mut message: OutgoingMessage,
) -> Result<OutgoingMessage, OpsError> {
    if let Some(name) = &mut message.reply_to {
        *name = mid_of(store, name).await?;
    }
    if let Content::Reaction { message_id, .. } = &mut message.content {
        *message_id = mid_of(store, message_id).await?;
    }
    Ok(message)
}

async fn mid_of(store: &Store, name: &MessageId) -> Result<MessageId, OpsError> {
    let Some(row) = MessageRow::parse(name.as_str()) else { return Ok(name.clone()) };
    let message = store.history_row(row).await?.map(Message::from);
    let mid = message.and_then(|message| message.mid?.parse().ok());
    mid.ok_or_else(|| OpsError::NoMessage { number: name.as_str().to_owned() })
}

/// Finds a message by its number in `message list` (`r12`, `s5`) or by Instagram's id of it.
pub async fn find(store: &Store, name: &str, raw: bool) -> Result<Option<Record>, StoreError> {
    let found = match MessageRow::parse(name) {
        None => store.find_message(name).await?,
        found => found,
    };
    let Some(row) = found else { return Ok(None) };
    let Some(message) = store.history_row(row).await? else { return Ok(None) };
    let deleted = message.state == "deleted";
    let mut record = Record {
        message: message.into(),
        username: None,
        content: None,
        event: None,
        outgoing: None,
        related: Vec::new(),
        raw: None,
    };
    if let Some(peer) = &record.message.conversation_id {
        record.username = store.name_of(peer).await?;
    }
    match row {
        MessageRow::Outgoing(id) => of_outgoing(store, id, raw, &mut record).await?,
        MessageRow::Event(id) => of_event(store, id, raw && !deleted, &mut record).await?,
    }
    let about = match (&record.message.conversation_id, &record.message.mid) {
        (Some(peer), Some(mid)) => store.events_about(peer, mid).await?,
        _ => Vec::new(),
    };
    let ids: Vec<_> = about.into_iter().filter(|id| row != MessageRow::Event(*id)).collect();
    if !ids.is_empty() {
        let events = store.events(EventFilter { ids, ..EventFilter::default() }).await?;
        record.related = events.into_iter().map(EventView::from).collect();
    }
    Ok(Some(record))
}

async fn of_event(
    store: &Store,
    id: i64,
    raw: bool,
    record: &mut Record,
) -> Result<(), StoreError> {
    let filter = EventFilter { ids: vec![id], ..EventFilter::default() };
    let Some(event) = store.events(filter).await?.pop() else { return Ok(()) };
    if !event.deleted {
        record.content = Some(content(&event).into());
        record.raw = messages::raw(&event).filter(|_| raw);
    }
    record.event = Some(event.into());
    Ok(())
}

async fn of_outgoing(
    store: &Store,
    id: i64,
    raw: bool,
    record: &mut Record,
) -> Result<(), StoreError> {
    let Some((outgoing, json)) = store.outgoing_record(id).await? else { return Ok(()) };
    record.raw = json.filter(|_| raw).and_then(|json| serde_json::from_str(&json).ok());
    record.outgoing = Some(outgoing);
    Ok(())
}
