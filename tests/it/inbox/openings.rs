//! What a person did last that opened the messaging window.

use igbot::domain::id::IgScopedId;
use igbot::domain::window::Opening;
use igbot::store::Store;
use rusqlite::Connection;
use serde_json::json;

use super::{edit_zero, happens, happens_and_comes, later, text};
use crate::store::{SHOP, fresh};
use crate::store_schemas::link;

async fn opening(store: &Store, person: &str) -> Option<Opening> {
    let person: IgScopedId = person.parse().unwrap();
    store.last_opening(&[SHOP.to_owned()], &person).await.unwrap()
}

#[tokio::test]
async fn the_last_thing_that_a_person_addressed_to_the_account_opens_the_window() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let reaction = || json!({ "reaction": { "mid": "m", "action": "react", "emoji": "❤" } });
    let edit = json!({ "message_edit": { "mid": "m", "num_edit": 1, "text": "other" } });
    let echo = json!({ "message": { "mid": "e", "is_echo": true } });
    let surely = |seconds| Opening { at: later(seconds), certain: true, before: None };
    let perhaps = |seconds, before| Opening { at: later(seconds), certain: false, before };
    // Person, what they do second after second, and what opened the window last.
    for (person, events, expected) in [
        ("a", vec![text("a1")], Some(surely(1))),
        ("b", vec![text("b1"), text("b2")], Some(surely(2))),
        ("c", vec![text("c1"), json!({ "read": { "mid": "m" } })], Some(surely(1))),
        ("d", vec![text("d1"), edit.clone()], Some(surely(1))),
        ("e", vec![text("e1"), edit_zero("e2")], Some(surely(2))),
        ("f", vec![text("f1"), reaction()], Some(perhaps(2, Some(later(1))))),
        ("g", vec![reaction()], Some(perhaps(1, None))),
        ("h", vec![json!({ "postback": { "mid": "h", "payload": "P" } })], Some(surely(1))),
        ("i", vec![json!({ "referral": { "ref": "r" } })], Some(surely(1))),
        ("j", vec![json!({ "optin": { "ref": "r" } })], Some(surely(1))),
        ("k", vec![edit], None),
        ("l", vec![echo], None),
        ("m", vec![], None),
    ] {
        for (second, event) in (1..).zip(events) {
            happens(&store, person, later(second), event).await;
        }
        assert_eq!(opening(&store, person).await, expected, "{person}");
    }
    let before = opening(&store, "f").await;
    store.list_events(1_000).await.unwrap();
    assert_eq!(opening(&store, "f").await, before, "it is the same from the index");
    // Some in the index, some not, in either order of time.
    happens(&store, "f", later(0), text("f0")).await;
    assert_eq!(opening(&store, "f").await, before);
    happens(&store, "f", later(9), text("f9")).await;
    assert_eq!(opening(&store, "f").await, Some(surely(9)));
    happens(&store, "a", later(20), reaction()).await;
    assert_eq!(opening(&store, "a").await, Some(perhaps(20, Some(later(1)))));
    // Who writes under a date ahead of ours opens it when they do.
    happens_and_comes(&store, "n", later(99_999), later(1), text("n1")).await;
    assert_eq!(opening(&store, "n").await, Some(surely(1)));
    happens(&store, "n", later(20), text("n2")).await;
    assert_eq!(opening(&store, "n").await, Some(surely(20)));
    let stranger = store.last_opening(&["1".to_owned()], &"a".parse().unwrap()).await.unwrap();
    assert_eq!(stranger, None, "another account knows nothing of it");
    let sql = "SELECT count(*) FROM event WHERE listed = 0 AND kind <> 'read'";
    let unlisted = || Connection::open(&path).unwrap().query_row(sql, [], |row| row.get(0));
    assert_eq!(unlisted(), Ok(5));
    store.list_events(1_000).await.unwrap();
    assert_eq!(unlisted(), Ok(0));
}

#[tokio::test]
async fn a_standby_message_opens_the_window_and_an_edit_there_perhaps() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    for (person, what, certain) in [("a", text("a1"), true), ("b", edit_zero("b1"), false)] {
        let mut event = what;
        event["sender"] = json!({ "id": person });
        event["recipient"] = json!({ "id": SHOP });
        event["timestamp"] = later(1).as_millisecond().into();
        let entry = json!({ "id": SHOP, "standby": [event] });
        let body = json!({ "object": "instagram", "entry": [entry] }).to_string();
        let events = igbot::webhook::payload::parse(body.as_bytes()).unwrap();
        store.receive(events, later(1)).await.unwrap();
        let expected = Opening { at: later(1), certain, before: None };
        assert_eq!(opening(&store, person).await, Some(expected));
    }
}

#[tokio::test]
async fn the_events_of_a_person_are_found_without_reading_all_events() {
    let (_dir, path, store) = fresh();
    drop(store);
    let connection = Connection::open(&path).unwrap();
    for (events, expected) in [
        ("INDEXED BY event_person WHERE listed = 1", "INDEX event_person (peer_id=?)"),
        (
            "WHERE id > (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'listed') \
                 AND listed = 0",
            "USING INTEGER PRIMARY KEY (rowid>?)",
        ),
    ] {
        let sql = format!(
            "EXPLAIN QUERY PLAN SELECT at FROM event {events} AND peer_id = '1' ORDER BY at DESC"
        );
        let plan: String = connection.query_row(&sql, [], |row| row.get(3)).unwrap();
        assert!(plan.contains(expected), "{sql}\n{plan}");
    }
}
