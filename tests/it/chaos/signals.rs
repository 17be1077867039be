//! A run that is asked to stop.

use std::time::{Duration, Instant};

use super::{Chaos, Planned, send_signal, until};
use crate::fake::Rules;

async fn stops(signal: &str, code: i32) {
    let rules = Rules { latency: Duration::from_millis(1000), ..Rules::default() };
    let chaos = Chaos::with(rules, &vec![Planned::fine(); 40]).await;
    let run = chaos.start(&["--jobs", "4"]);
    until("four calls", || chaos.fake.running() == 4).await;
    let asked = Instant::now();
    send_signal(&run, signal);
    let ended = chaos.end(run).await.exits(code);
    assert!(asked.elapsed() < Duration::from_secs(4), "{:?}", asked.elapsed());
    assert_eq!(chaos.fake.call_count(), 4, "no new calls: {}", ended.short());
    let stored = chaos.stored().await;
    for (known, stored) in chaos.accounts.iter().zip(&stored) {
        match chaos.fake.last_good(&known.id) {
            Some(given) => assert_eq!(stored.token, given, "{}", ended.short()),
            None => assert_eq!(stored.token, known.token),
        }
    }
    let new = chaos.accounts.iter().zip(&stored).filter(|(known, it)| known.token != it.token);
    assert_eq!(new.count(), 4, "{}", ended.short());
    let refreshed = ended.tally().get("refreshed").copied().unwrap_or_default();
    assert_eq!(refreshed, 4, "it says what it did: {}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn sigterm_stores_what_was_in_flight_and_asks_no_more() {
    stops("-TERM", 143).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_stores_what_was_in_flight_and_asks_no_more() {
    stops("-INT", 130).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_during_the_random_delay_is_obeyed_at_once() {
    let chaos = Chaos::new(&[Planned::fine()]).await;
    let mut run = chaos.start(&["--jitter", "1h"]);
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert!(run.try_wait().unwrap().is_none(), "it waits");
    let asked = Instant::now();
    send_signal(&run, "-TERM");
    chaos.end(run).await.exits(143);
    assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
    assert_eq!(chaos.fake.call_count(), 0);
}
