//! The history of thousands of messages, page by page, from either end.

use igbot::domain::event::Direction;
use igbot::domain::message::{Content, OutgoingMessage, SendState};
use igbot::ops::export::export;
use igbot::ops::messages::History;
use igbot::ops::output::Form;
use igbot::ops::search::{self, Words};
use igbot::store::Store;
use igbot::store::history::{HistoryFilter, Order};
use igbot::store::outgoing::Begun;
use igbot::webhook::payload;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{happens, later, text};
use crate::store::{SHOP, about_to_send, ended, fresh, now, text_to};
use crate::store_schemas::link;

const MESSAGES: usize = 3_000;

/// Stores messages of 300 people; many happen at the same time, and some come late.
async fn filled(store: &Store) {
    link(store, 1).await;
    for first in (0..MESSAGES).step_by(100) {
        let events: Vec<Value> = (first..first + 100)
            .map(|number| {
                // A third at one and the same moment, the rest in a shuffled order.
                let second = if number % 3 == 0 { 500 } else { number * 7919 % MESSAGES };
                let time = later(second as i64).as_millisecond();
                json!({ "sender": { "id": format!("p{}", number % 300) }, "recipient": { "id": SHOP },
                    "timestamp": time,
                    "message": { "mid": format!("m{number}"), "text": format!("=words Nr{number}x") } })
            })
            .collect();
        let body = json!({ "object": "instagram", "entry": [{ "id": SHOP, "messaging": events }] });
        let events = payload::parse(body.to_string().as_bytes()).unwrap();
        store.receive(events, now()).await.unwrap();
        if first == 1_500 {
            store.list_events(100_000).await.unwrap();
        }
    }
}

async fn all(store: &Store, filter: &HistoryFilter, order: Order) -> Vec<(Timestamp, String)> {
    let mut history = History::of(store, filter.clone(), order).await.unwrap();
    let mut all = Vec::new();
    while let Some(message) = history.next().await.unwrap() {
        all.push((message.time, message.id));
    }
    all
}

#[tokio::test]
async fn a_long_history_is_read_once_in_order_from_either_end() {
    let (_dir, _, store) = fresh();
    filled(&store).await;
    let since = later(1_000);
    for (filter, count) in [
        (HistoryFilter::default(), MESSAGES),
        (HistoryFilter { peer_id: Some("p7".to_owned()), ..HistoryFilter::default() }, 10),
        (HistoryFilter { peer_id: Some("p9".to_owned()), ..HistoryFilter::default() }, 10),
    ] {
        let oldest = all(&store, &filter, Order::Oldest).await;
        assert_eq!(oldest.len(), count);
        assert!(oldest.is_sorted_by_key(|(time, _)| *time));
        let mut newest = all(&store, &filter, Order::Newest).await;
        newest.reverse();
        assert_eq!(newest, oldest);
        let mut ids: Vec<_> = oldest.iter().map(|(_, id)| id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "each once");
        let young: Vec<_> = oldest.iter().filter(|(time, _)| *time >= since).cloned().collect();
        let filter = HistoryFilter { since: Some(since), ..filter };
        assert_eq!(all(&store, &filter, Order::Oldest).await, young);
        let limited = HistoryFilter { limit: Some(5), ..filter };
        let last = store.history(limited).await.unwrap();
        let last: Vec<_> = last.iter().map(|row| (row.time, row.row.to_string())).collect();
        assert_eq!(last, young[young.len().saturating_sub(5)..]);
    }
    // What was refused is no message, and puts nobody first.
    for (key, person) in [(1, "p7"), (2, "somebody")] {
        let text = text_to(person);
        let new = about_to_send(key, &text, None);
        let Begun::Now { row, .. } = store.begin_send(&new, later(9_000)).await.unwrap() else {
            panic!("it was never sent before")
        };
        store.end_send(row, ended(SendState::Refused, None), None, later(9_000)).await.unwrap();
    }
    let mut conversations = store.conversations(Vec::new(), None).await.unwrap();
    let (mut count, mut before) = (0, None);
    while let Some(conversation) = conversations.next().await.unwrap() {
        let (at, direction) = conversation.last.unwrap();
        assert!(before.is_none_or(|before| at <= before) && direction == Direction::Received);
        assert_eq!((conversation.received, conversation.unanswered), (10, 10));
        (count, before) = (count + 1, Some(at));
    }
    assert_eq!(count, 300);
}

#[tokio::test]
async fn thousands_of_messages_are_searched_and_exported() {
    let (_dir, _, store) = fresh();
    filled(&store).await;
    let history = |order| History::of(&store, HistoryFilter::default(), order);
    let words = Words::new(["NR1234X", "words"]).unwrap();
    let mut looked = history(Order::Newest).await.unwrap();
    let found = search::next(&mut looked, &words).await.unwrap().unwrap();
    assert_eq!(found.mid.as_deref(), Some("m1234"));
    assert!(search::next(&mut looked, &words).await.unwrap().is_none());
    assert_eq!(looked.looked(), MESSAGES as u64);
    let mut csv = Vec::new();
    let whole = history(Order::Oldest).await.unwrap();
    let written = export(whole, Form::Csv, |text| text, &mut csv).await.unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!((written, csv.lines().count()), (MESSAGES as u64, MESSAGES + 1));
    assert_eq!(csv.matches(",'=words Nr").count(), MESSAGES);
    let mut json = Vec::new();
    export(history(Order::Oldest).await.unwrap(), Form::Json, |it| it, &mut json).await.unwrap();
    assert_eq!(String::from_utf8(json).unwrap().lines().count(), MESSAGES);
}

#[tokio::test]
async fn the_echo_of_a_message_from_elsewhere_is_one_that_was_sent() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let body = json!({ "object": "instagram", "entry": [{ "id": SHOP, "messaging": [{
        "sender": { "id": SHOP }, "recipient": { "id": "ana" }, "timestamp": now().as_millisecond(),
        "message": { "mid": "e1", "text": "by hand", "is_echo": true } }] }] });
    let events = payload::parse(body.to_string().as_bytes()).unwrap();
    store.receive(events, now()).await.unwrap();
    for state in ["sent", "received"] {
        let filter = HistoryFilter { state: Some(state.to_owned()), ..HistoryFilter::default() };
        let rows = store.history(filter).await.unwrap();
        assert_eq!(rows.len(), usize::from(state == "sent"), "{state}");
    }
}

#[tokio::test]
async fn a_reaction_and_what_perhaps_did_not_arrive_leave_a_person_unanswered() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", later(1), text("m")).await.unwrap();
    let unanswered = async || {
        let found = store.conversation(&[], "a").await.unwrap().unwrap();
        (found.sent, found.unanswered)
    };
    let reaction = OutgoingMessage::from(Content::Reaction {
        message_id: "m".parse().unwrap(),
        reaction: Some("love".to_owned()),
    });
    let (account_id, person, words) = text_to("a");
    for (key, state, message, expected) in [
        (1, SendState::Unknown, &words, (1, 1)),
        (2, SendState::Sent, &reaction, (2, 1)),
        (3, SendState::Refused, &words, (2, 1)),
        (4, SendState::Sent, &words, (3, 0)),
    ] {
        let message = (account_id.clone(), person.clone(), message.clone());
        let new = about_to_send(key, &message, None);
        let Begun::Now { row, .. } = store.begin_send(&new, later(9)).await.unwrap() else {
            panic!("it was never sent before")
        };
        store.end_send(row, ended(state, None), None, later(9)).await.unwrap();
        assert_eq!(unanswered().await, expected, "{state:?}");
    }
}
