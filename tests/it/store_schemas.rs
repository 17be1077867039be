//! Stores of earlier programs, and what this one makes of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use igbot::domain::account::Account;
use igbot::domain::message::{MessageText, SendState};
use igbot::domain::token::{LongLivedToken, TokenLife};
use igbot::store::accounts::LinkedAccount;
use igbot::store::claim::Claimable;
use igbot::store::events::EventFilter;
use igbot::store::history::HistoryFilter;
use igbot::store::logins::StoredLogin;
use igbot::store::outgoing::Reply;
use igbot::store::purge_account::AccountPurged;
use igbot::store::settle::Settled;
use igbot::store::{Store, StoreError};
use igbot::webhook::content::EventContent;
use igbot::webhook::payload;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use secrecy::{ExposeSecret as _, SecretString};
use tempfile::TempDir;

use crate::inbox::{claim, edit_zero, happens, happens_and_comes, later, text, turns_are_right};
use crate::store::{
    KEY, LEASE, SHOP, about_to_send, begin, ended, fresh, now, open, receive, text_to,
};

/// Random characters for the key of tombstones.
pub const FRESH: &str = "made-up-randomness-0123456789";

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A store that the program of a schema made, under `KEY`, with something in every table.
fn of_schema(schema: i64) -> PathBuf {
    let name = format!("tests/data/stores/schema-{schema}.db");
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

pub fn of_schema_1() -> PathBuf {
    of_schema(1)
}

pub fn account(number: u32) -> Account {
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
    let claimed = store.claim("me", now(), LEASE, Claimable::ALL, 100).await.unwrap().events;
    let texts: Vec<_> =
        claimed.iter().filter(|it| it.mid.as_deref().is_some_and(|mid| mid.len() == 2)).collect();
    let outgoing = text_to("1270");
    for (number, state) in [(1, Some(SendState::Sent)), (2, Some(SendState::Refused)), (3, None)] {
        let reply = (number == 3).then(|| Reply { event_id: texts[0].id, owner: "me" });
        let row = begin(store, &about_to_send(number, &outgoing, reply)).await.unwrap();
        if let Some(state) = state {
            let ended = ended(state, Some(format!("sent{number}")));
            store.end_send(row, ended, None, now()).await.unwrap();
        }
    }
    let kept = ["in doubt", "the rest"].map(|text| MessageText::new(text).unwrap().into());
    store.keep_answer(texts[0].id, "me", &kept).await.unwrap();
    let reason = || "the bot failed".to_owned();
    for (event, settled) in texts[1..].iter().zip([
        Settled::Done,
        Settled::Failed { reason: reason() },
        Settled::Unknown { reason: reason() },
        Settled::Retry { at: now() + DAY, reason: reason() },
    ]) {
        store.settle(event.id, "me", settled).await.unwrap();
    }
    happens(store, "b", later(9), text("m2")).await;
    let edit = happens(store, "", later(9), edit_zero("m9")).await.unwrap();
    let claimed = claim(store, later(9)).await;
    assert_eq!(claimed.passed_over.len(), 1, "m2 was handled");
    let sender_id = "i".parse().unwrap();
    let content = serde_json::to_string(&EventContent::default()).unwrap().into();
    store.settle(edit, "me", Settled::Fetched { sender_id, content }).await.unwrap();
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
    let gone = ["901".to_owned(), "902".to_owned()];
    store.begin_account_purge(gone, Some("made-up-code"), FRESH, now()).await.unwrap();
}

#[tokio::test]
#[ignore = "makes the store of this schema under tests/data/stores, once a schema is released"]
async fn make_the_store_of_this_schema() {
    let (_dir, _, store) = fresh();
    let file = of_schema(store.status().await.unwrap().schema);
    // What an earlier program made is not made anew.
    if file.exists() {
        return;
    }
    fill(&store).await;
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    store.backup(&file, |_, _| {}).await.unwrap();
}

/// Opens a copy of the store that the program of a schema made.
fn copy_of(schema: i64) -> (TempDir, PathBuf, Store) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    fs::copy(of_schema(schema), &path).unwrap();
    let store = open(&path, KEY).unwrap();
    (dir, path, store)
}

