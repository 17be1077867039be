//! Another process keeps the store of `serve` to itself for a while.

use std::time::Duration;

use tokio::time::sleep;

use super::serving::{BOT, Shop};
use super::{Chance, Seed};

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_is_locked_for_five_seconds_under_load_loses_nothing() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = Shop::opens().await;
    let serve = shop.serve(&BOT).await;
    let deliveries = shop.deliveries(60, &mut chance);
    shop.deliver(&serve.webhook, deliveries, Duration::ZERO).await;
    let other = shop.connection();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(shop.count("SELECT count(*) FROM event WHERE state = 'running'") > 0, "replies wait");
    let before = shop.count("SELECT count(*) FROM event");
    let deliveries = shop.deliveries(60, &mut chance);
    let webhook = serve.webhook.clone();
    let held = async {
        for _ in 0..5 {
            sleep(Duration::from_secs(1)).await;
            let client = reqwest::Client::builder().no_proxy().build().unwrap();
            assert!(super::serving::shakes_hands(&client, &webhook).await);
        }
        let count = other.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, u32>(0));
        assert_eq!(count.unwrap() as usize, before, "nobody else wrote");
        drop(other);
    };
    tokio::join!(held, shop.deliver(&serve.webhook, deliveries, Duration::from_millis(20)));
    shop.repeat_until_taken(&serve.webhook).await;
    shop.until_idle().await;
    assert_eq!(shop.readiness(&serve).await, 200);
    let ended = serve.stop().await.exits(0);
    shop.heard(&ended);
    let tally = shop.nothing_is_lost_or_doubled().await;
    eprintln!("{tally:?}");
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_somebody_keeps_does_not_keep_serve_from_ending() {
    let mut chance = Chance::new();
    let mut shop = Shop::opens().await;
    let serve = shop.serve(&BOT).await;
    let deliveries = shop.deliveries(20, &mut chance);
    shop.deliver(&serve.webhook, deliveries, Duration::ZERO).await;
    let other = shop.connection();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let deliveries = shop.deliveries(20, &mut chance);
    let webhook = serve.webhook.clone();
    let (took, ()) = tokio::join!(
        async {
            sleep(Duration::from_secs(2)).await;
            let asked = std::time::Instant::now();
            serve.stop().await.exits(0);
            asked.elapsed()
        },
        shop.deliver(&webhook, deliveries, Duration::from_millis(20))
    );
    // Ten seconds is what security 13 allows, on a machine that has nothing else to do; it would be 18 if
    // the store were waited for.
    assert!(took < Duration::from_secs(16), "{took:?}");
    drop(other);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_has_answered_is_not_asked_again_for_want_of_the_store() {
    let mut shop = Shop::opens().await;
    let asked = shop.chaos.home.path().join("asked");
    let program = format!("echo x >> {}; sleep 2; echo answer", asked.display());
    let serve = shop.serve(&["--exec", "sh", "-c", &program]).await;
    let one = shop.write(1).collect();
    shop.deliver(&serve.webhook, vec![one], Duration::ZERO).await;
    let times = || std::fs::read_to_string(&asked).unwrap_or_default().lines().count();
    while times() == 0 {
        sleep(Duration::from_millis(10)).await;
    }
    let other = shop.connection();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    // Longer than a write waits, which begins when the bot has ended.
    sleep(Duration::from_secs(14)).await;
    let metrics = reqwest::get(format!("{}/metrics", serve.admin)).await.unwrap();
    assert!(metrics.text().await.unwrap().contains("igbot_events_stored_total 1"));
    drop(other);
    shop.until_idle().await;
    assert_eq!(times(), 1);
    assert_eq!(shop.count("SELECT count(*) FROM event WHERE state = 'done' AND attempts = 1"), 1);
    let ended = serve.stop().await.exits(0);
    shop.heard(&ended);
}
