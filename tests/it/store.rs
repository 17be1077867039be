//! The store as its users see it: what it keeps, what it refuses, what it leaves alone.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use igbot::domain::account::Account;
use igbot::domain::event::EventState;
use igbot::domain::id::AccountId;
use igbot::domain::message::{MessageText, OutgoingMessage, Recipient, SendState};
use igbot::domain::token::LongLivedToken;
use igbot::domain::window::WindowPolicy;
use igbot::store::accounts::LinkedAccount;
use igbot::store::batches::{BatchRow, Fetch, Opened, Repeat, RowsDigest};
use igbot::store::claim::Claimable;
use igbot::store::events::EventFilter;
use igbot::store::history::{HistoryFilter, HistoryRow};
use igbot::store::outgoing::{Begun, NewOutgoing, OutgoingRow, RecordedSend, Reply, Reserve};
use igbot::store::purge::Whom;
use igbot::store::settle::Settled;
use igbot::store::{Store, StoreError, StoreKeys};
use igbot::webhook::payload;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use secrecy::SecretString;
use tempfile::TempDir;

use serde_json::json;

use crate::inbox::{comments, happens, later};
use crate::store_schemas::{FRESH, link};

pub const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
pub const OTHER_KEY: &str = "w4VeFnuPHetzNhx3zp6halT3wQkNwP2J3aqgW-WWWJk=";
/// To whom made-up deliveries go: the account that `link(&store, 1)` links.
pub const SHOP: &str = "17841499990000001";
pub const LEASE: SignedDuration = SignedDuration::from_secs(15);

/// A text from the shop on its way to a person.
pub fn text_to(person: &str) -> (AccountId, Recipient, OutgoingMessage) {
    let text = MessageText::new("a reply").unwrap();
    (SHOP.parse().unwrap(), person.parse().unwrap(), text.into())
}

/// The same, about to be sent.
pub fn about_to_send<'a>(
    key: u128,
    (account_id, recipient, message): &'a (AccountId, Recipient, OutgoingMessage),
    reply: Option<Reply<'a>>,
) -> NewOutgoing<'a> {
    NewOutgoing {
        key: key.to_be_bytes(),
        account_id,
        recipient,
        message,
        reply,
        dedupe_key: None,
        reserve: Reserve::Within(SignedDuration::from_mins(1)),
    }
}

/// Writes down that a message is about to be sent; gives its row.
pub async fn begin(store: &Store, new: &NewOutgoing<'_>) -> Result<OutgoingRow, StoreError> {
    let mut begun = store.begin_send(new, now()).await?;
    if let Begun::Later { .. } = begun {
        begun = store.begin_send(&NewOutgoing { reserve: Reserve::Done, ..*new }, now()).await?;
    }
    match begun {
        Begun::Now { row, .. } => Ok(row),
        other => panic!("not begun: {other:?}"),
    }
}

#[tokio::test]
async fn only_a_batch_that_was_not_read_to_its_end_is_dropped() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir.path().join("store.db"), KEY).unwrap();
    let account = SHOP.parse().unwrap();
    let begin = async || store.begin_batch(&account, "a.csv", "me", now()).await.unwrap().0;
    let (open, unread) = (begin().await, begin().await);
    store.open_batch(open, &RowsDigest::default(), Repeat::AfterEnd).await.unwrap();
    for id in [open, unread] {
        store.drop_batch(id).await.unwrap();
    }
    assert!(store.batch(open).await.unwrap().loaded);
    assert!(matches!(store.batch(unread).await, Err(StoreError::NoBatch { .. })));
    store.forget_unread_batches().await.unwrap();
    assert!(store.batch(open).await.is_ok());
}

