//! kill -9 of `send batch` at random moments, resumed each time.
//!
//! A few kills over a small file; `IGBOT_BATCH_KILLS=100 IGBOT_BATCH_ROWS=10000` are those of the
//! promise and take some minutes. The figures are printed (`--nocapture` shows them).

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;
use tokio::time::sleep;

use super::batches::{file, outcomes, send, shop};
use super::{Chance, Chaos, Seed, until};

fn wanted(name: &str, usual: usize) -> usize {
    std::env::var(name).map_or(usual, |it| it.parse().unwrap())
}

/// Whether there is a batch that can be resumed.
fn is_begun(chaos: &Chaos) -> bool {
    let store = rusqlite::Connection::open(&chaos.store).unwrap();
    let sql = "SELECT count(*) FROM batch WHERE state <> 'loading'";
    store.query_row(sql, [], |row| row.get::<_, bool>(0)).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_of_a_batch_send_no_row_twice_and_leave_none_unaccounted_for() {
    let (kills, rows) = (wanted("IGBOT_BATCH_KILLS", 8), wanted("IGBOT_BATCH_ROWS", 400));
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let chaos = shop(Duration::from_millis(15)).await;
    let path = file(&chaos, "a", rows);
    // So fast that the kills are spread over the whole file.
    let rate = format!("{}/s", (rows / kills * 4).max(40));
    let how = ["--rate", rate.as_str()];
    let mut told = BTreeMap::<u64, Vec<String>>::new();
    let mut take = |ended: &super::Ended| {
        for ((line, outcome), times) in outcomes(ended) {
            assert_eq!(times, 1, "line {line} was told twice by one process");
            told.entry(line).or_default().push(outcome);
        }
    };
    let mut on_their_way = 0;
    let (mut begun, mut id) = (false, String::new());
    for round in 0..kills {
        let arguments = match begun {
            false => [&[path.as_str()][..], &how].concat(),
            true => [&["--resume", id.as_str()][..], &how].concat(),
        };
        let mut run = send(&chaos, &arguments);
        // The first kills may come while the file is read; the others must not wait for that.
        if !begun && round >= 2 {
            until("the file is read", || is_begun(&chaos)).await;
        }
        sleep(Duration::from_millis(40 + chance.below(700))).await;
        let over = run.try_wait().unwrap().is_some();
        run.start_kill().unwrap();
        let ended = chaos.end(run).await;
        take(&ended);
        let store = rusqlite::Connection::open(&chaos.store).unwrap();
        let number = |sql: &str| store.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        begun = is_begun(&chaos);
        id = number("SELECT coalesce(max(id), 0) FROM batch").to_string();
        on_their_way += number("SELECT count(*) > 0 FROM outgoing WHERE state = 'sending'");
        if begun && (over || number("SELECT count(*) FROM outgoing WHERE state = 'waiting'") == 0) {
            break;
        }
    }
    let report = chaos.home.path().join("report.ndjson");
    let report_flag = ["--report", report.to_str().unwrap()];
    let last = match begun {
        true => [&["--resume", id.as_str()][..], &report_flag].concat(),
        false => [&[path.as_str()][..], &report_flag].concat(),
    };
    let ended = chaos.end(send(&chaos, &[&last[..], &["--rate", "5000/s"]].concat())).await;
    take(&ended);

    let report = std::fs::read_to_string(report).unwrap();
    let reported: Vec<Value> =
        report.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(reported.len(), rows, "every row is accounted for");
    let sent = chaos.fake.texts();
    let (mut arrived, mut unknown, mut unknown_arrived) = (0, 0, 0);
    for (number, row) in reported.iter().enumerate() {
        let line = number as u64 + 2;
        assert_eq!(row["line"], line);
        let times = sent.get(&format!("a {number}")).copied().unwrap_or_default();
        arrived += times;
        let told = told.get(&line).map(Vec::as_slice).unwrap_or_default();
        match (row["outcome"].as_str().unwrap(), times) {
            ("sent", 1) => assert!(told.iter().all(|it| it == "sent"), "line {line}: {told:?}"),
            ("unknown", 0 | 1) => {
                unknown += 1;
                unknown_arrived += times;
                assert!(told.iter().any(|it| it == "unknown"), "line {line} was not listed");
            }
            other => panic!("line {line} is {other:?}"),
        }
    }
    assert_eq!(sent.len(), arrived, "nothing else was sent");
    eprintln!(
        "{kills} kills over {rows} rows, {on_their_way} with rows on their way: {arrived} arrived, \
         each once; {unknown} unknown and listed, {unknown_arrived} of which arrived"
    );
    assert!(on_their_way * 3 >= kills as i64, "only {on_their_way} kills hit the work");
    ended.exits(if unknown > 0 { 9 } else { 0 });
    drop(seed);
}
