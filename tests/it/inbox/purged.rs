//! What is left of a person who was purged: nothing but a name that tells nothing.

use std::time::Duration;

use igbot::domain::message::SendState;
use igbot::store::events::EventFilter;
use igbot::store::purge::{PersonPurged, Whom};
use igbot::store::purge_account::DeletionStatus;
use igbot::store::reconcile::Seen;
use igbot::store::{Store, StoreKeys};
use igbot::webhook::payload;
use rusqlite::Connection;
use secrecy::SecretString;
use serde_json::json;

use super::{claim, comments, edit_zero, happens, later, text, turns_are_right};
use crate::store::{KEY, SHOP, about_to_send, begin, ended, fresh, now, text_to};
use crate::store_schemas::{FRESH, account, link, purge_account};

pub async fn purge(store: &Store, person: &str) -> PersonPurged {
    let whom = Whom { account_ids: Vec::new(), person: person.parse().unwrap() };
    store.purge_person(&whom, FRESH, later(50), false, |_, _| {}).await.unwrap()
}

#[tokio::test]
async fn open_work_goes_others_stay_and_no_row_number_is_given_twice() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    happens(&store, "other", later(1), text("o1")).await.unwrap();
    happens(&store, "ana", later(2), text("a1")).await.unwrap();
    let claimed = claim(&store, later(3)).await.events;
    assert_eq!(claimed.len(), 2);
    happens(&store, "ana", later(4), text("a2")).await.unwrap();
    happens(&store, "ana", later(5), json!({ "read": { "mid": "x" } })).await.unwrap();
    let private = (SHOP.parse().unwrap(), "comment:c1".parse().unwrap(), text_to("ana").2);
    begin(&store, &about_to_send(1, &text_to("ana"), None)).await.unwrap();
    begin(&store, &about_to_send(2, &private, None)).await.unwrap();
    begin(&store, &about_to_send(3, &text_to("other"), None)).await.unwrap();
    store.list_events(100).await.unwrap();
    assert_eq!(comments(&store, "ana", "c1").await, 1);
    let edit = happens(&store, "", later(6), edit_zero("a1")).await.unwrap();
    let last = happens(&store, "ana", later(7), text("a3")).await.unwrap();
    let purged = purge(&store, "ana").await;
    assert_eq!(
        purged,
        PersonPurged {
            events: 6,
            outgoing: 2,
            names: 0,
            waiting_events: 3,
            running_events: 1,
            waiting_messages: 0,
            sending_messages: 2,
        }
    );
    let left = store.events(EventFilter::default()).await.unwrap();
    let left: Vec<_> = left.iter().map(|it| (it.id, it.mid.as_deref())).collect();
    assert_eq!(left, [(1, Some("o1")), (last, None)], "the newest is an empty row: {edit}");
    turns_are_right(&Connection::open(&path).unwrap());
    assert!(claim(&store, later(90)).await.events.is_empty());
    // The same events once more, and one of that time that never came.
    assert_eq!(comments(&store, "ana", "c1").await, 0);
    for (second, mid) in [(2, "a1"), (4, "a2"), (7, "a3"), (9, "never seen")] {
        assert_eq!(happens(&store, "ana", later(second), text(mid)).await, None, "{mid}");
    }
    let echo = json!({ "message": { "mid": "e", "text": "a reply", "is_echo": true } });
    let body = json!({ "object": "instagram", "entry": [{ "id": SHOP, "messaging": [{
        "sender": { "id": SHOP }, "recipient": { "id": "ana" }, "message": echo["message"],
        "timestamp": later(10).as_millisecond() }] }] });
    let events = payload::parse(body.to_string().as_bytes()).unwrap();
    assert!(store.receive(events, later(60)).await.unwrap().new.is_empty());
    // Others, and what she does from now on.
    assert!(happens(&store, "bob", later(9), text("b1")).await.is_some());
    assert_eq!(comments(&store, "ana", "c2").await, 1);
    let again = happens(&store, "ana", later(51), text("a4")).await.unwrap();
    assert!(again > last);
    let sql = "SELECT name FROM tombstone";
    let raw = Connection::open(&path).unwrap();
    let mut names = raw.prepare(sql).unwrap();
    let names: Vec<Vec<u8>> =
        names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(!names.is_empty() && names.iter().all(|name| name.len() == 16));
}

