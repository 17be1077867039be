//! `send batch` against an Instagram that breaks, and beside another one.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::process::Child;

use super::{Chaos, Ended, Planned, send_signal, until};
use crate::fake::{Fault, Rules};

/// A shop at an Instagram that takes a moment for everything.
pub async fn shop(latency: Duration) -> Chaos {
    let rules = Rules { latency, ..Rules::default() };
    Chaos::with(rules, &[Planned::fine()]).await
}

/// Writes a file of so many rows, each with a text of its own that begins with `name`.
pub fn file(chaos: &Chaos, name: &str, rows: usize) -> String {
    let path = chaos.home.path().join(format!("{name}.csv"));
    let mut content = "to,text\n".to_owned();
    for row in 0..rows {
        content += &format!("12700000000{:05},{name} {row}\n", row % 500);
    }
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Starts `send batch --json`.
pub fn send(chaos: &Chaos, arguments: &[&str]) -> Child {
    let all = [&["send", "batch", "--json"][..], arguments].concat();
    chaos.command(&all).spawn().unwrap()
}

/// How often each line was reported with each outcome.
pub fn outcomes(ended: &Ended) -> BTreeMap<(u64, String), usize> {
    let mut outcomes = BTreeMap::new();
    for line in ended.stdout.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let key = (row["line"].as_u64().unwrap(), row["outcome"].as_str().unwrap().to_owned());
        *outcomes.entry(key).or_default() += 1;
    }
    outcomes
}

/// How many rows were reported with an outcome.
fn count(ended: &Ended, wanted: &str) -> usize {
    outcomes(ended).iter().filter(|((_, it), _)| it == wanted).map(|(_, times)| times).sum()
}

/// Each text was sent once, and so many were.
fn once_each(chaos: &Chaos, count: usize) {
    let texts = chaos.fake.texts();
    assert!(texts.values().all(|times| *times == 1), "sent twice: {texts:?}");
    assert_eq!(texts.len(), count);
}

