//! The history as people and scripts read it.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::domain::event::{Direction, EventKind, EventState, Parked};
use crate::domain::message::WrittenMessage;
use crate::domain::time::Time;
use crate::store::Store;
use crate::store::StoreError;
use crate::store::events::EventFilter;
use crate::store::history::{HistoryFilter, HistoryRow, HistoryWalk, Order};
use crate::store::inbox::StoredEvent;
use crate::store::records::MessageRow;
use crate::webhook::content::{EventContent, edit_number};

/// One message of the history.
#[derive(Clone, Serialize, JsonSchema)]
pub struct Message {
    /// Row number: `r` and a number for received ones, `s` and a number for sent ones.
    pub id: String,
    /// The account.
    pub account_id: String,
    /// The customer, by whom a conversation is known.
    pub conversation_id: Option<String>,
    /// Who spoke.
    pub direction: Direction,
    /// `text`, `message`, `postback`.
    pub kind: String,
    /// What was said, as it was last edited; absent for an image, or once the customer has deleted it.
    pub text: Option<String>,
    /// The kinds of what came with it: `image`, `video`, `share` …; of a sent one `kind` says it.
    pub attachments: Vec<String>,
    /// Whether it was edited.
    pub edited: bool,
    /// Instagram's id.
    pub mid: Option<String>,
    /// When.
    #[schemars(with = "Time")]
    pub time: Timestamp,
    /// `received`, `imported` by a reconciliation, `deleted`, or how the send stands.
    pub state: String,
}

/// Lists the history, oldest first.
pub async fn history(store: &Store, filter: HistoryFilter) -> Result<Vec<Message>, StoreError> {
    Ok(store.history(filter).await?.into_iter().map(Message::from).collect())
}

/// A history that is read one by one, in a memory that does not grow with it.
pub struct History(HistoryWalk);

impl History {
    /// Starts to read what fits a filter, whose limit does not count.
    pub async fn of(
        store: &Store,
        filter: HistoryFilter,
        order: Order,
    ) -> Result<Self, StoreError> {
        Ok(Self(store.walk_history(filter, order).await?))
    }

    /// The next message; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<Message>, StoreError> {
        Ok(self.0.next().await?.map(Message::from))
    }

    /// How many messages were read so far.
    pub fn looked(&self) -> u64 {
        self.0.looked()
    }
}

impl From<HistoryRow> for Message {
    fn from(row: HistoryRow) -> Self {
        message(row)
    }
}

fn message(row: HistoryRow) -> Message {
    let kind = EventKind::from_word(&row.kind);
    let said = match (row.row, row.fetched) {
        (MessageRow::Event(_), false) => EventContent::of(kind, &row.body),
        (MessageRow::Event(_), true) => fetched(&row.body),
        (MessageRow::Outgoing(_), _) => EventContent {
            text: Some(row.body.to_string()).filter(|text| !text.is_empty()),
            ..EventContent::default()
        },
    };
    let edited = edited(&row.edits);
    Message {
        id: row.row.to_string(),
        account_id: row.account_id,
        conversation_id: row.peer_id,
        direction: row.direction,
        kind: row.kind,
        edited: edited.is_some(),
        attachments: said.attachment_kinds(),
        text: edited.or(said.text),
        mid: row.mid,
        time: row.time,
        state: row.state,
    }
}

/// What an event says.
pub(super) fn content(event: &StoredEvent) -> EventContent {
    let content = match &event.fetched {
        Some(body) => fetched(body),
        None => EventContent::of(event.kind, &event.raw),
    };
    EventContent { text: edited(&event.edits).or(content.text), ..content }
}

/// What the last of some edits says, of which the newest come first; they are numbered, and may come in any
/// order. One with the number 0 says nothing and is none (reference 8.5).
fn edited(edits: &[Zeroizing<String>]) -> Option<String> {
    let said = |raw: &Zeroizing<String>| {
        Some((edit_number(raw), EventContent::of(EventKind::MessageEdit, raw).text?))
    };
    edits.iter().rev().filter_map(said).max_by_key(|(number, _)| *number).map(|(_, text)| text)
}