/// The log is moved into the file while others write, and ends with them.
#[tokio::test(flavor = "multi_thread")]
async fn the_write_ahead_log_stays_small_under_load_and_is_gone_when_nobody_writes() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    let store = open(&path, KEY).unwrap();
    let log = dir.path().join("store.db-wal");
    let mut largest = 0;
    for delivery in 0..400 {
        let events = (0..100).flat_map(|number| {
            let (time, mid) = (1_790_000_000_000_u64 + delivery, format!("m-{delivery}-{number}"));
            let body = format!(
                r#"{{"object":"instagram","entry":[{{"id":"{SHOP}","time":{time},"messaging":[{{"sender":{{"id":"1"}},"recipient":{{"id":"{SHOP}"}},"timestamp":{time},"message":{{"mid":"{mid}","text":"{}"}}}}]}}]}}"#,
                "x".repeat(600)
            );
            payload::parse(body.as_bytes()).unwrap()
        });
        store.receive(events.collect(), now()).await.unwrap();
        largest = largest.max(fs::metadata(&log).unwrap().len());
    }
    // Sixty megabytes went through it.
    assert!(largest < 16 << 20, "{largest} bytes");
    drop(store);
    assert!(!log.exists(), "what is in it stands in the file");
    let stored = Connection::open(&path).unwrap();
    let count: u32 = stored.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 40_000);
}

/// How a send ended.
pub fn ended(state: SendState, mid: Option<String>) -> RecordedSend {
    RecordedSend { state, mid, reason: None, recipient_id: None, key_reusable: false }
}

pub fn open(path: &Path, key: &str) -> Result<Store, StoreError> {
    let keys = StoreKeys::parse(&SecretString::from(key)).unwrap();
    Store::open(path, keys, Duration::from_millis(200))
}

pub fn fresh() -> (TempDir, PathBuf, Store) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("data").join("store.db");
    let store = open(&path, KEY).unwrap();
    (dir, path, store)
}

pub fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).unwrap()
}

/// A delivery of texts: sender and number of the message.
pub fn delivery(messages: &[(&str, u32)]) -> Vec<u8> {
    let events: Vec<_> = messages
        .iter()
        .map(|(sender, number)| {
            format!(
                r#"{{"sender":{{"id":"{sender}"}},"recipient":{{"id":"{SHOP}"}},"timestamp":{},"message":{{"mid":"m{number}","text":"words of {sender}"}}}}"#,
                1_790_000_000_000_u64 + u64::from(*number)
            )
        })
        .collect();
    format!(
        r#"{{"object":"instagram","entry":[{{"id":"{SHOP}","messaging":[{}]}}]}}"#,
        events.join(",")
    )
    .into_bytes()
}

pub async fn receive(store: &Store, messages: &[(&str, u32)]) -> usize {
    let events = payload::parse(&delivery(messages)).unwrap();
    store.receive(events, now()).await.unwrap().new.len()
}

#[tokio::test]
async fn an_event_is_stored_once_however_often_it_comes() {
    let (_dir, _, store) = fresh();
    assert_eq!(receive(&store, &[("a", 1), ("a", 2), ("a", 1)]).await, 2);
    assert_eq!(receive(&store, &[("a", 2), ("b", 3)]).await, 1);
    assert_eq!(store.events(EventFilter::default()).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_conversation_is_handed_out_in_order_and_others_beside_it() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    receive(&store, &[("a", 1), ("a", 2), ("b", 3), ("a", 4)]).await;
    let claim = async |time| {
        let claimed = store.claim("me", time, LEASE, Claimable::ALL, 10).await.unwrap().events;
        claimed.into_iter().map(|event| (event.id, event.mid.unwrap())).collect::<Vec<_>>()
    };
    let first = claim(now()).await;
    assert_eq!(first.iter().map(|it| it.1.as_str()).collect::<Vec<_>>(), ["m1", "m3"]);
    assert!(claim(now()).await.is_empty(), "m2 waits for m1");
    let later = Settled::Retry { at: now() + LEASE, reason: "later".to_owned() };
    store.settle(first[0].0, "me", later).await.unwrap();
    assert!(claim(now()).await.is_empty(), "m2 waits for m1 even while that waits for its retry");
    store.settle(first[1].0, "me", Settled::Done).await.unwrap();
    let again = store.claim("me", now() + LEASE, LEASE, Claimable::ALL, 10).await.unwrap().events;
    assert_eq!(again.len(), 1);
    assert_eq!((again[0].mid.as_deref(), again[0].attempts), (Some("m1"), 2));
    store.settle(again[0].id, "me", Settled::Done).await.unwrap();
    assert_eq!(claim(now() + LEASE).await[0].1, "m2");
}

#[tokio::test]
async fn what_happened_first_is_handed_out_first_in_whatever_order_it_came() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    receive(&store, &[("a", 2)]).await;
    receive(&store, &[("a", 1), ("a", 3)]).await;
    for expected in ["m1", "m2", "m3"] {
        let claimed = store.claim("me", now(), LEASE, Claimable::ALL, 10).await.unwrap().events;
        let mids: Vec<_> = claimed.iter().map(|event| event.mid.as_deref().unwrap()).collect();
        assert_eq!(mids, [expected]);
        store.settle(claimed[0].id, "me", Settled::Done).await.unwrap();
    }
}

