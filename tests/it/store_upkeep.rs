//! Looking after the store: copies, keys and age.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use igbot::store::claim::Claimable;
use igbot::store::events::EventFilter;
use igbot::store::{Store, StoreError, StoreKeys};
use igbot::webhook::payload;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use secrecy::SecretString;
use tempfile::TempDir;

use crate::store::{KEY, LEASE, OTHER_KEY, delivery, fresh, now, open, receive};
use crate::store_schemas::{link, of_schema_1};

const DAY: SignedDuration = SignedDuration::from_hours(24);
const WEEK: Duration = Duration::from_secs(7 * 24 * 3600);

pub fn keys(text: &str) -> StoreKeys {
    StoreKeys::parse(&SecretString::from(text)).unwrap()
}

/// Opens a store as commands do, to be used beside others.
fn patient(path: &Path, key: &str) -> Store {
    Store::open(path, keys(key), Duration::from_secs(10)).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_whole_and_sound_while_others_write() {
    let (dir, path, store) = fresh();
    let (stop, sent) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let other = patient(&path, KEY);
    let writer = tokio::spawn({
        let (stop, sent) = (Arc::clone(&stop), Arc::clone(&sent));
        async move {
            while !stop.load(Ordering::SeqCst) {
                let number = sent.load(Ordering::SeqCst);
                let batch: Vec<_> = (number..number + 20).map(|n| ("a", n)).collect();
                receive(&other, &batch).await;
                sent.store(number + 20, Ordering::SeqCst);
            }
        }
    });
    for _ in 0..8 {
        let file = dir.path().join("copy.db");
        let before = sent.load(Ordering::SeqCst);
        let contents = store.backup(&file, |_, _| {}).await.unwrap();
        let after = sent.load(Ordering::SeqCst) + 20;
        assert_eq!(contents.events % 20, 0, "a delivery is in it whole or not at all");
        assert!((i64::from(before)..=i64::from(after)).contains(&contents.events));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let names: Vec<_> =
            fs::read_dir(dir.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "one file and the data directory: {names:?}");
        let copy = TempDir::new().unwrap();
        let copied = copy.path().join("store.db");
        fs::copy(&file, &copied).unwrap();
        let copy = open(&copied, KEY).unwrap();
        assert!(copy.verify(|_, _| {}).await.unwrap().is_sound());
        assert_eq!(
            copy.events(EventFilter::default()).await.unwrap().len() as i64,
            contents.events
        );
    }
    stop.store(true, Ordering::SeqCst);
    writer.await.unwrap();
}

#[tokio::test]
async fn a_backup_never_takes_the_place_of_the_store_itself() {
    let (_dir, path, store) = fresh();
    let own = |suffix: &str| PathBuf::from(format!("{}{suffix}", path.display()));
    for file in [path.clone(), own("-wal"), own(".lock")] {
        let refused = store.backup(&file, |_, _| {}).await;
        assert!(matches!(refused, Err(StoreError::File { .. })), "{refused:?}");
    }
    assert!(store.verify(|_, _| {}).await.unwrap().is_sound());
}

#[tokio::test]
async fn a_backup_is_put_in_place_only_when_nobody_has_the_store_open() {
    let (dir, path, store) = fresh();
    link(&store, 1).await;
    receive(&store, &[("a", 1), ("b", 2)]).await;
    let file = dir.path().join("copy.db");
    store.backup(&file, |_, _| {}).await.unwrap();
    receive(&store, &[("c", 3)]).await;
    let restore = || Store::restore(&path, keys(KEY), &file, now(), &|_, _| {});
    assert!(matches!(restore(), Err(StoreError::InUse { .. })));
    assert_eq!(receive(&store, &[("d", 4)]).await, 1, "the store goes on");
    drop(store);
    let wrong = Store::restore(&path, keys(OTHER_KEY), &file, now(), &|_, _| {});
    assert!(matches!(wrong, Err(StoreError::WrongKey { .. })));
    let itself = Store::restore(&path, keys(KEY), &path, now(), &|_, _| {});
    assert!(matches!(itself, Err(StoreError::File { .. })));
    let restored = restore().unwrap();
    assert_eq!((restored.contents.events, restored.unsettled), (2, 2));
    let kept = restored.kept.unwrap();
    let store = open(&path, KEY).unwrap();
    let states: Vec<_> = store.events(EventFilter::default()).await.unwrap();
    let states: Vec<_> = states.into_iter().map(|it| it.state.as_str()).collect();
    assert_eq!(states, ["unknown", "unknown"], "what may have been answered since is not again");
    assert_eq!(receive(&store, &[("e", 5)]).await, 1);
    let old = open(&kept, KEY).unwrap();
    assert_eq!(old.events(EventFilter::default()).await.unwrap().len(), 4);
}

#[tokio::test]
async fn a_damaged_store_is_moved_aside_with_its_log_and_a_missing_one_is_no_hindrance() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("data").join("store.db");
    let restore = || Store::restore(&path, keys(KEY), &of_schema_1(), now(), &|_, _| {}).unwrap();
    assert_eq!(restore().kept, None);
    assert_eq!(open(&path, KEY).unwrap().accounts().await.unwrap().len(), 2);
    let log = path.with_file_name("store.db-wal");
    fs::write(&path, "not a database any more".repeat(400)).unwrap();
    fs::write(&log, "and its log").unwrap();
    let kept = restore().kept.unwrap();
    assert!(fs::read(&kept).unwrap().starts_with(b"not a database any more"));
    let kept_log = PathBuf::from(format!("{}-wal", kept.display()));
    assert_eq!(fs::read(kept_log).unwrap(), b"and its log");
    assert!(!log.exists());
    assert!(open(&path, KEY).unwrap().verify(|_, _| {}).await.unwrap().is_sound());
}