/// Reads what [`super::fetch`] left.
fn fetched(body: &str) -> EventContent {
    serde_json::from_str(body).unwrap_or_default()
}

/// One event of the inbox.
#[derive(Clone, Serialize, JsonSchema)]
pub struct EventView {
    /// Row number.
    pub id: i64,
    /// The account: the id by which it is linked, or that of the delivery where it is not.
    pub account_id: String,
    /// `object` of the delivery.
    pub object: String,
    /// What happened.
    pub kind: EventKind,
    /// Who spoke.
    pub direction: Direction,
    /// Who caused it.
    pub sender_id: Option<String>,
    /// To whom.
    pub recipient_id: Option<String>,
    /// The message it is or is about.
    pub mid: Option<String>,
    /// What was said.
    pub text: Option<String>,
    /// The kinds of what came with it: `image`, `video`, `share` …
    pub attachments: Vec<String>,
    /// When it happened.
    #[schemars(with = "Option<Time>")]
    pub timestamp: Option<Timestamp>,
    /// When it was stored.
    #[schemars(with = "Time")]
    pub received_at: Timestamp,
    /// How far it has come.
    pub state: EventState,
    /// How often a bot was asked.
    pub attempts: u32,
    /// From the dashboard's test button.
    pub test: bool,
    /// Another app owned the thread.
    pub standby: bool,
    /// The event that spoke for its message before, if it repeats it under another key.
    pub duplicate_of: Option<i64>,
    /// The person has deleted the message; what it said is not shown any more.
    pub deleted: bool,
    /// Why it is where it is, if it is neither waiting for a bot nor handled.
    pub reason: Option<String>,
}

/// Lists the inbox, oldest first.
pub async fn events(store: &Store, filter: EventFilter) -> Result<Vec<EventView>, StoreError> {
    Ok(store.events(filter).await?.into_iter().map(EventView::from).collect())
}

/// What became of the answer of a bot to an event.
#[derive(Clone, Serialize, JsonSchema)]
pub struct Answer {
    /// Each call for it and how it ended, since somebody last replayed the event.
    pub replies: Vec<Message>,
    /// What is yet to be sent.
    pub left: Vec<WrittenMessage>,
}

/// Reads the answer to an event.
pub async fn answer(store: &Store, event_id: i64) -> Result<Answer, StoreError> {
    let replies = store.sent_for(event_id).await?.into_iter().map(Message::from).collect();
    let left = store.answer_rest(event_id).await?;
    Ok(Answer { replies, left: left.iter().map(WrittenMessage::from).collect() })
}

/// The element of a delivery as JSON, or as a text if it is none that can be read; nothing once it was
/// deleted.
pub fn raw(event: &StoredEvent) -> Option<Value> {
    let text = Some(event.raw.as_str()).filter(|text| !text.is_empty())?;
    Some(serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)))
}

impl From<StoredEvent> for EventView {
    fn from(event: StoredEvent) -> Self {
        let parked = || {
            let parked = Parked::of(&event.object, event.test, event.direction, event.standby);
            parked.unwrap_or(Parked::NotAddressed).reason().to_owned()
        };
        let ignored = event.state == EventState::Ignored;
        let reason = event.reason.clone().or_else(|| ignored.then(parked));
        let content = content(&event);
        Self {
            attachments: content.attachment_kinds(),
            text: content.text,
            id: event.id,
            account_id: event.account_id,
            object: event.object,
            kind: event.kind,
            direction: event.direction,
            sender_id: event.sender_id,
            recipient_id: event.recipient_id,
            mid: event.mid,
            timestamp: event.timestamp,
            received_at: event.received_at,
            state: event.state,
            attempts: event.attempts,
            test: event.test,
            standby: event.standby,
            duplicate_of: event.duplicate_of,
            deleted: event.deleted,
            reason,
        }
    }
}