#[tokio::test]
async fn an_event_that_is_dated_years_ahead_silences_nobody_and_does_not_come_back() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let years = 5 * 365 * 24 * 3600;
    happens(&store, "ana", later(years), text("wrong date")).await.unwrap();
    happens(&store, "ana", later(2), text("a1")).await.unwrap();
    assert_eq!(purge(&store, "ana").await.events, 2);
    let message = |mid: &str, seconds| {
        let event = json!({ "sender": { "id": "ana" }, "recipient": { "id": SHOP },
            "timestamp": later(seconds).as_millisecond(), "message": { "mid": mid, "text": "x" } });
        let body =
            json!({ "object": "instagram", "entry": [{ "id": SHOP, "messaging": [event] }] });
        payload::parse(body.to_string().as_bytes()).unwrap()
    };
    let events = [message("new", 60 * 60), message("a1", 2)].concat();
    let stored = store.receive(events, later(60 * 60)).await.unwrap();
    assert_eq!((stored.new.len(), stored.duplicates, stored.purged), (1, 1, 1), "{stored:?}");
    assert_eq!(happens(&store, "ana", later(years), text("wrong date")).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_reader_to_empty_the_log_keeps_nobody_from_writing() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let patient = || {
        let keys = StoreKeys::parse(&KEY.into()).unwrap();
        Store::open(&path, keys, std::time::Duration::from_secs(20)).unwrap()
    };
    let (store, other) = (patient(), patient());
    happens(&store, "ana", later(1), text("a1")).await.unwrap();
    let reader = Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    reader.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0)).unwrap();
    happens(&store, "ana", later(2), text("a2")).await.unwrap();
    let mut emptied = std::pin::pin!(store.checkpoint());
    for number in 3..40 {
        let written = happens(&other, "ana", later(number), text(&format!("a{number}")));
        tokio::select! {
            biased;
            emptied = &mut emptied => panic!("it ended first: {emptied:?}"),
            id = written => assert!(id.is_some()),
        }
    }
    reader.execute_batch("COMMIT").unwrap();
    assert!(emptied.await.unwrap());
    let log = std::fs::metadata(path.with_extension("db-wal")).unwrap();
    assert_eq!(log.len(), 0);
}

#[tokio::test]
async fn a_row_number_is_given_once_also_after_an_account_was_purged() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let mut ids = Vec::new();
    for second in 1..4 {
        ids.extend(happens(&store, "ana", later(second), text(&format!("m{second}"))).await);
        let purged = purge_account(&store, account(1).ids(), later(second)).await.unwrap();
        assert_eq!(purged.events, 1, "what is left of one before is nobody's");
    }
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
    // What comes meanwhile, for this account and for others, hides nothing.
    for number in 0..1_200 {
        happens(&store, "ana", later(10), text(&format!("n{number}"))).await.unwrap();
    }
    let comes = async {
        for number in 0..40 {
            happens(&store, "ben", later(11 + number), text(&format!("b{number}"))).await.unwrap();
        }
    };
    let shop = account(1);
    let (purged, ()) = tokio::join!(purge_account(&store, shop.ids(), later(9)), comes);
    purged.unwrap();
    // Those that came after its end.
    purge_account(&store, shop.ids(), later(9)).await.unwrap();
    let left = "SELECT count(*) FROM event WHERE account_id <> '' OR peer_id IS NOT NULL";
    let left: i64 = Connection::open(&path).unwrap().query_row(left, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
    turns_are_right(&Connection::open(&path).unwrap());
}

#[tokio::test]
async fn how_a_purged_send_ended_never_stands_with_another_person() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let first = begin(&store, &about_to_send(1, &text_to("ana"), None)).await.unwrap();
    purge(&store, "ana").await;
    let second = begin(&store, &about_to_send(2, &text_to("ben"), None)).await.unwrap();
    assert_eq!(first.id, second.id, "the number is given again");
    store
        .end_send(first, ended(SendState::Sent, Some("m1".to_owned())), None, now())
        .await
        .unwrap();
    let seen = Seen { mid: "m1".to_owned(), at: now(), person: "ana".to_owned(), sent: None };
    assert!(!store.settle_sent(first, seen, now()).await.unwrap());
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let found: (String, String, Option<String>) = Connection::open(&path)
        .unwrap()
        .query_row("SELECT recipient_id, state, mid FROM outgoing", [], row)
        .unwrap();
    assert_eq!(found, ("ben".to_owned(), "sending".to_owned(), None));
}