#[tokio::test]
async fn what_a_killed_process_left_in_the_log_is_kept_with_the_old_store() {
    let (dir, path, store) = fresh();
    receive(&store, &[("a", 1), ("b", 2)]).await;
    let crashed = dir.path().join("crashed.db");
    fs::copy(&path, &crashed).unwrap();
    fs::copy(path.with_file_name("store.db-wal"), dir.path().join("crashed.db-wal")).unwrap();
    let restored = Store::restore(&crashed, keys(KEY), &of_schema_1(), now(), &|_, _| {}).unwrap();
    assert!(!dir.path().join("crashed.db-wal").exists());
    let kept = restored.kept.unwrap();
    assert!(!PathBuf::from(format!("{}-wal", kept.display())).exists(), "it is folded in");
    let old = open(&kept, KEY).unwrap();
    assert_eq!(old.events(EventFilter::default()).await.unwrap().len(), 2);
    assert_eq!(open(&crashed, KEY).unwrap().accounts().await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_store_that_another_program_has_open_is_not_replaced() {
    let (_dir, path, store) = fresh();
    drop(store);
    let script = "import sqlite3, sys\nc = sqlite3.connect(sys.argv[1])\n\
                  c.execute('SELECT * FROM event').fetchall()\nprint('open', flush=True)\n\
                  sys.stdin.read()";
    let mut other = Command::new("python3")
        .args(["-c", script, path.to_str().unwrap()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(other.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let restore = || Store::restore(&path, keys(KEY), &of_schema_1(), now(), &|_, _| {});
    let refused = restore();
    assert!(matches!(refused, Err(StoreError::InUse { .. })), "{refused:?}");
    drop(other.stdin.take());
    other.wait().unwrap();
    assert_eq!(restore().unwrap().contents.accounts, 2);
}

#[tokio::test]
async fn a_backup_is_not_written_through_a_link_that_somebody_laid() {
    let (dir, _, store) = fresh();
    let (precious, file) = (dir.path().join("precious"), dir.path().join("copy.db"));
    fs::write(&precious, "precious").unwrap();
    std::os::unix::fs::symlink(&precious, dir.path().join("copy.db.partial")).unwrap();
    assert!(store.backup(&file, |_, _| {}).await.is_err());
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
    // Under a second name somebody else would go on having it.
    fs::remove_file(dir.path().join("copy.db.partial")).unwrap();
    fs::hard_link(&precious, dir.path().join("copy.db.partial")).unwrap();
    assert!(store.backup(&file, |_, _| {}).await.is_err());
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
}

#[tokio::test]
async fn an_empty_file_in_place_of_a_store_is_damage_and_a_missing_one_a_new_beginning() {
    let (_dir, path, store) = fresh();
    drop(store);
    fs::write(&path, "").unwrap();
    for _ in 0..2 {
        let refused = open(&path, KEY);
        assert!(matches!(refused, Err(StoreError::Unsound { .. })), "{refused:?}");
        assert_eq!(fs::metadata(&path).unwrap().len(), 0);
    }
    fs::remove_file(&path).unwrap();
    assert!(open(&path, KEY).is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_value_moves_to_the_first_key_while_others_write() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    fs::copy(of_schema_1(), &path).unwrap();
    let both = format!("{OTHER_KEY},{KEY}");
    let store = patient(&path, &both);
    let planned = store.rekey(true, |_, _| {}).await.unwrap();
    assert!(planned.moved > 60 && planned.moved == planned.values, "{planned:?}");
    assert!(open(&path, OTHER_KEY).is_err(), "nothing was moved yet");
    let serve = patient(&path, &both);
    let writer = tokio::spawn(async move {
        for number in 100..200 {
            receive(&serve, &[("z", number)]).await;
        }
    });
    let rekeyed = store.rekey(false, |_, _| {}).await.unwrap();
    assert!(rekeyed.moved >= planned.moved && rekeyed.left == 0, "{rekeyed:?}");
    writer.await.unwrap();
    assert_eq!(store.rekey(false, |_, _| {}).await.unwrap().moved, 0);
    drop(store);
    assert!(matches!(open(&path, KEY), Err(StoreError::WrongKey { .. })));
    let found = open(&path, OTHER_KEY).unwrap().verify(|_, _| {}).await.unwrap();
    assert!(found.is_sound() && found.values == planned.values + 100, "{found:?}");
}

#[tokio::test]
async fn while_another_process_goes_on_with_the_old_key_it_stays_needed() {
    let (_dir, path, store) = fresh();
    receive(&store, &[("a", 1), ("b", 2)]).await;
    drop(store);
    let other = Connection::open(&path).unwrap();
    let get = "SELECT raw FROM event WHERE id = 1";
    let old: String = other.query_row(get, [], |row| row.get(0)).unwrap();
    let store = open(&path, &format!("{OTHER_KEY},{KEY}")).unwrap();
    let write = |_, _| {
        other.execute("UPDATE event SET raw = ?1 WHERE id = 1", [&old]).unwrap();
    };
    assert_eq!(store.rekey(false, write).await.unwrap().left, 1);
    assert!(matches!(open(&path, OTHER_KEY), Err(StoreError::WrongKey { .. })));
    assert!(open(&path, KEY).is_ok(), "so that nobody throws it away");
    assert_eq!(store.rekey(false, |_, _| {}).await.unwrap().left, 0);
    assert!(open(&path, OTHER_KEY).unwrap().verify(|_, _| {}).await.unwrap().is_sound());
}

#[tokio::test]
async fn a_process_without_the_new_key_gives_no_event_up() {
    let (_dir, path, old) = fresh();
    link(&old, 1).await;
    receive(&old, &[("a", 1), ("b", 2)]).await;
    let both = open(&path, &format!("{OTHER_KEY},{KEY}")).unwrap();
    both.rekey(false, |_, _| {}).await.unwrap();
    let refused = old.claim("me", now(), LEASE, Claimable::ALL, 10).await.map(|it| it.events.len());
    assert!(matches!(refused, Err(StoreError::WrongKey { .. })), "{refused:?}");
    assert_eq!(both.claim("me", now(), LEASE, Claimable::ALL, 10).await.unwrap().events.len(), 2);
    // What it stored now could never be read again; refused, Instagram delivers it once more.
    let events = payload::parse(&delivery(&[("c", 3)])).unwrap();
    let refused = old.receive(events.clone(), now()).await;
    assert!(matches!(refused, Err(StoreError::WrongKey { .. })), "{refused:?}");
    assert_eq!(both.receive(events, now()).await.unwrap().new.len(), 1);
    assert_eq!(old.accounts().await.unwrap().len(), 1, "reading goes on");
}

#[tokio::test]
async fn a_backup_takes_the_place_of_no_database_that_is_in_use() {
    let (dir, _, store) = fresh();
    let (_other_dir, other_path, other) = fresh();
    let refused = store.backup(&other_path, |_, _| {}).await;
    assert!(refused.is_err(), "a store that is open");
    drop(other);
    let file = dir.path().join("copy.db");
    fs::write(&file, "older").unwrap();
    fs::write(dir.path().join("copy.db-wal"), "of a process that was killed").unwrap();
    let refused = store.backup(&file, |_, _| {}).await;
    assert!(matches!(refused, Err(StoreError::File { .. })), "{refused:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "older");
    fs::remove_file(dir.path().join("copy.db-wal")).unwrap();
    store.backup(&file, |_, _| {}).await.unwrap();
}

#[tokio::test]
async fn a_value_that_opens_with_no_key_is_named_and_left_while_all_others_move() {
    let (_dir, path, store) = fresh();
    receive(&store, &[("a", 1), ("b", 2), ("c", 3)]).await;
    drop(store);
    let raw = Connection::open(&path).unwrap();
    raw.execute("UPDATE event SET raw = 'x' || substr(raw, 2) WHERE id = 2", []).unwrap();
    let store = open(&path, &format!("{OTHER_KEY},{KEY}")).unwrap();
    let rekeyed = store.rekey(false, |_, _| {}).await.unwrap();
    assert_eq!((rekeyed.moved, rekeyed.unreadable.count), (3, 1));
    assert_eq!(
        (rekeyed.unreadable.named[0].table, rekeyed.unreadable.named[0].id.as_str()),
        ("event", "2")
    );
    drop(store);
    let found = open(&path, OTHER_KEY).unwrap().verify(|_, _| {}).await.unwrap();
    assert_eq!((found.values, found.unreadable.count), (4, 1));
    let left: String =
        raw.query_row("SELECT raw FROM event WHERE id = 2", [], |row| row.get(0)).unwrap();
    assert!(left.starts_with('x'));
}

#[tokio::test]
async fn pruning_takes_what_is_old_and_keeps_what_it_must() {
    let (_dir, path, store) = fresh();
    let messages: Vec<_> = (1..=400).map(|n| ("a", n)).collect();
    receive(&store, &messages).await;
    let raw = Connection::open(&path).unwrap();
    let at = |age: i64| (now() - DAY * i32::try_from(age).unwrap()).as_millisecond();
    let set = |id: i64, age: i64, state: &str, kind: &str| {
        let sql = "UPDATE event SET received_at = ?2, state = ?3, kind = ?4 WHERE id = ?1";
        raw.execute(sql, rusqlite::params![id, at(age), state, kind]).unwrap();
    };
    raw.execute("UPDATE event SET state = 'done', received_at = ?1", [at(30)]).unwrap();
    set(1, 30, "pending", "message");
    set(2, 30, "running", "message");
    set(3, 8, "ignored", "message_deleted");
    set(4, 10, "ignored", "message_deleted");
    set(5, 6, "done", "message");
    // The deletion of a message that still waits.
    set(6, 30, "ignored", "message_deleted");
    raw.execute("UPDATE event SET mid = 'm1' WHERE id = 6", []).unwrap();
    for (id, state, event) in
        [(1, "sending", 9), (2, "sent", 1), (3, "sent", 9), (4, "unknown", 10)]
    {
        let sql = "INSERT INTO outgoing (id, key, account_id, recipient_id, kind, state, event_id, \
                   created_at, updated_at, body) VALUES (?1, ?1, '17', 'a', 'text', ?2, ?3, ?4, 0, '')";
        let sql = sql.replace("(?1, ?1,", "(?1, CAST(?1 AS BLOB),");
        raw.execute(&sql, rusqlite::params![id, state, event, at(30)]).unwrap();
    }
    // A batch that is not told of yet keeps all of its rows.
    let sql = "INSERT INTO batch (id, account_id, source, owner, state, created_at) \
                   VALUES (1, '17', 'a.csv', 'me', 'open', 0), (2, '17', 'b.csv', 'me', 'done', 0); \
               INSERT INTO outgoing (id, key, account_id, recipient_id, kind, state, batch_id, line, \
                   created_at, updated_at, body) \
                   VALUES (5, x'05', '17', 'a', 'text', 'sent', 1, 2, 0, 0, ''), \
                       (6, x'06', '17', 'a', 'text', 'sent', 2, 2, 0, 0, '')";
    raw.execute_batch(sql).unwrap();
    let dry = store.prune(WEEK, now(), true, |_, _| {}).await.unwrap();
    assert_eq!((dry.events, dry.outgoing, dry.bytes_given_back), (394, 3, 0));
    let pruned = store.prune(Duration::ZERO, now(), false, |_, _| {}).await.unwrap();
    assert_eq!((pruned.events, pruned.outgoing), (394, 3), "a week is the least");
    let ids: Vec<_> = store.events(EventFilter::default()).await.unwrap();
    let ids: Vec<_> = ids.into_iter().map(|it| it.id).collect();
    assert_eq!(ids, [1, 2, 3, 5, 6, 400], "the last number is never given again");
    let left = "SELECT group_concat(id) FROM (SELECT id FROM outgoing ORDER BY id)";
    let left: String = raw.query_row(left, [], |row| row.get(0)).unwrap();
    assert_eq!(left, "1,2,5");
    assert_eq!(receive(&store, &[("b", 1000)]).await, 1);
    drop(raw);
    let again = store.prune(WEEK, now(), false, |_, _| {}).await.unwrap();
    assert!(pruned.shrinks && again.free_bytes == 0, "{pruned:?} {again:?}");
    assert!(pruned.bytes_given_back + again.bytes_given_back > 100_000, "{pruned:?}");
    assert!(store.verify(|_, _| {}).await.unwrap().damage.is_empty());
}

#[tokio::test]
async fn a_store_of_the_old_kind_is_rebuilt_only_when_nobody_has_it_open() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    fs::copy(of_schema_1(), &path).unwrap();
    Connection::open(&path).unwrap().execute_batch("PRAGMA auto_vacuum = NONE; VACUUM").unwrap();
    let store = open(&path, KEY).unwrap();
    let pruned = store.prune(WEEK, now() + DAY * 90, false, |_, _| {}).await.unwrap();
    assert!(!pruned.shrinks && pruned.free_bytes > 0, "{pruned:?}");
    assert_eq!(Store::rebuild(&path).unwrap(), None);
    drop(store);
    assert!(Store::rebuild(&path).unwrap().unwrap() > 0);
    let store = open(&path, KEY).unwrap();
    let status = store.status().await.unwrap();
    assert_eq!(status.free_bytes, 0);
    assert!(store.verify(|_, _| {}).await.unwrap().is_sound());
    assert!(store.prune(WEEK, now(), true, |_, _| {}).await.unwrap().shrinks);
}

#[tokio::test]
async fn the_lock_of_a_restore_keeps_others_out_and_theirs_keeps_it_out() {
    let (_dir, path, store) = fresh();
    drop(store);
    let lock = igbot::store::FileLock::exclusive(&path.with_file_name("store.db.lock"));
    let lock = lock.unwrap().unwrap();
    assert!(matches!(open(&path, KEY), Err(StoreError::Locked)));
    drop(lock);
    assert!(open(&path, KEY).is_ok());
    // A delivery is stored as ever; nothing of the lock is left in the way.
    let store = open(&path, KEY).unwrap();
    let events = payload::parse(&delivery(&[("a", 1)])).unwrap();
    assert_eq!(store.receive(events, Timestamp::now()).await.unwrap().new.len(), 1);
}
