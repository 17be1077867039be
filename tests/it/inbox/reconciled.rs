//! Which send of unknown outcome a message of Instagram's history is the proof of.

use igbot::domain::message::{OutgoingMessage, WrittenMessage};
use igbot::store::Store;
use igbot::store::arrival::Said;
use igbot::store::history::HistoryFilter;
use igbot::store::outgoing::OutgoingRow;
use igbot::store::reconcile::{Seen, Standing};
use serde_json::{Value, json};

use super::{happens, later};
use crate::store::{SHOP, about_to_send, begin, fresh};
use crate::store_schemas::link;

async fn sends(store: &Store, key: u128, what: Value) -> OutgoingRow {
    let written: WrittenMessage = serde_json::from_value(what).unwrap();
    let message = OutgoingMessage::try_from(written).unwrap();
    let sent = (SHOP.parse().unwrap(), "ana".parse().unwrap(), message);
    begin(store, &about_to_send(key, &sent, None)).await.unwrap()
}

async fn standing(store: &Store, text: Option<&str>, kind: Option<&'static str>) -> Standing {
    let seen = Seen {
        mid: "from-the-history".to_owned(),
        at: later(1),
        person: "ana".to_owned(),
        sent: match (text, kind) {
            (Some(text), _) => Some(Said::Text(text.to_owned())),
            (None, kind) => kind.map(|kind| Said::Other { kind, files: None }),
        },
    };
    let ids = [SHOP.to_owned(), "another id".to_owned()];
    store.standing(ids, vec![seen], Vec::new()).await.unwrap()[0]
}

#[tokio::test]
async fn a_send_is_settled_by_its_text_or_kind_and_only_if_it_is_the_only_one() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let image = sends(&store, 1, json!({ "type": "image", "url": "https://a.example/1" })).await;
    assert_eq!(standing(&store, None, Some("sticker")).await, Standing::Missing, "a heart");
    assert_eq!(standing(&store, None, None).await, Standing::Missing, "of no known kind");
    assert_eq!(standing(&store, Some("words"), None).await, Standing::Missing);
    assert_eq!(standing(&store, None, Some("image")).await, Standing::Unsettled(image));
    let words = sends(&store, 2, json!({ "text": "words" })).await;
    assert_eq!(standing(&store, Some("words"), None).await, Standing::Unsettled(words));
    assert_eq!(standing(&store, None, Some("image")).await, Standing::Unsettled(image));
    sends(&store, 3, json!({ "type": "image", "url": "https://a.example/2" })).await;
    sends(&store, 4, json!({ "text": "words" })).await;
    assert_eq!(standing(&store, None, Some("image")).await, Standing::Ambiguous);
    assert_eq!(standing(&store, Some("words"), None).await, Standing::Ambiguous);
}

#[tokio::test]
async fn the_echo_of_somebody_elses_pictures_settles_no_send() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let two = json!({ "type": "image", "urls": ["https://a.example/1", "https://a.example/2"] });
    sends(&store, 1, two).await;
    let echo = |mid: &str, count: usize| {
        let picture = json!({ "type": "image", "payload": { "url": "https://cdn.example/x" } });
        json!({
            "sender": { "id": SHOP }, "recipient": { "id": "ana" },
            "message": { "mid": mid, "is_echo": true, "attachments": vec![picture; count] },
        })
    };
    let unknown = async || {
        let history = store.history(HistoryFilter::default()).await.unwrap();
        history.iter().filter(|it| it.mid.is_none()).count()
    };
    happens(&store, "", later(1), echo("one", 1)).await.unwrap();
    assert_eq!(unknown().await, 1, "another number of pictures");
    happens(&store, "", later(9 * 60), echo("late", 2)).await.unwrap();
    assert_eq!(unknown().await, 1, "no call takes nine minutes");
    happens(&store, "", later(2), echo("own", 2)).await.unwrap();
    assert_eq!(unknown().await, 0);
}