#[tokio::test]
async fn work_of_a_dead_process_is_taken_up_after_its_lease_and_not_before() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    receive(&store, &[("a", 1), ("b", 2)]).await;
    let claimed = store.claim("dead", now(), LEASE, Claimable::ALL, 10).await.unwrap().events;
    // The reply to the second was being sent when the process ended.
    let sql = "INSERT INTO outgoing (key, account_id, recipient_id, kind, state, event_id, \
               created_at, updated_at, body) VALUES (x'00', '17841499990000001', 'b', 'text', 'sending', ?1, 0, 0, '')";
    Connection::open(&path).unwrap().execute(sql, [claimed[1].id]).unwrap();
    let early = store.recover(now() + LEASE).await.unwrap();
    assert_eq!((early.requeued, early.unknown), (0, 0));
    store.renew_leases("dead", now() + LEASE * 2).await.unwrap();
    let renewed = store.recover(now() + LEASE + LEASE / 2).await.unwrap();
    assert_eq!((renewed.requeued, renewed.unknown), (0, 0));
    let late = store.recover(now() + LEASE * 3).await.unwrap();
    assert_eq!((late.requeued, late.unknown), (1, 1));
    let states: Vec<_> = store
        .events(EventFilter::default())
        .await
        .unwrap()
        .into_iter()
        .map(|event| event.state.as_str())
        .collect();
    assert_eq!(states, ["pending", "unknown"]);
    let unknown = EventFilter { state: Some(EventState::Unknown), ..EventFilter::default() };
    assert_eq!(store.events(unknown).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_ciphertext_moved_to_another_row_is_refused_and_stops_nothing_else() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    receive(&store, &[("a", 1), ("b", 2), ("c", 3)]).await;
    let sql = "UPDATE event SET raw = (SELECT raw FROM event WHERE id = 1) WHERE id = 2";
    Connection::open(&path).unwrap().execute(sql, []).unwrap();
    let raws: Vec<_> = store
        .events(EventFilter::default())
        .await
        .unwrap()
        .into_iter()
        .map(|event| event.raw.contains("words of"))
        .collect();
    assert_eq!(raws, [true, false, true]);
    let claimed = store.claim("me", now(), LEASE, Claimable::ALL, 10).await.unwrap().events;
    assert_eq!(claimed.iter().map(|event| event.id).collect::<Vec<_>>(), [1, 3]);
    let failed = EventFilter { state: Some(EventState::Failed), ..EventFilter::default() };
    let failed = store.events(failed).await.unwrap();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].reason.as_deref(), Some("its stored value does not decrypt"));
}

#[tokio::test]
async fn an_event_to_which_a_reply_was_begun_is_never_put_back() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    receive(&store, &[("a", 1)]).await;
    let event = store.claim("me", now(), LEASE, Claimable::ALL, 10).await.unwrap().events.remove(0);
    let text = text_to("a");
    let reply = |owner| about_to_send(0, &text, Some(Reply { event_id: event.id, owner }));
    let lost = begin(&store, &reply("another")).await;
    assert!(matches!(lost, Err(StoreError::LeaseLost)), "{lost:?}");
    begin(&store, &reply("me")).await.unwrap();
    let again = || Settled::Retry { at: now(), reason: "the store failed".to_owned() };
    store.settle(event.id, "another", again()).await.unwrap();
    let state = async || store.events(EventFilter::default()).await.unwrap()[0].state.as_str();
    assert_eq!(state().await, "running", "another process cannot settle it");
    store.settle(event.id, "me", again()).await.unwrap();
    assert_eq!(state().await, "unknown");
}

