//! Somebody else changes the store, or the platform its mind, while a call is under way.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

use super::{Chaos, DAY, Ended, Planned, linked, open, until};
use crate::fake::{Fault, Rules};

const SLOW: Duration = Duration::from_millis(1500);

/// Starts a run over accounts of which each has a call under way when this returns.
async fn asked(plan: &[Planned]) -> (Chaos, tokio::process::Child) {
    let rules = Rules { latency: SLOW, ..Rules::default() };
    let chaos = Chaos::with(rules, plan).await;
    let run = chaos.start(&[]);
    until("every call is under way", || chaos.fake.running() == plan.len()).await;
    (chaos, run)
}

/// A person logs the account in again: another token, with this much of its 60 days gone.
async fn logs_in(chaos: &Chaos, number: usize, gone: Duration) -> String {
    let known = &chaos.accounts[number];
    let token = known.token.replace("fakeOne", "fakeOneByLogin");
    let login = linked(&known.id, &known.alias, &token, Timestamp::now(), gone);
    open(&chaos.store).link(login).await.unwrap();
    token
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_during_the_call_is_not_overwritten_by_the_refresh_of_the_token_before_it() {
    let (chaos, run) = asked(&[Planned::fine(), Planned::fine()]).await;
    // Lives are not all as long: Instagram has given 5183944 seconds and 5184000.
    let logged_in = logs_in(&chaos, 0, Duration::from_secs(100)).await;
    let ended = chaos.end(run).await;
    let stored = chaos.stored().await;
    assert_eq!(stored[0].token, logged_in, "{}", ended.short());
    assert_eq!(Some(&stored[1].token), chaos.fake.last_good(&chaos.accounts[1].id).as_ref());
    assert_eq!(ended.code, 0, "{}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_during_the_call_is_not_blamed_for_the_dead_token_before_it() {
    let dead = Planned::due(Fault::Dead(190, Some(460)), None);
    let (chaos, run) = asked(&[dead, Planned::fine()]).await;
    let logged_in = logs_in(&chaos, 0, Duration::ZERO).await;
    let ended = chaos.end(run).await;
    let stored = &chaos.stored().await[0];
    assert_eq!(stored.token, logged_in, "{}", ended.short());
    assert!(!stored.login_needed, "{}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_unlinked_during_the_call_stays_unlinked() {
    let (chaos, run) = asked(&[Planned::fine(), Planned::fine()]).await;
    let store = open(&chaos.store);
    store.unlink(&chaos.accounts[0].id.parse().unwrap()).await.unwrap();
    drop(store);
    let ended = chaos.end(run).await;
    let left = open(&chaos.store).accounts().await.unwrap();
    assert_eq!(left.len(), 1, "{}", ended.short());
    assert!([0, 8].contains(&ended.code), "{}", ended.short());
    assert_eq!(ended.reports()[&chaos.accounts[1].id].result, "refreshed");
}

/// Holds the store's write lock, as a long `store rekey` or a backup tool may.
async fn with_the_store_held(held_for: Duration) -> (Chaos, Ended) {
    let rules = Rules { latency: Duration::from_millis(300), ..Rules::default() };
    let chaos = Chaos::with(rules, &vec![Planned::fine(); 24]).await;
    let run = chaos.start(&[]);
    until("a call is under way", || chaos.fake.running() > 0).await;
    let path = chaos.store.clone();
    let holder = std::thread::spawn(move || {
        let store = rusqlite::Connection::open(path).unwrap();
        store.busy_timeout(Duration::from_secs(5)).unwrap();
        store.execute_batch("BEGIN IMMEDIATE").unwrap();
        std::thread::sleep(held_for);
        store.execute_batch("ROLLBACK").unwrap();
    });
    let ended = chaos.end(run).await;
    holder.join().unwrap();
    (chaos, ended)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_held_for_seconds_by_another_process_delays_the_run_and_loses_nothing() {
    let (chaos, ended) = with_the_store_held(Duration::from_secs(3)).await;
    assert_eq!(ended.code, 0, "{}", ended.short());
    for (known, stored) in chaos.accounts.iter().zip(chaos.stored().await) {
        assert_eq!(Some(stored.token), chaos.fake.last_good(&known.id));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_held_for_long_fails_few_accounts_and_says_so() {
    let (chaos, ended) = with_the_store_held(Duration::from_secs(20)).await;
    assert!([0, 3, 8].contains(&ended.code), "{}", ended.short());
    let stored = chaos.stored().await;
    let lost = chaos.accounts.iter().zip(&stored).filter(|(known, stored)| {
        chaos.fake.last_good(&known.id).is_some_and(|given| given != stored.token)
    });
    assert!(lost.count() <= 8, "what was in flight, and no more: {}", ended.short());
    chaos.refresh(&[]).await.exits(0);
}

/// After a clock that was ahead has been put right, a stored end may lie later than any that the
/// platform gives. Where old strings end with the refresh, only the new one is of use.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_was_given_is_kept_even_if_the_stored_end_lies_later() {
    let rules = Rules { old_ends_after: Some(Duration::ZERO), ..Rules::default() };
    let chaos = Chaos::with(rules, &[Planned::aged(2 * DAY)]).await;
    chaos.clock_jumps(SignedDuration::from_hours(-4 * 24));
    let ended = chaos.refresh(&["--force"]).await;
    let stored = &chaos.stored().await[0];
    assert!(chaos.fake.takes(&chaos.accounts[0].id, &stored.token), "lost: {}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_the_platform_closes_after_some_answers_cost_no_account() {
    let rules = Rules { closes_after: Some(7), ..Rules::default() };
    let chaos = Chaos::with(rules, &vec![Planned::fine(); 400]).await;
    let before = chaos.stored().await;
    let ended = chaos.refresh(&[]).await.exits(0);
    chaos.nothing_is_lost(&before, &ended).await;
    assert_eq!(chaos.fake.call_count(), 400, "each was asked once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_drips_or_never_ends_fails_its_account_alone() {
    let mut plan = vec![Planned::fine(); 20];
    plan[3] = Planned::due(Fault::Drip, None);
    plan[5] = Planned::due(Fault::Flood, None);
    let chaos = Chaos::new(&plan).await;
    let before = chaos.stored().await;
    let start = Instant::now();
    let ended = chaos.refresh(&["--timeout", "2s"]).await.exits(8);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    assert_eq!(ended.tally().get("failed"), Some(&2), "{}", ended.short());
    chaos.nothing_is_lost(&before, &ended).await;
    let calls = chaos.fake.calls(&chaos.accounts[5].id).len();
    let taken = chaos.fake.flooded() / calls / 1024 / 1024;
    assert!(taken <= 24, "{taken} MiB of an answer were taken, {calls} times");
}

/// A cron job that waits a day is a cron job that hangs.
#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_wants_a_day_of_rest_gets_it_from_the_next_run() {
    let mut plan = vec![Planned::fine(); 10];
    let rest = Fault::RateLimit { status: 429, code: 4, retry_after: Some(24 * 3600) };
    plan[9] = Planned::due(rest, None);
    let chaos = Chaos::new(&plan).await;
    let ended = chaos.refresh(&[]).await;
    assert!([5, 8].contains(&ended.code), "{}", ended.short());
    assert_eq!(ended.reports()[&chaos.accounts[9].id].result, "failed");
    assert_eq!(chaos.fake.calls(&chaos.accounts[9].id).len(), 1, "{}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_few_accounts_that_are_to_rest_or_hang_stop_no_other() {
    let rest = |code| Fault::RateLimit { status: 429, code, retry_after: Some(3_600) };
    let mut plan = vec![Planned::fine(); 100];
    plan[..8].fill(Planned::due(rest(80_002), None));
    plan[8..16].fill(Planned::due(Fault::Slow(Duration::from_secs(60)), None));
    for jobs in ["8", "50"] {
        let chaos = Chaos::new(&plan).await;
        let ended = chaos.refresh(&["--timeout", "2s", "--jobs", jobs]).await.exits(8);
        assert_eq!(ended.tally().get("refreshed"), Some(&84), "{}", ended.short());
        assert_eq!(ended.tally().get("failed"), Some(&16), "{}", ended.short());
    }
}
