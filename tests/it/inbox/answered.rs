//! One message, however often and in whatever form Instagram tells of it.

use igbot::domain::event::Direction;
use igbot::domain::message::SendState;
use igbot::store::events::{Moved, Replay};
use igbot::store::history::HistoryFilter;
use igbot::store::outgoing::{OutgoingRow, Reply};
use igbot::store::records::MessageRow;
use igbot::store::settle::Settled;
use igbot::store::{Store, StoreError};
use jiff::SignedDuration;
use rusqlite::Connection;
use serde_json::json;

use super::{
    claim, claim_and_settle, delivered, edit_zero, event, failed, happens, happens_and_comes,
    later, text, turns_are_right,
};
use crate::store::{LEASE, SHOP, about_to_send, begin, ended, fresh, now, text_to};
use crate::store_schemas::{account, link, purge_account};

/// Begins a reply to an event that is claimed, and ends it.
async fn reply(store: &Store, event_id: i64, state: Option<SendState>) -> OutgoingRow {
    let text = text_to("a");
    let new = about_to_send(event_id as u128, &text, Some(Reply { event_id, owner: "me" }));
    let row = begin(store, &new).await.unwrap();
    if let Some(state) = state {
        let ended = ended(state, Some(format!("sent{event_id}")));
        store.end_send(row, ended, None, now()).await.unwrap();
    }
    row
}

#[tokio::test]
async fn the_same_message_at_another_time_is_a_duplicate_and_says_of_which() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let first = happens(&store, "a", later(1), text("m")).await.unwrap();
    let second = happens(&store, "a", later(2), text("m")).await.unwrap();
    claim_and_settle(&store, later(3), Settled::Done).await;
    let claimed = claim(&store, later(3)).await;
    assert!(claimed.events.is_empty());
    assert_eq!(claimed.passed_over[0].id, second);
    let duplicate = event(&store, second).await;
    assert_eq!((duplicate.state.as_str(), duplicate.duplicate_of), ("ignored", Some(first)));
    assert_eq!(duplicate.reason, Some(format!("duplicate of event {first}")));
    turns_are_right(&Connection::open(&path).unwrap());
    assert_eq!(store.history(HistoryFilter::default()).await.unwrap().len(), 1);
    // A button is no message, even if it has the id of one.
    let tap = json!({ "postback": { "mid": "m", "title": "Hours", "payload": "HOURS" } });
    happens(&store, "a", later(4), tap).await.unwrap();
    assert_eq!(claim(&store, later(4)).await.events.len(), 1);
}

#[tokio::test]
async fn a_message_that_is_here_need_not_be_read_at_instagram() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let edit = happens(&store, "a", later(1), edit_zero("m")).await.unwrap();
    let unread = Settled::Wait { at: later(2), reason: "no answer".to_owned() };
    claim_and_settle(&store, later(1), unread.clone()).await;
    assert!(!store.is_followed(edit).await.unwrap());
    let message = happens(&store, "a", later(1), text("m")).await.unwrap();
    assert!(store.is_followed(edit).await.unwrap());
    let claimed = claim(&store, later(2)).await;
    assert_eq!((claimed.passed_over[0].id, claimed.events.len()), (edit, 0));
    let duplicate = event(&store, edit).await;
    assert_eq!((duplicate.state.as_str(), duplicate.duplicate_of), ("ignored", Some(message)));
    turns_are_right(&Connection::open(&path).unwrap());
    assert_eq!(claim(&store, later(2)).await.events[0].id, message, "it is answered");
    // Of another person, or of another message, it is none.
    let other = happens(&store, "b", later(3), edit_zero("m2")).await.unwrap();
    happens(&store, "c", later(3), text("m2")).await.unwrap();
    happens(&store, "b", later(3), text("m3")).await.unwrap();
    let claimed = claim(&store, later(3)).await;
    assert!(claimed.events.iter().any(|event| event.id == other), "{:?}", claimed.passed_over);
}

#[tokio::test]
async fn what_waits_for_a_moment_waits_no_longer_once_the_clock_was_put_back() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let id = happens(&store, "a", later(600), text("m")).await.unwrap();
    let soon = Settled::Retry { at: later(602), reason: "no".to_owned() };
    claim_and_settle(&store, later(600), soon).await;
    store.put_back_clock(later(0), SignedDuration::from_secs(600)).await.unwrap();
    assert!(claim(&store, later(1)).await.events.is_empty());
    assert_eq!(claim(&store, later(2)).await.events[0].id, id);
    turns_are_right(&Connection::open(&path).unwrap());
}

