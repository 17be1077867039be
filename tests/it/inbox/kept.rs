//! An answer of several messages, from its first to its last.

use igbot::domain::event::EventState;
use igbot::domain::message::{MessageText, OutgoingMessage, SendState};
use igbot::ops::messages;
use igbot::store::claim::Claimable;
use igbot::store::events::{Moved, Replay};
use igbot::store::outgoing::Reply;
use igbot::store::settle::{Recovered, Settled};
use igbot::store::{Store, StoreError};
use rusqlite::Connection;
use serde_json::json;

use super::purged::purge;
use super::{claim, event, happens, later, text};
use crate::store::{KEY, LEASE, SHOP, about_to_send, begin, ended, fresh, now, text_to};
use crate::store_schemas::{account, link};
use crate::store_upkeep::keys;

fn answer() -> [OutgoingMessage; 3] {
    ["one", "two", "three"].map(|text| MessageText::new(text).unwrap().into())
}

/// A store in which the answer to somebody's message is kept, and how many answers it keeps.
async fn answering() -> (tempfile::TempDir, Store, i64, impl Fn() -> i64) {
    let (dir, path, store) = fresh();
    link(&store, 1).await;
    let id = happens(&store, "a", later(0), text("m")).await.unwrap();
    assert!(claim(&store, later(1)).await.events[0].left.is_none());
    store.keep_answer(id, "me", &answer()).await.unwrap();
    let raw = Connection::open(path).unwrap();
    let kept = move || {
        raw.query_row("SELECT count(*) FROM kept_answer", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    (dir, store, id, kept)
}

/// Begins the n-th call for an answer, and ends it.
async fn call(store: &Store, number: u128, event_id: i64, state: Option<SendState>) {
    let text = text_to("a");
    let reply = Reply { event_id, owner: "me" };
    let row = begin(store, &about_to_send(number, &text, Some(reply))).await.unwrap();
    if let Some(state) = state {
        store.end_send(row, ended(state, None), None, now()).await.unwrap();
    }
}

fn lease_is_over() -> jiff::Timestamp {
    later(2) + LEASE
}

#[tokio::test]
async fn an_answer_that_a_dead_process_began_goes_on_behind_what_was_sent() {
    let (_dir, store, id, kept) = answering().await;
    for sent in 0..=3 {
        let recovered = store.recover(lease_is_over()).await.unwrap();
        assert_eq!(recovered, Recovered { requeued: 1, ..Recovered::default() });
        let claimed = store.claim("me", later(1), LEASE, Claimable::ALL, 9);
        let left = claimed.await.unwrap().events.remove(0).left.unwrap();
        assert!(left == answer()[sent..]);
        if sent < 3 {
            let number = 2 * sent as u128;
            call(&store, number, id, Some(SendState::Refused)).await;
            call(&store, number + 1, id, Some(SendState::Sent)).await;
        }
    }
    store.settle(id, "me", Settled::Done).await.unwrap();
    assert_eq!(kept(), 0);
}

#[tokio::test]
async fn an_answer_of_which_one_message_is_in_doubt_goes_no_further() {
    let (_dir, store, id, kept) = answering().await;
    call(&store, 1, id, Some(SendState::Sent)).await;
    call(&store, 2, id, None).await;
    let recovered = store.recover(lease_is_over()).await.unwrap();
    assert_eq!(recovered, Recovered { unknown: 1, ..Recovered::default() });
    assert_eq!(event(&store, id).await.state.as_str(), "unknown");
    assert_eq!(kept(), 1);
    // By hand its bot is asked anew.
    assert_eq!(store.replay(vec![id], Replay::Again).await.unwrap(), [(id, Moved::Queued)]);
    assert!(claim(&store, later(9)).await.events[0].left.is_none());
}

#[tokio::test]
async fn by_hand_an_answer_goes_on_behind_the_message_in_doubt() {
    for (sent, doubtful, rest) in [(1, Some(SendState::Unknown), 1), (0, None, 2), (2, None, 0)] {
        let (_dir, store, id, kept) = answering().await;
        let replay = async || store.replay(vec![id], Replay::Rest).await.unwrap()[0].1;
        assert_eq!(replay().await, Moved::Open);
        for number in 0..sent {
            call(&store, number, id, Some(SendState::Sent)).await;
        }
        call(&store, 7, id, doubtful).await;
        store.recover(lease_is_over()).await.unwrap();
        let shown = messages::answer(&store, id).await.unwrap();
        let states: Vec<_> = shown.replies.iter().map(|reply| reply.state.as_str()).collect();
        assert_eq!(states, [vec!["sent"; sent as usize], vec!["unknown"]].concat());
        assert_eq!(shown.left.len(), rest);
        if rest == 0 {
            assert_eq!((replay().await, kept()), (Moved::NothingLeft, 1));
            continue;
        }
        assert_eq!(replay().await, Moved::Queued);
        // Its echo is too late to count for what goes on.
        let echo = json!({
            "sender": { "id": SHOP }, "recipient": { "id": "a" },
            "message": { "mid": "sent", "text": "a reply", "is_echo": true },
        });
        happens(&store, "", later(2), echo).await.unwrap();
        assert_eq!(event(&store, id).await.state.as_str(), "pending");
        let left = claim(&store, later(9)).await.events.remove(0).left.unwrap();
        assert!(left == answer()[3 - rest..]);
        call(&store, 8, id, Some(SendState::Sent)).await;
        assert_eq!(messages::answer(&store, id).await.unwrap().left.len(), rest - 1);
        store.settle(id, "me", Settled::Done).await.unwrap();
        assert_eq!((replay().await, kept()), (Moved::NothingLeft, 0));
        // What was begun in the round before is not forgotten.
        let moved = store.replay(vec![id], Replay::Unanswered).await.unwrap();
        assert_eq!(moved, [(id, Moved::Answered)]);
    }
}

#[tokio::test]
async fn by_hand_an_answer_that_was_given_up_goes_on_where_it_was_refused() {
    let (_dir, store, id, kept) = answering().await;
    let give_up = async || {
        let settled = Settled::Failed { reason: "a permission is missing".to_owned() };
        store.settle(id, "me", settled).await.unwrap();
    };
    call(&store, 1, id, Some(SendState::Sent)).await;
    call(&store, 2, id, Some(SendState::Refused)).await;
    give_up().await;
    assert_eq!(messages::answer(&store, id).await.unwrap().left.len(), 2);
    assert_eq!(store.replay(vec![id], Replay::Rest).await.unwrap(), [(id, Moved::Queued)]);
    let left = claim(&store, later(9)).await.events.remove(0).left.unwrap();
    assert!(left == answer()[1..]);
    give_up().await;
    assert_eq!(store.drop_events(vec![id]).await.unwrap(), [(id, Moved::Dropped)]);
    assert_eq!(kept(), 0);
}

#[tokio::test]
async fn an_answer_that_was_given_up_is_not_sent_where_another_event_of_its_message_is_answered() {
    let (_dir, store, id, _) = answering().await;
    let settled = Settled::Failed { reason: "a permission is missing".to_owned() };
    store.settle(id, "me", settled).await.unwrap();
    let other = happens(&store, "a", later(1), text("m")).await.unwrap();
    assert_eq!(claim(&store, later(9)).await.events[0].id, other);
    let replay = async || store.replay(vec![id], Replay::Rest).await.unwrap()[0].1;
    assert_eq!(replay().await, Moved::Open);
    call(&store, 1, other, Some(SendState::Sent)).await;
    store.settle(other, "me", Settled::Done).await.unwrap();
    assert_eq!(replay().await, Moved::Answered);
}

#[tokio::test]
async fn what_its_sender_learns_late_ends_what_another_took_for_unknown() {
    for (messages, learned, state) in [
        (1, SendState::Sent, "done"),
        (3, SendState::Sent, "pending"),
        (1, SendState::Refused, "pending"),
        (3, SendState::Refused, "pending"),
        (3, SendState::Unknown, "unknown"),
    ] {
        let (_dir, store, id, _) = answering().await;
        store.keep_answer(id, "me", &answer()[..messages]).await.unwrap();
        let text = text_to("a");
        let reply = Reply { event_id: id, owner: "me" };
        let row = begin(&store, &about_to_send(1, &text, Some(reply))).await.unwrap();
        store.recover(lease_is_over()).await.unwrap();
        assert_eq!(event(&store, id).await.state.as_str(), "unknown");
        store.end_send(row, ended(learned, None), None, now()).await.unwrap();
        assert_eq!(event(&store, id).await.state.as_str(), state, "{messages} {learned:?}");
    }
}

/// The echo of a message of which only the `mid` is known.
fn echo(mid: &str) -> serde_json::Value {
    json!({
        "sender": { "id": SHOP }, "recipient": { "id": "a" },
        "message": { "mid": mid, "is_echo": true },
    })
}

#[tokio::test]
async fn an_echo_after_hours_ends_what_is_unknown_and_sends_nothing_any_more() {
    for (messages, state) in [(1, "done"), (3, "unknown")] {
        let (dir, store, id, _) = answering().await;
        store.keep_answer(id, "me", &answer()[..messages]).await.unwrap();
        call(&store, 1, id, Some(SendState::Unknown)).await;
        store.recover(lease_is_over()).await.unwrap();
        let raw = Connection::open(dir.path().join("data/store.db")).unwrap();
        raw.execute("UPDATE outgoing SET mid = 'known'", []).unwrap();
        happens(&store, "", later(30 * 3_600), echo("known")).await.unwrap();
        assert_eq!(event(&store, id).await.state.as_str(), state);
        let rest = messages::answer(&store, id).await.unwrap();
        assert_eq!((rest.replies[0].state.as_str(), rest.left.len()), ("sent", messages - 1));
        let replay = store.replay(vec![id], Replay::Rest).await.unwrap()[0].1;
        assert_eq!(replay, if messages == 1 { Moved::NothingLeft } else { Moved::Queued });
    }
}

#[tokio::test]
async fn who_settles_is_told_what_an_echo_has_made_of_it() {
    let (dir, store, id, _) = answering().await;
    store.keep_answer(id, "me", &answer()[..1]).await.unwrap();
    call(&store, 1, id, Some(SendState::Unknown)).await;
    let raw = Connection::open(dir.path().join("data/store.db")).unwrap();
    raw.execute("UPDATE outgoing SET mid = 'known'", []).unwrap();
    happens(&store, "", later(1), echo("known")).await.unwrap();
    let unknown = Settled::Unknown { reason: "no answer".to_owned() };
    let state = store.settle(id, "me", unknown).await.unwrap();
    assert_eq!(state, Some(EventState::Done));
}

#[tokio::test]
async fn where_nobody_knows_how_long_an_answer_was_no_echo_ends_it() {
    let (dir, store, id, kept) = answering().await;
    call(&store, 1, id, Some(SendState::Sent)).await;
    call(&store, 2, id, Some(SendState::Unknown)).await;
    let raw = Connection::open(dir.path().join("data/store.db")).unwrap();
    raw.execute("DELETE FROM kept_answer", []).unwrap();
    store.recover(lease_is_over()).await.unwrap();
    raw.execute("UPDATE outgoing SET mid = 'known' WHERE state = 'unknown'", []).unwrap();
    happens(&store, "", later(2), echo("known")).await.unwrap();
    assert_eq!((event(&store, id).await.state.as_str(), kept()), ("unknown", 0));
}

#[tokio::test]
async fn an_answer_is_kept_no_longer_than_what_tells_how_far_it_has_come() {
    for deleted in [true, false] {
        let (dir, store, id, kept) = answering().await;
        call(&store, 1, id, Some(SendState::Sent)).await;
        call(&store, 2, id, None).await;
        store.recover(lease_is_over()).await.unwrap();
        assert_eq!(kept(), 1);
        if deleted {
            let deletion = json!({ "message": { "mid": "m", "is_deleted": true } });
            happens(&store, "a", later(2), deletion).await.unwrap();
        } else {
            let raw = Connection::open(dir.path().join("data/store.db")).unwrap();
            raw.execute("DELETE FROM outgoing WHERE state = 'sent'", []).unwrap();
        }
        assert_eq!(kept(), 0, "{deleted}");
    }
}

#[tokio::test]
async fn the_rest_of_an_answer_wants_no_bot() {
    let (_dir, store, id, kept) = answering().await;
    let wait = Settled::Wait { at: later(5), reason: "a stop".to_owned() };
    store.settle(id, "me", wait).await.unwrap();
    assert!(store.ignore_botless(later(9_999), 9).await.unwrap().is_empty());
    assert_eq!((event(&store, id).await.state.as_str(), kept()), ("pending", 1));
    store.set_bot(&account(1).account_id, Some("shop".to_owned())).await.unwrap();
    for anybody in [Claimable::AllBut(vec!["shop".to_owned()]), Claimable::Of(Vec::new())] {
        let claimed = store.claim("me", later(9), LEASE, anybody, 9).await.unwrap().events;
        assert!(claimed[0].left.as_deref().is_some_and(|left| left == answer()));
        let wait = Settled::Wait { at: later(5), reason: "a stop".to_owned() };
        store.settle(id, "me", wait).await.unwrap();
    }
}

#[tokio::test]
async fn what_was_claimed_under_a_clock_ahead_is_taken_back() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", later(0), text("m")).await.unwrap();
    claim(&store, later(3_600)).await;
    let recovered = store.recover(later(1)).await.unwrap();
    assert_eq!(recovered, Recovered { requeued: 1, ..Recovered::default() });
}

#[tokio::test]
async fn an_only_message_that_was_sent_is_an_answer_that_was_given() {
    for (state, recovered) in [
        (Some(SendState::Sent), Recovered { done: 1, ..Recovered::default() }),
        (Some(SendState::Unknown), Recovered { unknown: 1, ..Recovered::default() }),
        (None, Recovered { unknown: 1, ..Recovered::default() }),
    ] {
        let (_dir, _, store) = fresh();
        link(&store, 1).await;
        let id = happens(&store, "a", later(0), text("m")).await.unwrap();
        claim(&store, later(1)).await;
        call(&store, 1, id, state).await;
        assert_eq!(store.recover(lease_is_over()).await.unwrap(), recovered, "{state:?}");
        assert_eq!(store.recover(lease_is_over()).await.unwrap(), Recovered::default());
    }
}

#[tokio::test]
async fn an_answer_waits_with_its_event() {
    let (_dir, store, id, _) = answering().await;
    call(&store, 1, id, Some(SendState::Sent)).await;
    let wait = Settled::Wait { at: later(5), reason: "a limit".to_owned() };
    store.settle(id, "me", wait).await.unwrap();
    assert!(claim(&store, later(4)).await.events.is_empty());
    assert_eq!(claim(&store, later(5)).await.events[0].left.as_ref().unwrap().len(), 2);
}

#[tokio::test]
async fn nobody_keeps_an_answer_to_what_is_anothers_or_was_taken_back() {
    let (_dir, store, id, _) = answering().await;
    let kept = store.keep_answer(id, "another", &answer()).await;
    assert!(matches!(kept, Err(StoreError::LeaseLost)));
    let deleted = serde_json::json!({ "message": { "mid": "m", "is_deleted": true } });
    happens(&store, "a", later(2), deleted).await.unwrap();
    let kept = store.keep_answer(id, "me", &answer()).await;
    assert!(matches!(kept, Err(StoreError::Withdrawn)));
}

#[tokio::test]
async fn nothing_is_left_of_an_answer_once_its_person_is_purged_or_its_event_dropped() {
    for purged in [true, false] {
        let (_dir, store, id, kept) = answering().await;
        let wait = Settled::Wait { at: later(5), reason: "a limit".to_owned() };
        store.settle(id, "me", wait).await.unwrap();
        assert_eq!(kept(), 1);
        if purged {
            purge(&store, "a").await;
        } else {
            store.drop_events(vec![id]).await.unwrap();
        }
        assert_eq!(kept(), 0);
    }
}

#[tokio::test]
async fn a_restore_leaves_nothing_to_go_on_with() {
    let (dir, store, _, _) = answering().await;
    let copy = dir.path().join("copy.db");
    store.backup(&copy, |_, _| {}).await.unwrap();
    let path = dir.path().join("restored.db");
    let restored = Store::restore(&path, keys(KEY), &copy, now(), &|_, _| {}).unwrap();
    assert_eq!(restored.unsettled, 1);
    let kept = "SELECT count(*) FROM kept_answer";
    let kept: i64 = Connection::open(&path).unwrap().query_row(kept, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0, "it may have been sent since the copy was made");
}
