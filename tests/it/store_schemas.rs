//! Stores of earlier programs, and what this one makes of them.

use std::fs;
use std::path::{Path, PathBuf};

use igbot::domain::account::Account;
use igbot::domain::message::{MessageText, OutgoingMessage, SendState};
use igbot::domain::token::{LongLivedToken, TokenLife};
use igbot::store::Store;
use igbot::store::accounts::LinkedAccount;
use igbot::store::events::EventFilter;
use igbot::store::history::{HistoryFilter, NewOutgoing, Reply};
use igbot::store::logins::StoredLogin;
use igbot::store::settle::Settled;
use igbot::webhook::payload;
use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};

use crate::store::{KEY, LEASE, fresh, now, open, receive};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A store that the program of schema 1 made, under `KEY`, with something in every table.
pub fn of_schema_1() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/stores/schema-1.db")
}

fn account(number: u32) -> Account {
    let start = now();
    Account {
        account_id: format!("1784149999000000{number}").parse().unwrap(),
        app_scoped_id: format!("2699990000000001{number}").parse().unwrap(),
        alias: format!("shop{number}").parse().unwrap(),
        username: format!("the_shop_{number}"),
        account_type: Some("BUSINESS".to_owned().into()),
        bot: None,
        active: true,
        permissions: vec!["instagram_business_basic".to_owned()],
        subscribed_fields: vec!["messages".to_owned()],
        life: TokenLife { issued_at: start, refreshed_at: start, expires_at: start + DAY * 60 },
        login_needed_since: None,
    }
}

pub async fn link(store: &Store, number: u32) {
    let token = LongLivedToken(SecretString::from(format!("IGAA-made-up-{number}")));
    store.link(LinkedAccount { account: account(number), token }).await.unwrap();
}

/// Puts something into every table, every column and every state.
async fn fill(store: &Store) {
    link(store, 1).await;
    link(store, 2).await;
    store.set_usual_account(&account(2).account_id).await.unwrap();
    let webhooks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/webhooks");
    let mut files: Vec<_> =
        fs::read_dir(webhooks).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        if let Ok(events) = payload::parse(&fs::read(file).unwrap()) {
            store.receive(events, now()).await.unwrap();
        }
    }
    receive(store, &[("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5), ("a", 6), ("f", 7)]).await;
    let claimed = store.claim("me", now(), LEASE, 100).await.unwrap().events;
    let texts: Vec<_> =
        claimed.iter().filter(|it| it.mid.as_deref().is_some_and(|mid| mid.len() == 2)).collect();
    let (business, message) =
        (account(1).account_id, OutgoingMessage::Text(MessageText::new("a reply").unwrap()));
    let person = "1270".parse().unwrap();
    for (number, state) in [(1, Some(SendState::Sent)), (2, Some(SendState::Refused)), (3, None)] {
        let reply = (number == 3).then(|| Reply { event_id: texts[0].id, owner: "me" });
        let new = NewOutgoing {
            key: [number; 16],
            account_id: &business,
            recipient_id: &person,
            message: &message,
            reply,
        };
        let row = store.begin_send(&new, now()).await.unwrap();
        if let Some(state) = state {
            let mid = Some(format!("sent{number}"));
            store.end_send(row, state, mid, None, now()).await.unwrap();
        }
    }
    let reason = || "the bot failed".to_owned();
    for (event, settled) in texts[1..].iter().zip([
        Settled::Done,
        Settled::Failed { reason: reason() },
        Settled::Unknown { reason: reason() },
        Settled::Retry { at: now() + DAY, reason: reason() },
    ]) {
        store.settle(event.id, "me", settled).await.unwrap();
    }
    let state = SecretString::from("state-made-up-0123456789");
    let login = StoredLogin {
        redirect_uri: "https://shop.example/login/callback".to_owned(),
        scopes: vec!["instagram_business_basic".to_owned()],
        alias: None,
        bot: None,
    };
    store.begin_login(&state, login, now(), now() + DAY).await.unwrap();
    let query = SecretString::from("code=made-up&state=state-made-up-0123456789");
    assert!(store.bring_callback(&state, &query, now()).await.unwrap());
    store.note_deletion("made-up-code", now()).await.unwrap();
}

#[tokio::test]
#[ignore = "makes tests/data/stores/schema-1.db, once for each schema"]
async fn make_the_store_of_this_schema() {
    // What an earlier program made is not made anew.
    if of_schema_1().exists() {
        return;
    }
    let (_dir, _, store) = fresh();
    fill(&store).await;
    assert_eq!(store.status().await.unwrap().schema, 1, "a later schema gets a file of its own");
    fs::create_dir_all(of_schema_1().parent().unwrap()).unwrap();
    store.backup(&of_schema_1(), |_, _| {}).await.unwrap();
}

#[tokio::test]
async fn a_store_of_the_first_schema_is_read_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    fs::copy(of_schema_1(), &path).unwrap();
    let store = open(&path, KEY).unwrap();
    let accounts = store.accounts().await.unwrap();
    assert_eq!(accounts.len(), 2);
    assert_eq!(accounts[0], account(1));
    let token = store.token(&accounts[1].account_id).await.unwrap().unwrap();
    assert_eq!(token.0.expose_secret(), "IGAA-made-up-2");
    assert_eq!(store.usual_account().await.unwrap().unwrap().alias.as_str(), "shop2");
    let status = store.status().await.unwrap();
    for state in ["pending", "running", "done", "ignored", "failed", "unknown"] {
        assert!(status.events.get(state).is_some_and(|n| *n > 0), "{state}: {status:?}");
    }
    assert_eq!(status.outgoing.values().sum::<i64>(), 3);
    let events = store.events(EventFilter::default()).await.unwrap();
    assert_eq!(events.len() as i64, status.events.values().sum::<i64>());
    assert!(events.iter().all(|event| !event.raw.is_empty()));
    let history = store.history(HistoryFilter::default()).await.unwrap();
    assert!(history.iter().filter(|it| it.state != "deleted").all(|it| !it.body.is_empty()));
    assert!(history.iter().any(|it| *it.body == *"a reply"));
    let state = SecretString::from("state-made-up-0123456789");
    assert!(store.open_login(&state, now()).await.unwrap().is_some());
    assert!(store.callback_of(&state).await.unwrap().is_some());
    assert!(store.deletion("made-up-code").await.unwrap().is_some());
    let found = store.verify(|_, _| {}).await.unwrap();
    assert!(found.is_sound() && found.values > 60, "{found:?}");
}