#[tokio::test]
async fn a_message_that_is_told_of_under_two_times_is_one() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    // Wherever in a day that is.
    for (number, first) in (0..86_400).step_by(7_000).enumerate() {
        for (which, apart) in [-1_800, -1, 1, 1_800].into_iter().enumerate() {
            let mid = format!("m{number}-{which}");
            happens(&store, &mid, later(first), text(&mid)).await.unwrap();
            claim_and_settle(&store, later(200_000), Settled::Done).await;
            happens(&store, &mid, later(first + apart), text(&mid)).await.unwrap();
            let passed_over = claim(&store, later(200_000)).await.passed_over;
            assert_eq!(passed_over.len(), 1, "{first} {apart}");
        }
    }
}

#[tokio::test]
async fn a_message_is_one_whether_or_not_its_time_is_told() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    for hours in [0, 1, 5, 9, 24, 36] {
        for timed_first in [true, false] {
            let mid = format!("m{hours}{timed_first}");
            let written = later(hours * 7_000);
            let repeated = written + SignedDuration::from_hours(hours);
            let times = match timed_first {
                true => [(Some(written), written), (None, repeated)],
                false => [(None, repeated), (Some(written), repeated)],
            };
            let [first, second] = times;
            happens_and_comes(&store, &mid, first.0, first.1, text(&mid)).await.unwrap();
            claim_and_settle(&store, later(400_000), Settled::Done).await;
            happens_and_comes(&store, &mid, second.0, second.1, text(&mid)).await.unwrap();
            let passed_over = claim(&store, later(400_000)).await.passed_over;
            assert_eq!(passed_over.len(), 1, "after {hours} hours, {timed_first}");
        }
    }
}

#[tokio::test]
async fn a_message_that_comes_twice_within_a_day_is_one_whatever_its_times_say() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let comes = later(1_000_000);
    let hours = |hours| Some(comes + SignedDuration::from_hours(hours));
    let times = [None, hours(0), hours(-12), hours(-25), hours(-240), hours(-9_000), hours(30)];
    for (number, first) in times.iter().enumerate() {
        for (which, second) in times.iter().enumerate() {
            let mid = format!("m{number}-{which}");
            happens_and_comes(&store, &mid, *first, comes, text(&mid)).await.unwrap();
            claim_and_settle(&store, later(2_000_000), Settled::Done).await;
            let repeated = comes + SignedDuration::from_mins(90);
            let second = second.map(|time| time + SignedDuration::from_mins(1));
            let new = happens_and_comes(&store, &mid, second, repeated, text(&mid)).await;
            let claimed = claim(&store, later(2_000_000)).await;
            assert!(claimed.events.is_empty(), "{first:?} and {second:?}");
            assert_eq!(claimed.passed_over.len(), usize::from(new.is_some()));
        }
    }
}

#[tokio::test]
async fn a_message_that_is_taken_back_while_the_bot_works_gets_no_reply() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let id = happens(&store, "a", later(1), text("m")).await.unwrap();
    claim(&store, later(1)).await;
    let deletion = json!({ "message": { "mid": "m", "is_deleted": true } });
    happens(&store, "a", later(2), deletion).await.unwrap();
    let text = text_to("a");
    let new = about_to_send(1, &text, Some(Reply { event_id: id, owner: "me" }));
    assert!(matches!(begin(&store, &new).await, Err(StoreError::Withdrawn)));
}

#[tokio::test]
async fn retries_and_crashes_make_no_duplicate_of_an_event() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let id = happens(&store, "a", now(), text("m")).await.unwrap();
    let retry = Settled::Retry { at: later(1), reason: "the bot failed".to_owned() };
    claim_and_settle(&store, now(), retry).await;
    assert_eq!(claim(&store, later(1)).await.events[0].id, id);
    store.recover(later(1) + LEASE * 2).await.unwrap();
    assert_eq!(claim(&store, later(1) + LEASE * 2).await.events[0].id, id);
}

