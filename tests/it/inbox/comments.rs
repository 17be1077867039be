//! Comments, of which a few a minute may be answered, beside messages.

use igbot::domain::rate::Bucket;
use igbot::store::Store;
use igbot::store::claim::{Claimable, Wanted};
use igbot::store::settle::Settled;
use jiff::{SignedDuration, Timestamp};

use super::{claim, commented, comments, happens, later, text};
use crate::store::{LEASE, SHOP, fresh, now};
use crate::store_schemas::link;

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

#[tokio::test]
async fn comments_take_no_more_places_than_they_are_given_and_none_while_they_rest() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    for id in ["c1", "c2", "c3"] {
        comments(&store, "a", id).await;
    }
    happens(&store, "c", now(), text("m")).await.unwrap();
    let claim = async |comments, resting| -> Vec<_> {
        let wanted = Wanted { events: Claimable::ALL, comments, resting };
        let claimed = store.claim("me", later(1), LEASE, wanted, 10).await.unwrap();
        claimed.events.into_iter().filter_map(|it| it.mid).collect()
    };
    assert_eq!(claim(2, vec![SHOP.parse().unwrap()]).await, ["m"]);
    assert_eq!(claim(2, Vec::new()).await, ["c1", "c2"]);
    assert_eq!(claim(0, Vec::new()).await, [""; 0]);
}