#[tokio::test]
async fn what_was_deleted_with_an_account_does_not_come_back_and_what_is_new_does() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    happens(&store, "ana", later(1), text("m1")).await.unwrap();
    assert_eq!(comments(&store, "ana", "c1").await, 1);
    // By Instagram's clock, which is ahead.
    happens(&store, "ana", later(60), text("m2")).await.unwrap();
    let purged = purge_account(&store, account(1).ids(), later(2)).await.unwrap();
    assert_eq!(purged.events, 3);
    link(&store, 1).await;
    assert_eq!(happens(&store, "ana", later(1), text("m1")).await, None);
    assert_eq!(happens(&store, "ana", later(60), text("m2")).await, None);
    assert_eq!(comments(&store, "ana", "c1").await, 0);
    assert_eq!(comments(&store, "ana", "c2").await, 1);
    assert!(happens(&store, "ana", later(61), text("m3")).await.is_some());
}

#[tokio::test]
async fn a_purge_that_was_interrupted_is_owed_and_spares_who_is_linked_anew() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    for number in 0..3 {
        happens(&store, "ana", later(number), text(&format!("m{number}"))).await.unwrap();
    }
    begin(&store, &about_to_send(1, &text_to("ana"), None)).await.unwrap();
    let shop = account(1);
    store.begin_account_purge(shop.ids(), Some("code"), FRESH, later(5)).await.unwrap();
    let asked = |finished| DeletionStatus { asked_at: later(5), finished };
    assert_eq!(store.deletion("code").await.unwrap(), Some(asked(false)));
    assert!(store.account_by_id(shop.account_id.as_str()).await.unwrap().is_none());
    drop(store);

    let keys = StoreKeys::parse(&SecretString::from(KEY)).unwrap();
    let store = Store::open(&path, keys, Duration::from_secs(5)).unwrap();
    link(&store, 1).await;
    let new = happens(&store, "ana", later(6), text("new")).await.unwrap();
    assert_eq!(happens(&store, "ana", later(4), text("late")).await, None, "it is kept away");
    begin(&store, &about_to_send(2, &text_to("ana"), None)).await.unwrap();
    assert_eq!(claim(&store, later(6)).await.events.len(), 1, "what was open is not answered");
    // Two processes may be at it.
    let mut owed = store.open_account_purges().await.unwrap();
    let mut same = store.open_account_purges().await.unwrap();
    let purged = store.finish_account_purge(owed.remove(0)).await.unwrap();
    assert_eq!((purged.events, purged.outgoing, owed.len()), (3, 1, 0));
    let purged = store.finish_account_purge(same.remove(0)).await.unwrap();
    assert_eq!((purged.events, purged.outgoing), (0, 0));
    let sent = "SELECT count(*) FROM outgoing";
    let sent: i64 = Connection::open(&path).unwrap().query_row(sent, [], |row| row.get(0)).unwrap();
    assert_eq!(sent, 1);
    assert_eq!(store.deletion("code").await.unwrap(), Some(asked(true)));
    assert!(store.open_account_purges().await.unwrap().is_empty());
    let left = "SELECT group_concat(id) FROM event WHERE account_id <> ''";
    let left: String =
        Connection::open(&path).unwrap().query_row(left, [], |row| row.get(0)).unwrap();
    assert_eq!(left, new.to_string());
    assert!(store.token(&shop.account_id).await.unwrap().is_some());
    turns_are_right(&Connection::open(&path).unwrap());
}

#[tokio::test]
async fn a_purge_that_is_asked_for_again_on_its_way_reaches_what_came_meanwhile() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let ask = async |code, second| {
        let ids = account(1).ids();
        store.begin_account_purge(ids, Some(code), FRESH, later(second)).await.unwrap();
        store.open_account_purges().await.unwrap().remove(0)
    };
    happens(&store, "ana", later(1), text("m1")).await.unwrap();
    let first = ask("one", 2).await;
    happens(&store, "ana", later(3), text("m2")).await.unwrap();
    let second = ask("two", 4).await;
    assert_eq!(store.finish_account_purge(first).await.unwrap().events, 0);
    let done = async |code| store.deletion(code).await.unwrap().unwrap().finished;
    assert!(!done("one").await && !done("two").await);
    assert_eq!(store.finish_account_purge(second).await.unwrap().events, 2);
    assert!(done("one").await && done("two").await);
}