#[tokio::test]
async fn the_next_event_of_a_message_is_handled_only_if_the_first_came_to_nothing() {
    for (settled, begun, handled) in [
        (Settled::Done, false, false),
        (Settled::Unknown { reason: String::new() }, false, false),
        (failed(), true, false),
        (failed(), false, true),
        (Settled::Ignored { reason: "no bot" }, false, true),
    ] {
        let (_dir, _, store) = fresh();
        link(&store, 1).await;
        happens(&store, "a", later(1), text("m")).await.unwrap();
        let second = happens(&store, "a", later(2), text("m")).await.unwrap();
        let first = claim(&store, later(3)).await.events.remove(0);
        if begun {
            reply(&store, first.id, Some(SendState::Sent)).await;
        }
        store.settle(first.id, "me", settled).await.unwrap();
        let claimed = claim(&store, later(4)).await;
        assert_eq!(claimed.events.len(), usize::from(handled));
        assert_eq!(claimed.passed_over.len(), usize::from(!handled));
        assert_eq!(event(&store, second).await.duplicate_of.is_some(), !handled);
    }
}

#[tokio::test]
async fn a_duplicate_is_replayed_like_the_event_it_repeats() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", later(1), text("m")).await.unwrap();
    let second = happens(&store, "a", later(2), text("m")).await.unwrap();
    let first = claim(&store, later(3)).await.events.remove(0);
    let replay = async |how| store.replay(vec![second], how).await.unwrap()[0].1;
    reply(&store, first.id, Some(SendState::Sent)).await;
    store.settle(first.id, "me", Settled::Done).await.unwrap();
    assert_eq!(claim(&store, later(4)).await.passed_over.len(), 1);
    assert_eq!(replay(Replay::Unanswered).await, Moved::Answered);
    assert_eq!(replay(Replay::Again).await, Moved::Queued);
    let claimed = claim(&store, later(5)).await.events.remove(0);
    assert_eq!((claimed.id, claimed.duplicate_of), (second, None));
    // While it is handled the first is not replayed beside it.
    assert_eq!(store.replay(vec![first.id], Replay::Again).await.unwrap()[0].1, Moved::Open);
}

#[tokio::test]
async fn what_is_deleted_of_an_account_takes_its_answers_along() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    for (second, mid) in [(1, "m1"), (2, "m2"), (3, "m3")] {
        happens(&store, "a", later(second), text(mid)).await.unwrap();
        claim_and_settle(&store, later(second), Settled::Done).await;
    }
    let answered = async || store.status().await.unwrap().answered;
    assert_eq!(answered().await, 3);
    let day = SignedDuration::from_hours(24);
    let week = std::time::Duration::from_secs(7 * 24 * 3600);
    store.prune(week, later(0) + day * 6, false, |_, _| {}).await.unwrap();
    assert_eq!(answered().await, 3, "nothing that may come again is forgotten");
    store.prune(week, later(4) + day * 7, false, |_, _| {}).await.unwrap();
    assert_eq!(answered().await, 1, "the newest event stays, and speaks for its message");
    assert!(store.verify(|_, _| {}).await.unwrap().is_sound());
    purge_account(&store, account(1).ids(), now()).await.unwrap();
    assert_eq!(answered().await, 0);
    turns_are_right(&Connection::open(&path).unwrap());
}

#[tokio::test]
async fn an_edit_that_announces_a_message_waits_its_turn_once_it_is_fetched() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let edit = happens(&store, "", later(3), edit_zero("m3")).await.unwrap();
    let claimed = claim(&store, later(3)).await.events.remove(0);
    assert_eq!((claimed.id, claimed.sender_id), (edit, None));
    happens(&store, "a", later(2), text("m2")).await.unwrap();
    happens(&store, "a", later(4), text("m4")).await.unwrap();
    let content = r#"{"text":"fetched words","payload":null,"attachments":[],"reply_to":null,"referral":null,"unsupported":false}"#;
    let fetched =
        Settled::Fetched { sender_id: "a".parse().unwrap(), content: content.to_owned().into() };
    store.settle(edit, "another", fetched.clone()).await.unwrap();
    assert_eq!(event(&store, edit).await.state.as_str(), "running", "another process cannot");
    store.settle(edit, "me", fetched).await.unwrap();
    turns_are_right(&Connection::open(&path).unwrap());
    let mut order = Vec::new();
    for _ in 0..3 {
        let event = claim_and_settle(&store, later(5), Settled::Done).await;
        if event.id == edit {
            assert_eq!((event.sender_id.as_deref(), event.attempts), (Some("a"), 1));
            assert!(event.fetched.unwrap().contains("fetched words"));
        }
        order.push(event.mid.unwrap());
    }
    assert_eq!(order, ["m2", "m3", "m4"]);
    // The message itself, when it comes at last, says nothing new.
    happens(&store, "a", later(6), text("m3")).await.unwrap();
    assert_eq!(claim(&store, later(6)).await.passed_over.len(), 1);
    let told = store.history(HistoryFilter::default()).await.unwrap();
    assert_eq!(told.iter().filter(|it| it.mid.as_deref() == Some("m3")).count(), 1);
    assert!(store.verify(|_, _| {}).await.unwrap().is_sound());
}

