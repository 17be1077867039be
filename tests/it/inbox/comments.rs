//! Comments, of which a few a minute may be answered, beside messages.

use igbot::domain::rate::Bucket;
use igbot::store::Store;
use igbot::store::claim::{Claimable, CommentPlaces, Wanted};
use igbot::store::settle::Settled;
use jiff::{SignedDuration, Timestamp};

use super::{claim, claim_and_settle, commented, comments, happens, later, text};
use crate::store::{LEASE, SHOP, fresh, now};
use crate::store_schemas::{account, link};

/// Takes all private replies that may be sent now.
async fn exhaust(store: &Store, time: Timestamp) {
    let (shop, patience) = (SHOP.parse().unwrap(), SignedDuration::ZERO);
    let take = || store.take_turn(&shop, Bucket::PrivateReplies, patience, time);
    while take().await.is_ok() {}
}

async fn claimed(store: &Store, time: Timestamp) -> Vec<String> {
    claim(store, time).await.events.into_iter().filter_map(|it| it.mid).collect()
}

#[tokio::test]
async fn no_comment_is_taken_up_before_it_may_be_answered_and_the_earliest_comes_first() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    exhaust(&store, now()).await;
    for id in ["c1", "c2", "c3"] {
        comments(&store, "a", id).await;
    }
    assert_eq!(claimed(&store, later(5)).await, [""; 0], "the next reply is not due");
    let event = claim(&store, later(6)).await.events.remove(0);
    assert_eq!(event.mid.as_deref(), Some("c1"));
    assert_eq!(claimed(&store, later(7)).await, [""; 0], "one is on its way");
    let wait = Settled::Wait { at: later(9), reason: "another was faster".to_owned() };
    store.settle(event.id, "me", wait).await.unwrap();
    assert_eq!(claimed(&store, later(9)).await, ["c1"], "it does not go behind the others");
    assert_eq!(claimed(&store, later(12)).await, ["c2"]);
}

#[tokio::test]
async fn a_live_comment_and_a_message_wait_for_no_comment() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    exhaust(&store, now()).await;
    for number in 0..30 {
        comments(&store, "a", &format!("c{number}")).await;
    }
    commented(&store, SHOP, "live_comments", "b", "live").await;
    happens(&store, "c", now(), text("m")).await.unwrap();
    let open = store.open_work(later(1)).await.unwrap();
    assert_eq!((open.pending, open.comments), (32, 31));
    assert_eq!(claimed(&store, later(1)).await, ["live", "m"]);
    assert_eq!(store.next_due().await.unwrap(), None, "comments wait for no moment");
    assert!(
        store.open_work(later(99)).await.unwrap().oldest.is_zero(),
        "nor does anybody for them"
    );
}

/// Claims with these places for comments, and none of accounts that rest.
async fn claim_with(store: &Store, comments: CommentPlaces, resting: &[&str]) -> Vec<String> {
    let resting = resting.iter().map(|id| id.parse().unwrap()).collect();
    let wanted = Wanted { events: Claimable::ALL, comments, resting };
    let claimed = store.claim("me", later(1), LEASE, wanted, 10).await.unwrap();
    claimed.events.into_iter().filter_map(|it| it.mid).collect()
}

const TWO: CommentPlaces =
    CommentPlaces { posts: 2, live: 2, most_of_one: 1, before_messages: true };

#[tokio::test]
async fn comments_take_no_more_places_than_they_are_given_and_none_while_they_rest() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    for id in ["c1", "c2", "c3"] {
        comments(&store, "a", id).await;
    }
    happens(&store, "c", now(), text("m")).await.unwrap();
    assert_eq!(claim_with(&store, TWO, &[SHOP]).await, ["m"]);
    assert_eq!(claim_with(&store, TWO, &[]).await, ["c1", "c2"]);
    assert_eq!(claim_with(&store, CommentPlaces { posts: 0, ..TWO }, &[]).await, [""; 0]);
}

#[tokio::test]
async fn where_there_is_one_place_messages_come_first() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    comments(&store, "a", "c").await;
    happens(&store, "b", later(1), text("m")).await.unwrap();
    let last = CommentPlaces { before_messages: false, ..TWO };
    assert_eq!(claim_with(&store, last, &[]).await, ["m", "c"]);
}

#[tokio::test]
async fn no_account_keeps_the_comments_of_another_waiting() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    link(&store, 2).await;
    comments(&store, "a", "old").await;
    let put_off = Settled::Retry { at: later(600), reason: "the bot failed".to_owned() };
    claim_and_settle(&store, now(), put_off).await;
    for number in 0..9 {
        comments(&store, "a", &format!("c{number}")).await;
    }
    let [other, _] = account(2).ids();
    commented(&store, &other, "comments", "b", "theirs").await;
    let places = CommentPlaces { posts: 4, most_of_one: 3, ..TWO };
    assert_eq!(claim_with(&store, places, &[]).await, ["c0", "theirs", "c1", "c2"]);
}

#[tokio::test]
async fn a_batch_of_messages_keeps_no_live_comment_waiting() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let (shop, patience) = (SHOP.parse().unwrap(), SignedDuration::from_secs(60));
    for _ in 0..500 {
        store.take_turn(&shop, Bucket::Messages, patience, now()).await.unwrap();
    }
    for number in 0..8 {
        commented(&store, SHOP, "live_comments", "b", &format!("live{number}")).await;
    }
    assert_eq!(claimed(&store, now()).await.len(), 8);
}
