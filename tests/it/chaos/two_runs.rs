//! Two runs at a time.

use std::time::Duration;

use super::{Chaos, Ended, Planned, send_signal, until};
use crate::fake::Rules;

const ACCOUNTS: usize = 40;

async fn slow() -> Chaos {
    let rules = Rules { latency: Duration::from_millis(50), ..Rules::default() };
    Chaos::with(rules, &vec![Planned::fine(); ACCOUNTS]).await
}

async fn begun(chaos: &Chaos) {
    until("a first call", || chaos.fake.call_count() > 0).await;
}

fn says_that_another_runs(ended: &Ended) -> bool {
    let said = format!("{}{}", ended.stdout, ended.stderr).to_lowercase();
    ["another", "already", "running"].iter().any(|word| said.contains(word))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_run_says_so_and_leaves_the_work_to_the_first() {
    let chaos = slow().await;
    let before = chaos.stored().await;
    let first = chaos.start(&[]);
    begun(&chaos).await;
    let second = chaos.refresh(&[]).await.exits(0);
    assert!(says_that_another_runs(&second), "{}", second.short());
    assert_eq!(second.reports().len(), 0, "{}", second.short());
    let first = chaos.end(first).await.exits(0);
    assert_eq!(first.tally().get("refreshed"), Some(&ACCOUNTS));
    assert_eq!(chaos.fake.call_count(), ACCOUNTS);
    chaos.nothing_is_lost(&before, &first).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_that_start_together_refresh_each_account_once() {
    let chaos = slow().await;
    let runs: Vec<_> = (0..4).map(|_| chaos.start(&[])).collect();
    let mut refreshed = 0;
    for run in runs {
        let ended = chaos.end(run).await.exits(0);
        refreshed += ended.tally().get("refreshed").copied().unwrap_or_default();
    }
    assert_eq!((refreshed, chaos.fake.call_count()), (ACCOUNTS, ACCOUNTS));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_waits_for_the_lock_finds_everything_fresh() {
    let chaos = slow().await;
    let first = chaos.start(&[]);
    begun(&chaos).await;
    let second = chaos.refresh(&["--lock-wait", "30s"]).await.exits(0);
    assert_eq!(second.tally().get("fresh"), Some(&ACCOUNTS), "{}", second.short());
    chaos.end(first).await.exits(0);
    assert_eq!(chaos.fake.call_count(), ACCOUNTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_run_leaves_no_lock() {
    let chaos = slow().await;
    let mut first = chaos.start(&[]);
    begun(&chaos).await;
    send_signal(&first, "-KILL");
    first.wait().await.unwrap();
    let second = chaos.refresh(&[]).await.exits(0);
    assert!(!says_that_another_runs(&second), "{}", second.short());
    assert_eq!(second.reports().len(), ACCOUNTS);
    for (known, stored) in chaos.accounts.iter().zip(chaos.stored().await) {
        assert_ne!(stored.token, known.token);
        assert!(chaos.fake.takes(&known.id, &stored.token));
    }
}