#[tokio::test]
async fn nothing_of_a_message_stands_in_plain_in_any_file() {
    let (dir, _, store) = fresh();
    receive(&store, &[("customer-a", 1)]).await;
    for file in fs::read_dir(dir.path().join("data")).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let found = bytes.windows(8).any(|window| window == b"words of");
        assert!(!found, "{}", path.display());
    }
}

#[tokio::test]
async fn another_key_is_told_from_damage() {
    let (_dir, path, store) = fresh();
    drop(store);
    assert!(matches!(open(&path, OTHER_KEY), Err(StoreError::WrongKey { .. })));
    assert!(open(&path, &format!("{OTHER_KEY},{KEY}")).is_ok(), "an old key still opens");
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_alone() {
    let (_dir, path, store) = fresh();
    drop(store);
    let later = Connection::open(&path).unwrap();
    later.pragma_update(None, "journal_mode", "delete").unwrap();
    later.pragma_update(None, "user_version", 99).unwrap();
    drop(later);
    let before = fs::read(&path).unwrap();
    let refused = open(&path, KEY);
    assert!(matches!(refused, Err(StoreError::NewerSchema { found: 99, .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_process_writes_nothing_to_a_store_that_a_newer_one_has_migrated() {
    let (_dir, path, old) = fresh();
    link(&old, 1).await;
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let events = payload::parse(&delivery(&[("a", 1)])).unwrap();
    let refused = old.receive(events, now()).await;
    assert!(matches!(refused, Err(StoreError::NewerSchema { found: 99, .. })), "{refused:?}");
    assert_eq!(old.accounts().await.unwrap().len(), 1, "reading goes on");
}

#[tokio::test]
async fn files_that_are_no_store_are_refused_and_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let text = dir.path().join("notes.txt");
    fs::write(&text, "not a database, but somebody's notes\n".repeat(40)).unwrap();
    fs::set_permissions(&text, fs::Permissions::from_mode(0o644)).unwrap();
    let before = fs::read(&text).unwrap();
    assert!(matches!(open(&text, KEY), Err(StoreError::NotAStore { .. })));
    assert_eq!(fs::read(&text).unwrap(), before);
    assert_eq!(fs::metadata(&text).unwrap().permissions().mode() & 0o777, 0o644);
    let foreign = dir.path().join("foreign.db");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    let before = fs::read(&foreign).unwrap();
    assert!(matches!(open(&foreign, KEY), Err(StoreError::NotAStore { .. })));
    assert_eq!(fs::read(&foreign).unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_processes_can_make_the_store_at_once() {
    for _ in 0..20 {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("store.db");
        let openers: Vec<_> = (0..8)
            .map(|_| {
                let path = path.clone();
                std::thread::spawn(move || {
                    let keys = StoreKeys::parse(&SecretString::from(KEY)).unwrap();
                    Store::open(&path, keys, Duration::from_secs(10)).map(drop)
                })
            })
            .collect();
        for opener in openers {
            opener.join().unwrap().unwrap();
        }
    }
}

#[tokio::test]
async fn a_locked_store_is_an_error_and_nothing_is_half_written() {
    let (_dir, path, store) = fresh();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let events = payload::parse(&delivery(&[("a", 1)])).unwrap();
    let refused = store.receive(events.clone(), now()).await;
    assert!(matches!(refused, Err(StoreError::Locked)), "{refused:?}");
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(store.receive(events, now()).await.unwrap().new.len(), 1);
    let id: AccountId = SHOP.parse().unwrap();
    assert!(store.token(&id).await.unwrap().is_none());
}

#[tokio::test]
async fn what_an_account_has_done_is_found_once_its_right_id_is_known() {
    for again in [true, false] {
        let (_dir, _, store) = fresh();
        // A login in which nobody could be asked stands under the app-scoped id.
        let right = crate::store_schemas::account(1);
        let id = right.app_scoped_id.as_str().parse().unwrap();
        let stands_in = Account { account_id: id, ..right.clone() };
        let linked = |account: &Account| LinkedAccount {
            account: account.clone(),
            token: LongLivedToken(SecretString::from("IGAA-made-up")),
        };
        store.link(linked(&stands_in)).await.unwrap();
        store.set_usual_account(&stands_in.account_id).await.unwrap();
        let sent = text_to("ana");
        let under = |key, account_id| NewOutgoing {
            account_id,
            dedupe_key: Some("order-1"),
            ..about_to_send(key, &sent, None)
        };
        let row = begin(&store, &under(1, &stands_in.account_id)).await.unwrap();
        store.end_send(row, ended(SendState::Sent, None), None, now()).await.unwrap();
        match again {
            true => store.link(linked(&right)).await.unwrap(),
            false => store.correct(&stands_in, right.clone()).await.unwrap(),
        }
        let found = store.begin_send(&under(2, &right.account_id), now()).await.unwrap();
        assert!(matches!(found, Begun::Before(_)), "its keys are known: {found:?}");
        let usual = store.usual_account().await.unwrap();
        assert_eq!(usual.map(|it| it.account_id), Some(right.account_id));
    }
}

/// Deliveries may name an account by either of its ids, and go on after it was unlinked.
#[tokio::test]
async fn what_was_purged_or_deleted_stays_so_after_its_account_is_unlinked() {
    for purged in [true, false] {
        let (_dir, _, store) = fresh();
        link(&store, 1).await;
        let account = crate::store_schemas::account(1);
        let under_the_other_id = |body: Vec<u8>| {
            let body = String::from_utf8(body).unwrap();
            payload::parse(body.replace(SHOP, account.app_scoped_id.as_str()).as_bytes()).unwrap()
        };
        let told = under_the_other_id(delivery(&[("ana", 1)]));
        assert_eq!(store.receive(told.clone(), now()).await.unwrap().new.len(), 1);
        store.unlink(&account.account_id).await.unwrap();
        if purged {
            let whom = Whom { account_ids: Vec::new(), person: "ana".parse().unwrap() };
            store.purge_person(&whom, FRESH, now(), false, |_, _| ()).await.unwrap();
            assert_eq!(store.receive(told, now()).await.unwrap().purged, 1);
        } else {
            let deletion = delivery(&[("ana", 1)]);
            let deletion = String::from_utf8(deletion).unwrap();
            let deletion = deletion.replace(r#""text":"words of ana""#, r#""is_deleted":true"#);
            let deletion = under_the_other_id(deletion.into());
            assert_eq!(store.receive(deletion, now()).await.unwrap().new.len(), 1);
        }
        let words = |row: HistoryRow| row.body.contains("words");
        let history = store.history(HistoryFilter::default()).await.unwrap();
        assert!(!history.into_iter().any(words), "purged: {purged}");
    }
}

#[tokio::test]
async fn a_batch_that_is_gone_or_stopped_keeps_its_rows_from_being_sent_again() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let account = crate::store_schemas::account(1);
    let row = |line| {
        let (_, recipient, message) = text_to("ana");
        BatchRow { key: [line; 16], line: line.into(), recipient, message, dedupe_key: None }
    };
    let load = async |line| {
        let begun = store.begin_batch(&account.account_id, "a.csv", "me", now()).await.unwrap();
        store.load_rows(begun.0, &account.account_id, vec![row(line)], now()).await.unwrap();
        begun
    };
    let digest = RowsDigest::default();
    let open = async |id| store.open_batch(id, &digest, Repeat::AfterEnd).await.unwrap();
    let (first, lock) = load(1).await;
    assert_eq!(open(first).await, Opened::Open);
    let (second, other_lock) = load(2).await;
    assert_eq!(open(second).await, Opened::Running { id: first });
    assert_eq!(store.open_batch(second, &digest, Repeat::Always).await.unwrap(), Opened::Open);
    drop(lock);
    let (third, _lock) = load(3).await;
    assert_eq!(open(third).await, Opened::Stopped { id: first }, "whatever runs beside it");
    drop(other_lock);
    assert_eq!(open(third).await, Opened::Stopped { id: second });
    let raw = Connection::open(&path).unwrap();
    raw.execute("UPDATE batch SET digest = NULL", []).unwrap();
    assert_eq!(open(third).await, Opened::Stopped { id: second }, "before rows had a hash");
    let doubtful = "UPDATE outgoing SET state = 'unknown' WHERE batch_id = ?1";
    raw.execute(doubtful, [second]).unwrap();
    assert_eq!(open(third).await, Opened::Stopped { id: second }, "nobody was told of it");
    let (other, _other) = load(5).await;
    store.load_rows(other, &account.account_id, vec![row(6)], now()).await.unwrap();
    assert_eq!(open(other).await, Opened::Stopped { id: second }, "it was only corrected");
    assert_eq!(store.open_batch(other, &digest, Repeat::Always).await.unwrap(), Opened::Open);
    let ended = "UPDATE batch SET state = 'done', ended_at = ?2 WHERE id = ?1";
    raw.execute(ended, [other, now().as_millisecond()]).unwrap();
    raw.execute("UPDATE outgoing SET state = 'sent' WHERE batch_id <> ?1", [third]).unwrap();
    assert_eq!(open(third).await, Opened::Stopped { id: second }, "nobody was told how it ended");
    for ended in [first, second] {
        store.close_batch(ended, now()).await.unwrap();
    }
    raw.execute("UPDATE batch SET digest = NULL WHERE id < ?1", [third]).unwrap();
    assert_eq!(open(third).await, Opened::Ended { id: other }, "it ended while this was read");
    raw.execute("UPDATE batch SET ended_at = ended_at - 1", []).unwrap();
    let never = store.open_batch(third, &digest, Repeat::Never).await.unwrap();
    assert_eq!(never, Opened::Ended { id: other }, "it was sent before");
    assert_eq!(open(third).await, Opened::Open, "nothing of them waits");
    let (fourth, _lock) = load(4).await;
    crate::store_schemas::purge_account(&store, account.ids(), now()).await.unwrap();
    let more = store.load_rows(fourth, &account.account_id, vec![row(7)], now()).await;
    assert!(matches!(more, Err(StoreError::NoBatch { .. })), "{more:?}");
    let rows = raw.query_row("SELECT count(*) FROM outgoing", [], |row| row.get::<_, i64>(0));
    assert_eq!(rows.unwrap(), 0);
}

#[tokio::test]
async fn a_private_reply_that_is_put_back_goes_to_its_comment_again() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let account = crate::store_schemas::account(1);
    comments(&store, "ana", "c1").await;
    let message = text_to("ana").2;
    let recipient: Recipient = "comment:c1".parse().unwrap();
    let row = BatchRow { key: [1; 16], line: 2, recipient, message, dedupe_key: None };
    let (batch_id, _lock) =
        store.begin_batch(&account.account_id, "a.csv", "me", now()).await.unwrap();
    store.load_rows(batch_id, &account.account_id, vec![row], now()).await.unwrap();
    store.open_batch(batch_id, &RowsDigest::default(), Repeat::Never).await.unwrap();
    let fetch = Fetch {
        batch_id,
        owner: "me".to_owned(),
        after: 0,
        count: 10,
        own: None,
        horizon: SignedDuration::from_secs(1),
        window: WindowPolicy::Off,
    };
    let begun =
        store.finish_and_begin_rows(&account, Vec::new(), None, Some(fetch), now()).await.unwrap();
    let row = begun.begun.unwrap().rows[0].row;
    let raw = Connection::open(&path).unwrap();
    let stands = || -> (String, String) {
        let sql = "SELECT state, recipient_id FROM outgoing";
        raw.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
    };
    // Somebody writes the same to that person by hand, which looks as if the reply had arrived.
    let echo = json!({ "message": { "mid": "e", "text": "a reply", "is_echo": true },
        "sender": { "id": SHOP }, "recipient": { "id": "ana" } });
    happens(&store, "", later(1), echo).await.unwrap();
    assert_eq!(stands(), ("sent".to_owned(), "ana".to_owned()));
    store.finish_and_begin_rows(&account, vec![(row, None)], None, None, now()).await.unwrap();
    assert_eq!(stands(), ("waiting".to_owned(), "comment:c1".to_owned()));
}
