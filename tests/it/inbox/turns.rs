//! Whose turn it is.

use igbot::store::StoreError;
use igbot::store::claim::Claimable;
use igbot::store::outgoing::Reply;
use igbot::store::settle::{Recovered, Settled};
use jiff::SignedDuration;
use rusqlite::{Connection, params};
use serde_json::json;

use super::{
    claim, claim_and_settle, comments, delivered, event, happens, happens_and_comes, later, text,
    turns_are_right,
};
use crate::store::{LEASE, SHOP, about_to_send, begin, fresh, now, text_to};
use crate::store_schemas::{account, link};

#[tokio::test]
async fn who_writes_a_lot_does_not_keep_others_waiting() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    for number in 0..20 {
        happens(&store, "loud", now(), text(&format!("l{number}"))).await;
    }
    happens(&store, "quiet", later(1), text("q")).await;
    let mut order = Vec::new();
    for round in 2..6 {
        let claimed = store
            .claim("me", later(round), LEASE, Claimable::ALL, 1)
            .await
            .unwrap()
            .events
            .remove(0);
        store.settle(claimed.id, "me", Settled::Done).await.unwrap();
        order.push(claimed.mid.unwrap());
    }
    assert_eq!(order, ["l0", "q", "l1", "l2"]);
}

#[tokio::test]
async fn a_retry_that_is_due_goes_before_what_came_since() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let first = happens(&store, "a", now(), text("first")).await.unwrap();
    let retry = Settled::Retry { at: later(5), reason: "the bot failed".to_owned() };
    claim_and_settle(&store, now(), retry).await;
    for number in 0..30 {
        happens(&store, &format!("p{number}"), later(6), text(&format!("m{number}"))).await;
    }
    let claimed = store.claim("me", later(7), LEASE, Claimable::ALL, 1).await.unwrap().events;
    assert_eq!((claimed[0].id, claimed[0].attempts), (first, 2));
}

#[tokio::test]
async fn an_earlier_message_that_comes_late_goes_before_one_that_waits_for_a_retry() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", later(2), text("second")).await;
    let retry = Settled::Retry { at: later(60), reason: "the bot failed".to_owned() };
    claim_and_settle(&store, later(2), retry).await;
    happens_and_comes(&store, "a", later(1), later(3), text("first")).await;
    turns_are_right(&Connection::open(&path).unwrap());
    let first = claim_and_settle(&store, later(3), Settled::Done).await;
    assert_eq!(first.mid.as_deref(), Some("first"));
    assert!(claim(&store, later(59)).await.events.is_empty(), "the retry keeps its time");
    assert_eq!(store.next_due().await.unwrap(), Some(later(60)));
    assert_eq!(claim(&store, later(60)).await.events[0].mid.as_deref(), Some("second"));
}

#[tokio::test]
async fn a_comment_keeps_nothing_waiting_that_its_person_writes_and_waits_for_nothing() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    for id in ["c1", "c2"] {
        comments(&store, "a", id).await;
    }
    let limit = Settled::Wait { at: later(9), reason: "a limit".to_owned() };
    for event in claim(&store, now()).await.events {
        store.settle(event.id, "me", limit.clone()).await.unwrap();
    }
    happens(&store, "a", later(1), text("m")).await.unwrap();
    turns_are_right(&Connection::open(&path).unwrap());
    let mids = async |time| -> Vec<_> {
        claim(&store, time).await.events.into_iter().filter_map(|it| it.mid).collect()
    };
    assert_eq!(mids(later(2)).await, ["m"], "which runs on");
    assert_eq!(mids(later(9)).await, ["c1", "c2"]);
}

#[tokio::test]
async fn a_clock_that_is_set_back_keeps_nobody_waiting_for_long() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", now() + SignedDuration::from_hours(48), text("m")).await;
    assert!(claim(&store, now()).await.events.is_empty());
    store.recover(now()).await.unwrap();
    assert_eq!(claim(&store, now()).await.events.len(), 1);
}

#[tokio::test]
async fn what_a_program_of_the_schema_before_stores_gets_its_turn() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let old = Connection::open(&path).unwrap();
    let sql = "INSERT INTO event (key, object, account_id, kind, direction, sender_id, peer_id, \
                   received_at, at, standby, test, state, raw) \
               VALUES (randomblob(16), 'instagram', '17841499990000001', 'message', 'received', \
                   ?1, ?1, ?2, ?2, 0, 0, 'pending', '')";
    for (person, seconds) in [("a", 1), ("a", 2), ("b", 3)] {
        old.execute(sql, params![person, later(seconds).as_millisecond()]).unwrap();
    }
    store.mend_turns().await.unwrap();
    turns_are_right(&old);
    // It knows how to claim and to settle, and not what to do for the turns.
    let sql = "UPDATE event SET state = 'running', owner = 'old', lease_until = 1 WHERE id = 1";
    old.execute(sql, []).unwrap();
    turns_are_right(&old);
    old.execute("UPDATE event SET state = 'done' WHERE id = 1", []).unwrap();
    turns_are_right(&old);
    old.execute("DELETE FROM event WHERE id = 2", []).unwrap();
    turns_are_right(&old);
}

#[tokio::test]
async fn what_a_state_holds_is_found_without_reading_all_events() {
    let (_dir, path, store) = fresh();
    drop(store);
    let connection = Connection::open(&path).unwrap();
    for (state, index) in [
        ("pending", "event_due"),
        ("running", "event_running"),
        ("failed", "event_failed"),
        ("unknown", "event_unknown"),
    ] {
        for sql in [
            format!("SELECT * FROM event WHERE 1 AND state = '{state}' ORDER BY id DESC LIMIT 50"),
            format!("SELECT count(*) FROM event WHERE state = '{state}'"),
        ] {
            let plan: String = connection
                .query_row(&format!("EXPLAIN QUERY PLAN {sql}"), [], |row| row.get(3))
                .unwrap();
            assert!(plan.starts_with("SEARCH") && plan.contains(index), "{sql}: {plan}");
        }
    }
}