#[tokio::test]
async fn an_edit_whose_message_cannot_be_fetched_does_not_silence_the_message() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    for person in ["", "a"] {
        let mid = format!("m{person}");
        happens(&store, person, later(1), edit_zero(&mid)).await.unwrap();
        let edit = claim(&store, later(1)).await.events.remove(0);
        let message = happens(&store, "a", later(2), text(&mid)).await.unwrap();
        store.settle(edit.id, "me", Settled::Ignored { reason: "gone" }).await.unwrap();
        let claimed = claim(&store, later(2)).await.events.remove(0);
        assert_eq!(claimed.id, message);
        store.settle(message, "me", Settled::Done).await.unwrap();
    }
}

#[tokio::test]
async fn an_echo_that_comes_before_the_answer_to_its_send_settles_it() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    happens(&store, "a", now(), text("m")).await.unwrap();
    let claimed = claim(&store, now()).await.events.remove(0);
    let row = reply(&store, claimed.id, None).await;
    let echo = json!({
        "sender": { "id": SHOP }, "recipient": { "id": "a" },
        "message": { "mid": "sent", "text": "a reply", "is_echo": true },
    });
    happens(&store, "", later(1), echo).await.unwrap();
    let sent = async || {
        let history = store.history(HistoryFilter::default()).await.unwrap();
        let own: Vec<_> =
            history.into_iter().filter(|it| it.direction == Direction::Sent).collect();
        assert_eq!(own.len(), 1, "the echo is not shown beside the send");
        (own[0].row, own[0].state.clone(), own[0].mid.clone())
    };
    let expected = (MessageRow::Outgoing(row.id), "sent".to_owned(), Some("sent".to_owned()));
    assert_eq!(sent().await, expected);
    // What the process learns after that, if anything, does not take it back.
    store.end_send(row, ended(SendState::Unknown, None), None, later(2)).await.unwrap();
    assert_eq!(sent().await, expected);
    // Instagram's refusal does: somebody else has said the same.
    store.end_send(row, ended(SendState::Refused, None), None, later(2)).await.unwrap();
    let history = store.history(HistoryFilter::default()).await.unwrap();
    let states: Vec<_> =
        history.iter().filter(|it| it.row == expected.0).map(|it| &it.state).collect();
    assert_eq!(states, ["refused"]);
}

#[tokio::test]
async fn a_comment_is_answered_once_under_whichever_id_and_field_it_comes() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let [id, other_id] = crate::store_schemas::account(1).ids();
    for (entry, field) in [(&id, "comments"), (&other_id, "comments"), (&id, "live_comments")] {
        assert_eq!(super::commented(&store, entry, field, "ana", "c1").await, 1);
    }
    let claimed = claim(&store, later(1)).await;
    assert_eq!(claimed.events.len(), 1);
    let first = format!("duplicate of event {}", claimed.events[0].id);
    let reasons: Vec<_> = claimed.passed_over.iter().map(|it| it.reason.as_str()).collect();
    assert_eq!(reasons, [first.as_str(); 2]);
}

#[tokio::test]
async fn a_button_that_is_tapped_again_under_one_id_is_answered_again_and_a_repeat_is_not() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let tap = |payload| json!({ "postback": { "mid": "m", "title": "t", "payload": payload } });
    for (person, seconds, payload) in [("a", 1, "HOURS"), ("a", 2, "ORDER"), ("b", 2, "ORDER")] {
        happens(&store, person, later(seconds), tap(payload)).await.unwrap();
        let event = claim_and_settle(&store, later(3), Settled::Done).await;
        assert_eq!(event.sender_id.as_deref(), Some(person));
    }
    // By the other id of the account, and as it came.
    let [_, other] = crate::store_schemas::account(1).ids();
    let again = json!({ "sender": { "id": "a" }, "recipient": { "id": SHOP },
        "timestamp": later(2).as_millisecond(), "postback": tap("ORDER")["postback"] });
    assert_eq!(delivered(&store, &other, again, now()).await.len(), 1);
    assert!(happens(&store, "a", later(2), tap("ORDER")).await.is_none());
    let claimed = claim(&store, later(4)).await;
    assert_eq!((claimed.events.len(), claimed.passed_over.len()), (0, 1));
}