#[tokio::test]
async fn a_store_of_the_first_schema_is_read_whole() {
    is_read_whole(1).await;
}

#[tokio::test]
async fn a_store_of_the_second_schema_is_read_whole() {
    is_read_whole(2).await;
    let (_dir, _, store) = copy_of(2);
    let events = store.events(EventFilter::default()).await.unwrap();
    assert!(events.iter().any(|event| event.fetched.is_some()));
    assert!(events.iter().any(|event| event.duplicate_of.is_some()));
}

#[tokio::test]
async fn a_store_of_the_fifth_schema_is_read_whole() {
    is_read_whole(5).await;
}

#[tokio::test]
async fn stores_of_the_sixth_to_the_eleventh_schema_are_read_whole() {
    for schema in [6, 7, 8, 9, 10, 11] {
        is_read_whole(schema).await;
        let (_dir, _, store) = copy_of(schema);
        let events = store.events(EventFilter::default()).await.unwrap();
        let mut left = Vec::new();
        for event in events {
            left.extend(store.answer_rest(event.id).await.unwrap());
        }
        assert!(matches!(&left[..], [rest] if rest.text() == Some("the rest")));
    }
}

#[tokio::test]
async fn a_conversation_under_two_ids_is_one_after_the_tenth_schema() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    fs::copy(of_schema(10), &path).unwrap();
    let old = Connection::open(&path).unwrap();
    let [id, other] = account(1).ids();
    let sql = "INSERT INTO event (key, object, account_id, kind, direction, sender_id, peer_id, \
                   received_at, at, standby, test, state, raw, due) \
               VALUES (randomblob(16), 'instagram', ?1, 'message', 'received', 'a', 'a', ?2, ?2, 0, 0, \
                   'pending', '', ?2)";
    for (number, account) in (1..).zip([&id, &other]) {
        old.execute(sql, rusqlite::params![account, number]).unwrap();
    }
    drop(old);
    let store = open(&path, KEY).unwrap();
    let new = Connection::open(&path).unwrap();
    turns_are_right(&new);
    let sql = "SELECT count(*) FROM event WHERE account_id = ?1";
    let left: i64 = new.query_row(sql, [&other], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
    drop(store);
}

async fn is_read_whole(schema: i64) {
    let (_dir, path, store) = copy_of(schema);
    turns_are_right(&Connection::open(&path).unwrap());
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
    assert!(events.iter().all(|event| event.deleted || !event.raw.is_empty()));
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

#[tokio::test]
async fn a_message_answered_under_the_first_schema_is_not_answered_again() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    fs::copy(of_schema_1(), &path).unwrap();
    let old = Connection::open(&path).unwrap();
    old.execute("UPDATE event SET state = 'done' WHERE state IN ('pending', 'running')", [])
        .unwrap();
    let sql = "SELECT id, mid, sender_id, at, received_at FROM event \
               WHERE state = 'done' AND kind = 'message' AND account_id = ?1 LIMIT 1";
    let (id, mid, person, at, came): (i64, String, String, i64, i64) = old
        .query_row(sql, [SHOP], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })
        .unwrap();
    drop(old);
    let store = open(&path, KEY).unwrap();
    let [again, comes] = [at, came].map(|it| Timestamp::from_millisecond(it + 1).unwrap());
    happens_and_comes(&store, &person, again, comes, text(&mid)).await.unwrap();
    let passed = claim(&store, comes + SignedDuration::from_secs(9)).await.passed_over;
    assert_eq!(passed[0].reason, format!("duplicate of event {id}"));
}

