//! Messages that the person took back.

use igbot::ops::messages;
use igbot::store::events::{EventFilter, Moved, Replay};
use igbot::store::history::HistoryFilter;
use igbot::store::settle::Settled;
use serde_json::{Value, json};

use super::{claim, claim_and_settle, event, happens, later, text};
use crate::store::{fresh, now};
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
