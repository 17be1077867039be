//! Looking after the store while the bot goes on, with kills and crowds.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use igbot::store::events::EventFilter;
use igbot::store::{Store, StoreKeys};
use igbot::webhook::payload;
use jiff::Timestamp;
use secrecy::SecretString;
use tempfile::TempDir;
use tokio::process::Command;

use super::world::{CANARY, KEY, World};

const NEW_KEY: &str = "w4VeFnuPHetzNhx3zp6halT3wQkNwP2J3aqgW-WWWJk=";

fn open(path: &Path, key: &str) -> Store {
    let keys = StoreKeys::parse(&SecretString::from(key)).unwrap();
    Store::open(path, keys, Duration::from_secs(10)).unwrap()
}

/// A store with so many events.
async fn filled(events: u32) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    let store = open(&path, KEY);
    for start in (0..events).step_by(500) {
        receive(&store, start, 500).await;
    }
    (dir, path)
}

async fn receive(store: &Store, start: u32, count: u32) {
    let event = |n: u32| {
        let time = 1_790_000_000_000_u64 + u64::from(n);
        format!(
            r#"{{"sender":{{"id":"{n}"}},"recipient":{{"id":"17"}},"timestamp":{time},"message":{{"mid":"m{n}","text":"words {n}"}}}}"#
        )
    };
    let events: Vec<_> = (start..start + count).map(event).collect();
    let body = format!(
        r#"{{"object":"instagram","entry":[{{"id":"17","messaging":[{}]}}]}}"#,
        events.join(",")
    );
    let events = payload::parse(body.as_bytes()).unwrap();
    store.receive(events, Timestamp::now()).await.unwrap();
}