#[tokio::test]
async fn what_speaks_for_a_message_goes_on_speaking_after_the_second_schema() {
    let (_dir, path, store) = copy_of(2);
    let sql = "SELECT id, mid, sender_id, at FROM event JOIN answered ON event_id = id \
               WHERE kind = 'message' AND state = 'done' AND account_id = ?1 LIMIT 1";
    let (id, mid, person, at): (i64, String, String, i64) = Connection::open(&path)
        .unwrap()
        .query_row(sql, [SHOP], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap();
    let much_later = Timestamp::from_millisecond(at).unwrap() + SignedDuration::from_mins(29);
    happens(&store, &person, much_later, text(&mid)).await.unwrap();
    let mut passed = Vec::new();
    for _ in 0..20 {
        let claimed = claim(&store, much_later + SignedDuration::from_hours(1)).await;
        passed.extend(claimed.passed_over);
        for event in claimed.events {
            store.settle(event.id, "me", Settled::Done).await.unwrap();
        }
    }
    let reason = format!("duplicate of event {id}");
    assert!(passed.iter().any(|it| it.reason == reason), "{passed:?}");
}

/// Makes a store of the first schema with many events of every state.
fn with_many_events(path: &Path) {
    fs::copy(of_schema_1(), path).unwrap();
    let old = Connection::open(path).unwrap();
    old.execute_batch(
        "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 200000) \
         INSERT INTO event (key, object, account_id, kind, direction, sender_id, peer_id, mid, \
             timestamp, received_at, at, standby, test, state, next_attempt_at, raw) \
         SELECT randomblob(16), 'instagram', '17841499990000001', 'message', 'received', p, p, n, \
             at, 1790000000000 + n, at, 0, 0, state, \
             CASE WHEN state = 'pending' AND n % 9 = 0 THEN 1790000600000 ELSE 0 END, '' \
         FROM (SELECT n, 'p' || (n % 5003) AS p, 1790000000000 + abs(random() % 1000) AS at, \
             CASE abs(random() % 6) WHEN 0 THEN 'done' WHEN 1 THEN 'ignored' WHEN 2 THEN 'failed' \
                 WHEN 3 THEN 'unknown' ELSE 'pending' END AS state FROM number); \
         UPDATE event SET state = 'running', owner = 'dead', lease_until = 1 WHERE id IN \
             (SELECT max(id) FROM event WHERE peer_id LIKE 'p%7' GROUP BY peer_id);",
    )
    .unwrap();
}

#[tokio::test]
async fn a_migration_that_is_killed_is_done_by_the_next_and_gives_every_conversation_its_turn() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    with_many_events(&path);
    let version = || -> i64 {
        let raw = Connection::open(&path).unwrap();
        raw.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    let newest = fresh().2.status().await.unwrap().schema;
    let mut kills = 0;
    for pause in (0..).map(|times| (1 << times) - 1) {
        let mut migrating = Command::new(env!("CARGO_BIN_EXE_igbot"))
            .args(["store", "status", "--store", path.to_str().unwrap()])
            .env_clear()
            .env("HOME", dir.path())
            .env("INSTAGRAM_ENCRYPTION_KEY", KEY)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(pause));
        migrating.kill().unwrap();
        migrating.wait().unwrap();
        if version() == newest {
            break;
        }
        kills += 1;
    }
    assert!(kills > 0);
    let store = open(&path, KEY).unwrap();
    let raw = Connection::open(&path).unwrap();
    turns_are_right(&raw);
    let wrong = "SELECT count(*) FROM event AS it WHERE due IS NOT NULL AND state = 'pending' \
                 AND (due <> max(next_attempt_at, received_at) OR EXISTS \
                     (SELECT 1 FROM event AS other \
                      WHERE state IN ('pending', 'running') AND other.account_id = it.account_id \
                          AND other.conversation = it.conversation AND (other.state = 'running' \
                              OR (other.at, other.id) < (it.at, it.id))))";
    let wrong: i64 = raw.query_row(wrong, [], |row| row.get(0)).unwrap();
    assert_eq!(wrong, 0, "turns that belong to others");
    let status = store.status().await.unwrap();
    assert!(status.events.values().sum::<i64>() > 200_000);
    let recovered = store.recover(later(0)).await.unwrap();
    assert!(recovered.requeued > 0, "{recovered:?}");
    turns_are_right(&raw);
}

/// Deletes everything of an account.
pub async fn purge_account(
    store: &Store,
    ids: [String; 2],
    now: Timestamp,
) -> Result<AccountPurged, StoreError> {
    store.begin_account_purge(ids, None, FRESH, now).await?;
    let mut purged = AccountPurged::default();
    for purge in store.open_account_purges().await? {
        let AccountPurged { events, outgoing } = store.finish_account_purge(purge).await?;
        purged =
            AccountPurged { events: purged.events + events, outgoing: purged.outgoing + outgoing };
    }
    Ok(purged)
}