#[tokio::test]
async fn an_event_that_goes_makes_room_whatever_takes_it() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let ids: Vec<_> =
        [1, 2, 3, 4].into_iter().map(|second| (second, format!("m{second}"))).collect();
    let mut stored = Vec::new();
    for (second, mid) in &ids {
        stored.push(happens(&store, "a", later(*second), text(mid)).await.unwrap());
    }
    let raw = Connection::open(&path).unwrap();
    store.drop_events(vec![stored[0]]).await.unwrap();
    turns_are_right(&raw);
    assert_eq!(claim(&store, later(5)).await.events[0].id, stored[1]);
    store.recover(later(5) + LEASE * 2).await.unwrap();
    turns_are_right(&raw);
    assert_eq!(store.ignore_botless(later(100), 2).await.unwrap().len(), 2);
    turns_are_right(&raw);
    assert_eq!(store.ignore_botless(later(100), 2).await.unwrap().len(), 1);
    turns_are_right(&raw);
    for id in stored {
        assert_eq!(event(&store, id).await.state.as_str(), "ignored");
    }
}

fn shops() -> Claimable {
    Claimable::Of(vec!["shop".to_owned()])
}

#[tokio::test]
async fn nothing_is_ended_for_want_of_a_bot_while_somebody_has_one() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", later(1), text("m")).await.unwrap();
    store.note_bot(later(1)).await.unwrap();
    for second in [1, 60, 3_600] {
        assert_eq!(store.ignore_botless(later(second), 9).await.unwrap(), [], "{second}");
    }
    let claimed = store.claim("me", later(1), LEASE, shops(), 9).await.unwrap();
    assert!(claimed.events.is_empty(), "it is for who has a bot for all");
    // A clock that was a year ahead when the bot was noted keeps nobody waiting.
    store.note_bot(later(365 * 86_400)).await.unwrap();
    assert_eq!(store.ignore_botless(later(2), 9).await.unwrap().len(), 1);
    turns_are_right(&Connection::open(&path).unwrap());
}

#[tokio::test]
async fn an_event_is_for_who_has_the_bot_of_its_account() {
    let (_dir, _, store) = fresh();
    for number in [1, 2] {
        link(&store, number).await;
    }
    happens(&store, "a", later(1), text("m")).await.unwrap();
    store.set_bot(&account(1).account_id, Some("shop".to_owned())).await.unwrap();
    assert_eq!(store.bots_but(&["another"]).await.unwrap(), ["shop"]);
    assert!(store.bots_but(&["shop"]).await.unwrap().is_empty());
    let others = [
        Claimable::Of(Vec::new()),
        Claimable::Of(vec!["another".to_owned()]),
        Claimable::AllBut(vec!["shop".to_owned()]),
    ];
    for other in others {
        let claimed = store.claim("me", later(1), LEASE, other.clone(), 9).await.unwrap();
        assert!(claimed.events.is_empty(), "{other:?}");
    }
    let claimed = store.claim("me", later(1), LEASE, shops(), 9).await.unwrap();
    assert_eq!(claimed.events.len(), 1);
}

#[tokio::test]
async fn a_claim_that_was_lost_does_not_come_back_with_the_next_of_the_same_dispatcher() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let id = happens(&store, "a", later(1), text("m")).await.unwrap();
    let claim = |owner: &'static str, time| store.claim(owner, time, LEASE, Claimable::ALL, 9);
    assert_eq!(claim("me.1", later(1)).await.unwrap().events.len(), 1);
    // It stands still for longer than its lease, and another takes back what it had.
    let late = later(2) + LEASE;
    assert_eq!(store.recover(late).await.unwrap().requeued, 1);
    assert_eq!(claim("me.2", late).await.unwrap().events.len(), 1);
    let answer = text_to("a");
    let reply = |owner| Some(Reply { event_id: id, owner });
    let sent = begin(&store, &about_to_send(1, &answer, reply("me.1"))).await;
    assert!(matches!(sent, Err(StoreError::LeaseLost)), "{sent:?}");
    assert_eq!(store.settle(id, "me.1", Settled::Done).await.unwrap(), None);
    // Both are renewed as the dispatcher's.
    store.renew_leases("me", late + LEASE + LEASE).await.unwrap();
    assert_eq!(store.recover(late + LEASE).await.unwrap(), Recovered::default());
    begin(&store, &about_to_send(2, &answer, reply("me.2"))).await.unwrap();
}

#[tokio::test]
async fn a_conversation_is_one_whichever_of_its_two_ids_names_the_account() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let ids = crate::store_schemas::account(1).ids();
    for (number, id) in (1..).zip(&ids) {
        let message = json!({ "sender": { "id": "a" }, "recipient": { "id": id },
            "timestamp": later(number).as_millisecond(), "message": { "mid": id, "text": "t" } });
        delivered(&store, id, message, later(number)).await;
    }
    turns_are_right(&Connection::open(&path).unwrap());
    let first = claim(&store, later(3)).await.events;
    assert_eq!((first.len(), first[0].mid.as_deref()), (1, Some(ids[0].as_str())));
    store.settle(first[0].id, "me", Settled::Done).await.unwrap();
    let second = claim(&store, later(3)).await.events;
    assert_eq!(second[0].mid.as_deref(), Some(ids[1].as_str()));
    assert_eq!(second[0].account_id, SHOP);
}
