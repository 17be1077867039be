//! The inbox between the deliveries and the dispatchers: whose turn it is, and what is answered once.

mod answered;
mod botless;
mod comments;
mod deleted;
mod history;
mod kept;
mod model;
mod openings;
mod purged;
mod reconciled;
mod turns;

use igbot::store::Store;
use igbot::store::claim::{Claimable, Claimed};
use igbot::store::events::EventFilter;
use igbot::store::inbox::StoredEvent;
use igbot::store::settle::Settled;
use igbot::webhook::payload;
use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::store::{LEASE, SHOP, now};

/// Stores one event of a person at a time, received at the same time.
pub async fn happens(store: &Store, person: &str, time: Timestamp, what: Value) -> Option<i64> {
    happens_and_comes(store, person, time, time, what).await
}

/// Stores one event of a person, which may not tell its time; its row number if it is new.
pub async fn happens_and_comes(
    store: &Store,
    person: &str,
    time: impl Into<Option<Timestamp>>,
    received_at: Timestamp,
    what: Value,
) -> Option<i64> {
    let mut event = what;
    if !person.is_empty() {
        event["sender"] = json!({ "id": person });
        event["recipient"] = json!({ "id": SHOP });
    }
    if let Some(time) = time.into() {
        event["timestamp"] = time.as_millisecond().into();
    }
    delivered(store, SHOP, event, received_at).await.pop()
}

/// Stores one event as it comes under an id of an account; its row number if it is new.
async fn delivered(store: &Store, id: &str, event: Value, received_at: Timestamp) -> Vec<i64> {
    let entry = json!({ "id": id, "messaging": [event] });
    let body = json!({ "object": "instagram", "entry": [entry] }).to_string();
    let events = payload::parse(body.as_bytes()).unwrap();
    store.receive(events, received_at).await.unwrap().new
}

pub fn text(mid: &str) -> Value {
    json!({ "message": { "mid": mid, "text": format!("words of {mid}") } })
}

pub fn edit_zero(mid: &str) -> Value {
    json!({ "message_edit": { "mid": mid, "num_edit": 0 } })
}

pub async fn claim(store: &Store, time: Timestamp) -> Claimed {
    store.claim("me", time, LEASE, Claimable::ALL, 10).await.unwrap()
}

/// Stores a comment, which has no time of its own; how many are new.
pub async fn comments(store: &Store, person: &str, id: &str) -> usize {
    commented(store, SHOP, "comments", person, id).await
}

/// The same under one of the account's ids and one of the fields.
async fn commented(store: &Store, entry: &str, field: &str, person: &str, id: &str) -> usize {
    let value = json!({ "id": id, "from": { "id": person, "username": "ana" }, "text": "nice" });
    let entry = json!({ "id": entry, "time": 1, "changes": [{ "field": field, "value": value }] });
    let body = json!({ "object": "instagram", "entry": [entry] }).to_string();
    let events = payload::parse(body.as_bytes()).unwrap();
    store.receive(events, now()).await.unwrap().new.len()
}

/// Claims the one event that is due and ends it.
async fn claim_and_settle(store: &Store, time: Timestamp, settled: Settled) -> StoredEvent {
    let mut claimed = claim(store, time).await.events;
    assert_eq!(claimed.len(), 1);
    let event = claimed.remove(0);
    store.settle(event.id, "me", settled).await.unwrap();
    event
}

async fn event(store: &Store, id: i64) -> StoredEvent {
    let filter = EventFilter { ids: vec![id], ..EventFilter::default() };
    store.events(filter).await.unwrap().remove(0)
}

/// Every conversation with open events has exactly one whose turn it is, and ended events have none.
pub fn turns_are_right(connection: &Connection) {
    let wrong = "SELECT count(*) FROM (SELECT 1 FROM event WHERE state IN ('pending', 'running') \
                     GROUP BY account_id, coalesce(conversation, id) HAVING count(due) <> 1 \
                 UNION ALL SELECT 1 FROM event \
                     WHERE state NOT IN ('pending', 'running') AND due IS NOT NULL)";
    let wrong: i64 = connection.query_row(wrong, [], |row| row.get(0)).unwrap();
    assert_eq!(wrong, 0, "conversations without a turn, or with two");
}

fn failed() -> Settled {
    Settled::Failed { reason: "the bot failed".to_owned() }
}

pub fn later(seconds: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_secs(seconds)
}
