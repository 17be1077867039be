//! Messages that the person took back.

use igbot::domain::message::SendState;
use igbot::ops::messages;
use igbot::store::StoreError;
use igbot::store::events::{EventFilter, Moved, Replay};
use igbot::store::history::HistoryFilter;
use igbot::store::outgoing::Reply;
use igbot::store::settle::Settled;
use serde_json::{Value, json};

use super::{claim, claim_and_settle, delivered, event, happens, later, text};
use crate::store::{SHOP, about_to_send, begin, ended, fresh, now, text_to};
use crate::store_schemas::link;

fn deletion(mid: &str) -> Value {
    json!({ "message": { "mid": mid, "is_deleted": true } })
}

#[tokio::test]
async fn what_a_person_has_deleted_is_not_answered_whenever_the_deletion_comes() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    // Before the message, while it waits, and between two attempts.
    happens(&store, "a", later(2), deletion("m1")).await.unwrap();
    let first = happens(&store, "a", later(1), text("m1")).await.unwrap();
    let second = happens(&store, "b", later(1), text("m2")).await.unwrap();
    happens(&store, "b", later(2), deletion("m2")).await.unwrap();
    let claimed = claim(&store, later(3)).await;
    assert!(claimed.events.is_empty());
    let third = happens(&store, "c", later(3), text("m3")).await.unwrap();
    let retry = Settled::Retry { at: later(4), reason: "the bot failed".to_owned() };
    claim_and_settle(&store, later(3), retry).await;
    happens(&store, "c", later(4), deletion("m3")).await.unwrap();
    assert!(claim(&store, later(4)).await.events.is_empty());
    for id in [first, second, third] {
        let event = event(&store, id).await;
        let reason = event.reason.as_deref();
        assert_eq!((event.state.as_str(), reason), ("ignored", Some("the person has deleted it")));
    }
    let moved = store.replay(vec![first], Replay::Again).await.unwrap();
    assert_eq!(moved, [(first, Moved::Deleted)], "not by hand either");
    assert!(claim(&store, later(5)).await.events.is_empty());
}

#[tokio::test]
async fn a_tap_that_was_taken_back_is_not_answered_and_not_shown() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let tap = json!({ "postback": { "mid": "m", "title": "Order", "payload": "ORDER" } });
    let id = happens(&store, "a", later(1), tap).await.unwrap();
    happens(&store, "a", later(2), deletion("m")).await.unwrap();
    assert!(claim(&store, later(3)).await.events.is_empty());
    let event = event(&store, id).await;
    assert_eq!((event.state.as_str(), event.deleted, event.raw.as_str()), ("ignored", true, ""));
}

#[tokio::test]
async fn what_the_account_has_taken_back_is_not_shown_either() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let row = begin(&store, &about_to_send(1, &text_to("a"), None)).await.unwrap();
    let sent = ended(SendState::Sent, Some("s1".to_owned()));
    store.end_send(row, sent, None, now()).await.unwrap();
    let unsent = json!({
        "sender": { "id": SHOP }, "recipient": { "id": "a" },
        "message": { "mid": "s1", "is_echo": true, "is_deleted": true },
    });
    happens(&store, "", later(1), unsent).await.unwrap();
    let history = messages::history(&store, HistoryFilter::default()).await.unwrap();
    let shown: Vec<_> = history.iter().map(|it| (it.state.as_str(), it.text.as_deref())).collect();
    assert_eq!(shown, [("deleted", None)]);
}

#[tokio::test]
async fn edits_count_by_their_number_and_only_within_their_conversation() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let edit = |number: u8, text: &str| json!({ "message_edit": { "mid": "m", "text": text, "num_edit": number.to_string() } });
    happens(&store, "a", now(), text("m")).await.unwrap();
    happens(&store, "a", later(2), edit(2, "second")).await.unwrap();
    happens(&store, "a", later(2), edit(1, "first")).await.unwrap();
    happens(&store, "b", later(3), edit(3, "of somebody else")).await.unwrap();
    let said = async || {
        let history = messages::history(&store, HistoryFilter::default()).await.unwrap();
        history[0].text.clone().unwrap()
    };
    assert_eq!(said().await, "second");
    let claimed = claim(&store, later(4)).await.events.remove(0);
    assert_eq!(claimed.edits.len(), 2);
    happens(&store, "a", later(1), edit(3, "third")).await.unwrap();
    assert_eq!(said().await, "third");
}

#[tokio::test]
async fn what_a_person_has_deleted_is_shown_nowhere() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", now(), text("m1")).await.unwrap();
    claim_and_settle(&store, now(), Settled::Done).await;
    let edited = json!({ "message_edit": { "mid": "m1", "text": "other words", "num_edit": 1 } });
    happens(&store, "a", later(1), edited).await.unwrap();
    happens(&store, "a", later(1), text("m2")).await.unwrap();
    happens(&store, "a", later(2), deletion("m1")).await.unwrap();
    let told = messages::events(&store, EventFilter::default()).await.unwrap();
    let texts: Vec<_> = told.iter().map(|it| (it.deleted, it.text.as_deref())).collect();
    let kept = (false, Some("words of m2"));
    assert_eq!(texts, [(true, None), (true, None), kept, (false, None)]);
    let raws = store.events(EventFilter::default()).await.unwrap();
    assert!(raws[..2].iter().all(|event| event.raw.is_empty()), "nor in the element");
    let history = messages::history(&store, HistoryFilter::default()).await.unwrap();
    let texts: Vec<_> = history.iter().map(|it| (it.state.as_str(), it.text.as_deref())).collect();
    assert_eq!(texts, [("deleted", None), ("received", Some("words of m2"))]);
}

#[tokio::test]
async fn an_account_that_is_switched_off_sends_no_answer_that_is_under_way() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let event_id = happens(&store, "a", later(1), text("m")).await.unwrap();
    claim(&store, later(1)).await;
    store.switch_off(&SHOP.parse().unwrap(), later(2)).await.unwrap();
    let text = text_to("a");
    let new = about_to_send(1, &text, Some(Reply { event_id, owner: "me" }));
    assert!(matches!(begin(&store, &new).await, Err(StoreError::Unlinked)));
}

#[tokio::test]
async fn what_another_account_or_the_owner_takes_back_silences_nobody() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let tap = json!({ "postback": { "mid": "m", "title": "Order", "payload": "ORDER" } });
    let id = happens(&store, "a", later(1), tap).await.unwrap();
    let unsent = json!({
        "sender": { "id": SHOP }, "recipient": { "id": "a" },
        "message": { "mid": "m", "is_echo": true, "is_deleted": true },
    });
    happens(&store, "", later(2), unsent).await.unwrap();
    let elsewhere = json!({ "sender": { "id": "a" }, "message": deletion("m")["message"] });
    delivered(&store, "99999", elsewhere, later(3)).await;
    assert_eq!(claim(&store, later(4)).await.events[0].id, id);
}

#[tokio::test]
async fn what_came_before_the_login_can_be_taken_back_after_it() {
    let (_dir, _, store) = fresh();
    let [_, other] = crate::store_schemas::account(1).ids();
    let message = json!({ "sender": { "id": "a" }, "message": text("m")["message"] });
    let id = delivered(&store, &other, message, later(1)).await[0];
    link(&store, 1).await;
    assert!(!event(&store, id).await.deleted);
    happens(&store, "a", later(2), deletion("m")).await.unwrap();
    assert!(event(&store, id).await.deleted);
}