async fn resumed(chaos: &Chaos) -> Ended {
    chaos.end(send(chaos, &["--resume", "1"])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_ends_what_is_on_its_way_and_leaves_the_rest_to_be_resumed() {
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let chaos = shop(Duration::from_millis(400)).await;
        let run = send(&chaos, &[&file(&chaos, "a", 60), "--jobs", "8"]);
        until("some calls", || chaos.fake.message_count() >= 8).await;
        send_signal(&run, signal);
        let ended = chaos.end(run).await.exits(code);
        let sent = chaos.fake.message_count();
        assert!(sent < 60, "it stopped");
        assert_eq!(count(&ended, "sent"), sent, "what was on its way ended: {}", ended.short());
        assert!(ended.stderr.contains("igbot send batch --resume 1"), "{}", ended.short());
        let ended = resumed(&chaos).await.exits(0);
        assert_eq!(count(&ended, "sent"), 60 - sent);
        once_each(&chaos, 60);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_belongs_to_one_process_at_a_time() {
    let chaos = shop(Duration::from_millis(300)).await;
    let first = send(&chaos, &[&file(&chaos, "a", 40), "--jobs", "4"]);
    until("some calls", || chaos.fake.message_count() >= 4).await;
    let second = resumed(&chaos).await.exits(2);
    assert!(second.stderr.contains("batch_held"), "{}", second.short());
    chaos.end(first).await.exits(0);
    once_each(&chaos, 40);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_batches_of_an_account_share_instagrams_limit() {
    let chaos = shop(Duration::from_millis(20)).await;
    let files = [file(&chaos, "a", 300), file(&chaos, "b", 300)];
    let runs = files.each_ref().map(|file| send(&chaos, &[file]));
    let [first, second] = runs.map(|run| chaos.end(run));
    let (first, second) = tokio::join!(first, second);
    first.exits(0);
    second.exits(0);
    once_each(&chaos, 600);
    // A second of the fake's own clock, with leave for a busy machine that lets calls wait and then
    // go together.
    let times: Vec<Instant> = chaos.fake.messages().iter().map(|message| message.at).collect();
    let within = |at: &Instant| {
        let end = *at + Duration::from_secs(1);
        times.iter().filter(|it| **it >= *at && **it < end).count()
    };
    let most = times.iter().map(within).max().unwrap();
    let took = (*times.last().unwrap() - times[0]).as_secs_f64();
    eprintln!("two batches: {most} in the fullest second, {:.0}/s in all", 600.0 / took);
    assert!(most <= 120, "{most} within a second");
    assert!(took >= 5.9, "600 at 100/s in {took} s");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pace_of_its_own_is_kept() {
    let chaos = shop(Duration::ZERO).await;
    let run = send(&chaos, &[&file(&chaos, "a", 20), "--rate", "10/s"]);
    chaos.end(run).await.exits(0);
    let times: Vec<Instant> = chaos.fake.messages().iter().map(|message| message.at).collect();
    let took = *times.last().unwrap() - times[0];
    assert!(took >= Duration::from_millis(1800), "{took:?}");
    once_each(&chaos, 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_token_stops_a_batch_and_costs_no_row() {
    let chaos = shop(Duration::from_millis(100)).await;
    let run = send(&chaos, &[&file(&chaos, "a", 60), "--jobs", "4"]);
    until("some calls", || chaos.fake.message_count() >= 8).await;
    let account = chaos.accounts[0].id.clone();
    chaos.fake.breaks(&account, Fault::Dead(190, Some(460)), None);
    let ended = chaos.end(run).await.exits(4);
    assert!(ended.stderr.contains("igbot login --alias"), "{}", ended.short());
    assert!(ended.stderr.contains("igbot send batch --resume 1"), "{}", ended.short());
    let sent = chaos.fake.message_count();
    assert_eq!((count(&ended, "sent"), outcomes(&ended).len()), (sent, sent), "{}", ended.short());
    chaos.fake.breaks(&account, Fault::Ok, None);
    let ended = resumed(&chaos).await.exits(0);
    assert_eq!(count(&ended, "sent"), 60 - sent);
    once_each(&chaos, 60);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_waits_until_instagram_takes_calls_again() {
    let chaos = shop(Duration::from_millis(10)).await;
    let run = send(&chaos, &[&file(&chaos, "a", 200), "--jobs", "4"]);
    until("some calls", || chaos.fake.message_count() >= 20).await;
    let limit = Fault::RateLimit { status: 400, code: 4, retry_after: Some(1) };
    chaos.fake.breaks(&chaos.accounts[0].id, limit, Some(2));
    let ended = chaos.end(run).await.exits(0);
    assert_eq!((count(&ended, "sent"), outcomes(&ended).len()), (200, 200));
    once_each(&chaos, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_gives_up_when_one_outcome_after_the_other_is_unknown() {
    let chaos = shop(Duration::from_millis(10)).await;
    chaos.fake.breaks(&chaos.accounts[0].id, Fault::ResetAfter, None);
    let path = file(&chaos, "a", 80);
    let ended = chaos.end(send(&chaos, &[&path, "--jobs", "16", "--rate", "50/s"])).await.exits(9);
    let unknown = count(&ended, "unknown");
    // A wave, and then one call after each rest.
    assert!((4..40).contains(&unknown), "{}", ended.short());
    chaos.fake.breaks(&chaos.accounts[0].id, Fault::Ok, None);
    let ended = resumed(&chaos).await.exits(9);
    assert_eq!(count(&ended, "sent"), 80 - unknown, "{}", ended.short());
    once_each(&chaos, 80);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_not_read_to_its_end_is_not_sent_and_holds_no_keys() {
    let chaos = shop(Duration::ZERO).await;
    let path = chaos.home.path().join("keys.csv");
    let rows: String = (0..3000).map(|row| format!("1270000000000001,a {row},k{row}\n")).collect();
    fs::write(&path, format!("to,text,dedupe_key\n{rows}")).unwrap();
    // A pipe that stays open behind 2000 rows.
    let mut command = chaos.command(&["send", "batch", "-"]);
    command.stdin(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let content = fs::read(&path).unwrap();
    let part = &content[..content.len() * 2 / 3];
    tokio::io::AsyncWriteExt::write_all(&mut stdin, part).await.unwrap();
    let stored = || {
        let store = rusqlite::Connection::open(&chaos.store).unwrap();
        store.query_row("SELECT count(*) FROM outgoing", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    until("some rows are stored", || stored() >= 1000).await;
    child.kill().await.unwrap();
    let resumed = resumed(&chaos).await.exits(2);
    assert!(resumed.stderr.contains("not read completely"), "{}", resumed.short());
    assert_eq!(chaos.fake.message_count(), 0);
    let run = send(&chaos, &[path.to_str().unwrap(), "--rate", "100000/s"]);
    chaos.end(run).await.exits(0);
    once_each(&chaos, 3000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_whose_key_was_used_for_a_send_of_unknown_outcome_is_unknown_too() {
    let chaos = shop(Duration::ZERO).await;
    let path = chaos.home.path().join("a.csv");
    fs::write(&path, "to,text,dedupe_key\n1270000000000001,a,k\n1270000000000001,b,l\n").unwrap();
    let path = path.to_str().unwrap();
    chaos.fake.breaks(&chaos.accounts[0].id, Fault::ResetAfter, Some(1));
    chaos.end(send(&chaos, &[path, "--jobs", "1"])).await.exits(9);
    for _ in 0..2 {
        let again = chaos.end(send(&chaos, &[path])).await.exits(9);
        assert!(again.stderr.contains("1 unknown, 1 skipped"), "{}", again.short());
    }
    let report = chaos.home.path().join("r.csv");
    let reported = ["--resume", "2", "--report", report.to_str().unwrap()];
    chaos.end(send(&chaos, &reported)).await.exits(9);
    let report = fs::read_to_string(report).unwrap();
    assert!(report.contains("asked for before under its key: unknown"), "{report}");
    once_each(&chaos, 2);
    let list = chaos.command(&["message", "list", "--json"]).spawn().unwrap();
    let listed = chaos.end(list).await.exits(0);
    assert_eq!(
        listed.stdout.matches("\"mid\"").count(),
        2,
        "two messages there are: {}",
        listed.short()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn output_that_nobody_reads_costs_no_row_and_keeps_nobody_from_stopping() {
    let chaos = shop(Duration::ZERO).await;
    let path = file(&chaos, "a", 4_000);
    let mut child = send(&chaos, &[&path]);
    let (mut sent, mut looks) = (0, 0);
    // It goes on for as much as may wait to be read, and then holds up.
    while looks < 20 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let now = chaos.fake.texts().len();
        looks = if now > 0 && now == sent { looks + 1 } else { 0 };
        sent = now;
    }
    assert!((1_000..4_000).contains(&sent), "{sent}");
    send_signal(&child, "-TERM");
    let ended = tokio::time::timeout(Duration::from_secs(20), child.wait()).await;
    assert_eq!(ended.expect("it ends").unwrap().code(), Some(143));
    let store = rusqlite::Connection::open(&chaos.store).unwrap();
    let open = "SELECT count(*) FROM outgoing WHERE state NOT IN ('sent', 'waiting')";
    assert_eq!(store.query_row(open, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    resumed(&chaos).await.exits(0);
    once_each(&chaos, 4_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_stops_when_its_account_is_unlinked() {
    let chaos = shop(Duration::from_millis(20)).await;
    let path = file(&chaos, "a", 2_000);
    let child = send(&chaos, &[&path, "--jobs", "1"]);
    until("it has begun", || chaos.fake.texts().len() > 5).await;
    let unlink = chaos.command(&["unlink", &chaos.accounts[0].id, "--yes"]).spawn().unwrap();
    chaos.end(unlink).await.exits(0);
    let sent = chaos.fake.texts().len();
    let ended = chaos.end(child).await.exits(4);
    assert!(chaos.fake.texts().len() < sent + 50, "it went on: {}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_is_taken_up_for_another_account_stays_as_it_is() {
    let rules = Rules { latency: Duration::from_secs(60), ..Rules::default() };
    let chaos = Chaos::with(rules, &[Planned::fine(), Planned::fine()]).await;
    let [of, other] = [0, 1].map(|number| chaos.accounts[number].id.clone());
    let path = file(&chaos, "a", 10);
    let mut child = send(&chaos, &[&path, "-A", &of]);
    let on_their_way = || {
        let store = rusqlite::Connection::open(&chaos.store).unwrap();
        let sql = "SELECT count(*) FROM outgoing WHERE state = 'sending'";
        store.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap_or_default()
    };
    until("rows are on their way", || on_their_way() == 10).await;
    child.kill().await.unwrap();
    let refused = chaos.end(send(&chaos, &["--resume", "1", "-A", &other])).await.exits(2);
    assert!(refused.stderr.contains("belongs to the account"), "{}", refused.short());
    assert_eq!(on_their_way(), 10);
    let resumed = chaos.end(send(&chaos, &["--resume", "1", "-A", &of])).await.exits(9);
    assert_eq!(count(&resumed, "unknown"), 10, "{}", resumed.short());
}