fn igbot(path: &Path, key: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_igbot"));
    command
        .env_clear()
        .env("HOME", path.parent().unwrap())
        .env("INSTAGRAM_ENCRYPTION_KEY", key)
        .arg("--store")
        .arg(path)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Runs a command to its end, or kills it after a while; tells whether it came to its end.
async fn run_or_kill(mut command: Command, after: Duration) -> bool {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    match tokio::time::timeout(after, child.wait()).await {
        Ok(status) => {
            assert!(status.unwrap().success());
            true
        }
        Err(_) => {
            child.kill().await.unwrap();
            false
        }
    }
}

/// Milliseconds that look like chance, the same in every run.
fn chances(limit: u64) -> impl Iterator<Item = Duration> {
    let mut seed = 0x1234_5678_u64;
    std::iter::repeat_with(move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_millis((seed >> 33) % limit)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_serve_that_ends_leaves_all_of_the_store_in_one_file() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.replies(1).await;
    assert!(world.path(".local/share/igbot/store.db-wal").exists());
    serve.stop().await.ok();
    assert!(!world.path(".local/share/igbot/store.db-wal").exists(), "a copy would lack it");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_store_is_shown_checked_copied_and_put_back() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.replies(1).await;
    world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    let file = world.path("copy.db");
    let file = file.to_str().unwrap();
    let backup = world.run(&["store", "backup", file, "--json"]).await.ok();
    assert!(backup.stderr.contains("The key is not included"), "{backup:?}");
    let backup = backup.json();
    assert_eq!((&backup["accounts"], &backup["path"]), (&1.into(), &file.into()));
    let again = world.run(&["store", "backup", file]).await;
    assert!(again.code == 2 && again.stderr.contains("--force"), "{again:?}");
    world.run(&["store", "backup", file, "--force"]).await.ok();
    let settings = world.path("config.toml");
    std::fs::write(&settings, "").unwrap();
    let settings = settings.to_str().unwrap();
    let over = ["--config", settings, "store", "backup", settings, "--force"];
    let refused = world.run(&over).await;
    assert!(refused.code == 2 && refused.stderr.contains("belongs to igbot"), "{refused:?}");
    let mut over = world.command(&["store", "backup", settings, "--force"]);
    over.env_remove("INSTAGRAM_APP_SECRET").env("INSTAGRAM_APP_SECRET_FILE", settings);
    let refused = world.run_command(over).await;
    assert!(refused.code == 2 && refused.stderr.contains("belongs to igbot"), "{refused:?}");

    let refused = world.run(&["store", "restore", file, "--yes"]).await;
    assert!(refused.code == 3 && refused.stderr.contains("stop `igbot serve`"), "{refused:?}");
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.replies(2).await;
    serve.stop().await.ok();
    let unasked = world.run(&["store", "restore", file]).await;
    assert!(unasked.code == 2 && unasked.stderr.contains("--yes"), "{unasked:?}");
    // What is advised works on the same store.
    let path = world.path(".local/share/igbot/store.db");
    let named = world.run(&["--store", path.to_str().unwrap(), "store", "restore", file]).await;
    let advised = format!("`igbot --store {} store restore {file} --yes`", path.display());
    assert!(named.code == 2 && named.stderr.contains(&advised), "{named:?}");
    let restored = world.run(&["store", "restore", file, "--yes", "--json"]).await.ok().json();
    assert_eq!((&restored["accounts"], &restored["unsettled"]), (&1.into(), &0.into()));
    assert!(Path::new(restored["kept"].as_str().unwrap()).exists());
    let verified = world.run(&["store", "verify", "--json"]).await.ok().json();
    assert_eq!(verified["unreadable_count"], 0);
    let status = world.run(&["store", "status", "--json"]).await.ok().json();
    assert_eq!((&status["accounts"], &status["schema"]), (&1.into(), &11.into()));
    assert_eq!(status["answered"], 1, "what was answered stays so");
    world.run(&["account", "show"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs root to give a store to somebody else"]
async fn root_keeps_a_store_that_belongs_to_a_service() {
    let world = World::linked().await;
    let home = world.path(".local/share/igbot");
    let nobody = |path: &Path| std::os::unix::fs::chown(path, Some(65_534), Some(65_534)).unwrap();
    nobody(&home);
    for entry in fs::read_dir(&home).unwrap() {
        nobody(&entry.unwrap().path());
    }
    let copy = home.join("copy.db");
    let copy = copy.to_str().unwrap();
    world.run(&["store", "backup", copy]).await.ok();
    world.run(&["store", "restore", copy, "--yes"]).await.ok();
    assert_eq!(fs::metadata(home.join("store.db")).unwrap().uid(), 65_534);
    world.run(&["account", "show"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_command_writes_over_what_igbot_lives_from() {
    let world = World::linked().await;
    let config = world.path("igbot.toml");
    fs::write(&config, "# mine\n").unwrap();
    let store = world.path(".local/share/igbot/store.db");
    for own in [&store, &config] {
        let name = own.to_str().unwrap();
        let before = fs::read(own).unwrap();
        for command in [
            &["refresh-tokens", "--metrics-file", name][..],
            &["message", "export", "--format", "csv", "--output", name],
        ] {
            let mut command = world.command(command);
            command.env("IGBOT_CONFIG", &config);
            let ended = world.run_command(command).await;
            assert!(ended.code != 0 && ended.stderr.contains("itself"), "{name}: {ended:?}");
        }
        let after = fs::read(own).unwrap();
        assert!(after.starts_with(&before[..16.min(before.len())]), "{name}");
    }
    world.run(&["account", "show"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_is_said_with_the_next_step() {
    let world = World::new().await;
    let missing = world.run(&["store", "verify"]).await;
    assert!(missing.code == 3 && missing.stderr.contains("there is no store"), "{missing:?}");
    assert!(!world.path(".local/share/igbot/store.db").exists(), "looking does not make one");
    world.log_in(&["login", "--no-browser"]).await.ok();
    let young = world.run(&["store", "prune", "--older-than", "6d"]).await;
    assert!(young.code == 2 && young.stderr.contains("36 hours"), "{young:?}");
    world.run(&["store", "prune", "--older-than", "7d", "-n"]).await.ok();
    let single = world.run(&["store", "rekey"]).await.ok();
    assert!(single.stderr.contains("openssl rand"), "{single:?}");
    let foreign = world.path("notes.txt");
    fs::write(&foreign, "somebody's notes").unwrap();
    let foreign = world.run(&["store", "restore", foreign.to_str().unwrap(), "--yes"]).await;
    assert!(foreign.code == 3 && foreign.stderr.contains("not an igbot store"), "{foreign:?}");

    let store = world.path(".local/share/igbot/store.db");
    let mut bytes = fs::read(&store).unwrap();
    bytes[..16].fill(b'x');
    fs::write(&store, &bytes).unwrap();
    let damaged = world.run(&["store", "verify"]).await;
    assert_eq!(damaged.code, 3, "{damaged:?}");
    assert_eq!(fs::read(&store).unwrap(), bytes, "it was left as it is");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_keys_that_is_killed_again_and_again_loses_nothing() {
    let (_dir, path) = filled(3000).await;
    let both = format!("{NEW_KEY},{KEY}");
    let (mut killed, mut moved_between) = (0, 0);
    // On a busy machine the kills would all come before anything is moved.
    let mut patience = 1;
    for (round, after) in (0..50).zip(chances(90)) {
        if !run_or_kill(igbot(&path, &both, &["store", "rekey"]), after * patience).await {
            killed += 1;
            let sealed_anew = |key: &str| {
                let keys = StoreKeys::parse(&SecretString::from(key)).unwrap();
                Store::open(&path, keys, Duration::from_secs(10)).is_ok()
            };
            let (old, new) = (sealed_anew(KEY), sealed_anew(NEW_KEY));
            assert!(old != new, "the canary is under one of them");
        }
        if round % 5 == 4 || patience > 1 {
            let found = open(&path, &both).verify(|_, _| {}).await.unwrap();
            // In the middle there are two canaries.
            assert!(found.is_sound() && [3001, 3002].contains(&found.values), "{found:?}");
            moved_between += u32::from((1..3001).contains(&found.under_older_keys()));
            patience *= if found.under_older_keys() >= 3001 { 2 } else { 1 };
        }
    }
    assert!(killed > 10 && moved_between > 0, "{killed} kills, {moved_between} in the middle");
    let end = igbot(&path, &both, &["store", "rekey"]).output().await.unwrap();
    assert!(end.status.success());
    assert!(String::from_utf8(end.stderr).unwrap().contains("Everything uses the first key"));
    let found = open(&path, NEW_KEY).verify(|_, _| {}).await.unwrap();
    assert!(found.is_sound() && found.values == 3001, "{found:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_or_restore_that_is_killed_leaves_a_whole_file_under_each_name() {
    let (dir, path) = filled(3000).await;
    let (file, copy) = (dir.path().join("copy.db"), dir.path().join("first.db"));
    open(&path, KEY).backup(&copy, |_, _| {}).await.unwrap();
    receive(&open(&path, KEY), 3000, 1).await;
    let (mut backups, mut restores) = (0, 0);
    for after in chances(60).take(40) {
        let backup = ["store", "backup", file.to_str().unwrap(), "--force"];
        backups += u32::from(run_or_kill(igbot(&path, KEY, &backup), after).await);
        if file.exists() {
            let sound = igbot(&file, KEY, &["store", "verify"]).output().await.unwrap();
            assert!(sound.status.success(), "{sound:?}");
        }
        let restore = ["store", "restore", copy.to_str().unwrap(), "--yes"];
        restores += u32::from(run_or_kill(igbot(&path, KEY, &restore), after).await);
        let store = open(&path, KEY);
        let events = store.status().await.unwrap().events.values().sum::<i64>();
        assert!([3000, 3001].contains(&events), "{events}");
        if events == 3000 {
            receive(&store, 3000, 1).await;
        }
    }
    assert!(backups < 40 && restores < 40, "{backups} and {restores} came to their end");
    let backup = ["store", "backup", file.to_str().unwrap(), "--force"];
    assert!(igbot(&path, KEY, &backup).status().await.unwrap().success());
    assert!(!dir.path().join("copy.db.partial").exists());
    assert!(open(&path, KEY).verify(|_, _| {}).await.unwrap().is_sound());
}

#[tokio::test(flavor = "multi_thread")]
async fn upkeep_and_a_crowd_of_commands_get_along_with_a_busy_store() {
    let (dir, path) = filled(1000).await;
    let both = format!("{NEW_KEY},{KEY}");
    let (stop, started) = (Arc::new(AtomicBool::new(false)), Instant::now());
    let (stored, slowest) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let serve = tokio::spawn({
        let (stop, stored, slowest) =
            (Arc::clone(&stop), Arc::clone(&stored), Arc::clone(&slowest));
        let store = open(&path, &both);
        async move {
            let mut number = 1000;
            while !stop.load(Ordering::SeqCst) {
                let started = Instant::now();
                receive(&store, number, 5).await;
                let took = u64::try_from(started.elapsed().as_millis()).unwrap();
                slowest.fetch_max(took, Ordering::SeqCst);
                stored.fetch_add(5, Ordering::SeqCst);
                number += 5;
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    });
    let upkeep = |arguments: Vec<String>| {
        let (stop, path, both) = (Arc::clone(&stop), path.clone(), both.clone());
        tokio::spawn(async move {
            let mut rounds = 0;
            while !stop.load(Ordering::SeqCst) {
                let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
                let ended = igbot(&path, &both, &arguments).output().await.unwrap();
                assert!(ended.status.success(), "{arguments:?}: {ended:?}");
                rounds += 1;
            }
            rounds
        })
    };
    let words = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let copy = dir.path().join("copy.db");
    let backup = [words("store backup --force"), vec![copy.to_str().unwrap().to_owned()]].concat();
    let loops = [
        upkeep(words("store rekey")),
        upkeep(words("store verify")),
        upkeep(words("store prune --older-than 7d")),
        upkeep(backup),
    ];
    let crowd: Vec<_> = (0..50)
        .map(|number| {
            let arguments: &[&str] = match number % 3 {
                0 => &["event", "list", "--limit", "5"],
                1 => &["account", "list"],
                _ => &["store", "status"],
            };
            let mut command = igbot(&path, &both, arguments);
            tokio::spawn(async move { command.output().await.unwrap() })
        })
        .collect();
    for command in crowd {
        let ended = command.await.unwrap();
        assert!(ended.status.success(), "{ended:?}");
    }
    // The loops go on for a while after the crowd has gone.
    tokio::time::sleep(Duration::from_secs(4).saturating_sub(started.elapsed())).await;
    stop.store(true, Ordering::SeqCst);
    serve.await.unwrap();
    for rounds in loops {
        assert!(rounds.await.unwrap() > 0);
    }
    let stored = 1000 + stored.load(Ordering::SeqCst);
    let store = open(&path, &both);
    assert_eq!(store.events(EventFilter::default()).await.unwrap().len() as u64, stored);
    assert!(store.verify(|_, _| {}).await.unwrap().is_sound());
    let slowest = slowest.load(Ordering::SeqCst);
    assert!(slowest < 8_000, "a delivery waited for {slowest} ms");
}
