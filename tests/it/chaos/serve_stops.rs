//! SIGTERM under load: what runs ends, what waits waits for the next start, and nobody notices.

use std::time::Duration;

use tokio::time::sleep;

use super::serving::{BOT, Shop, Tally};
use super::{Chance, Seed, send_signal};

const MESSAGES: u64 = 40;

/// Stops `serve` in the middle of a load; what was not taken is repeated later.
async fn stopped_under_load(shop: &mut Shop, arguments: &[&str], chance: &mut Chance) {
    let serve = shop.serve(arguments).await;
    let webhook = serve.webhook.clone();
    let deliveries = shop.deliveries(MESSAGES, chance);
    let pause = Duration::from_millis(chance.below(40));
    let life = Duration::from_millis(100 + chance.below(300));
    let (ended, ()) = tokio::join!(
        async {
            sleep(life).await;
            serve.stop().await.exits(0)
        },
        shop.deliver(&webhook, deliveries, pause)
    );
    shop.heard(&ended);
}

async fn ended(mut shop: Shop) -> Tally {
    let serve = shop.serve(&BOT).await;
    shop.repeat_until_taken(&serve.webhook).await;
    shop.until_idle().await;
    let ended = serve.stop().await.exits(0);
    shop.heard(&ended);
    shop.nothing_is_lost_or_doubled().await
}

#[tokio::test(flavor = "multi_thread")]
async fn stops_under_load_finish_every_reply_that_was_begun() {
    const STOPS: u64 = 6;
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = Shop::opens().await;
    let mut waiting = 0;
    for _ in 0..STOPS {
        stopped_under_load(&mut shop, &BOT, &mut chance).await;
        assert_eq!(shop.count("SELECT count(*) FROM event WHERE state = 'running'"), 0);
        waiting += shop.count("SELECT count(*) > 0 FROM event WHERE state = 'pending'");
    }
    assert!(waiting > 0, "every stop came when all was done");
    let all = (STOPS * MESSAGES) as usize;
    let expected = Tally { acknowledged: all, done: all, unknown: 0, sent: all };
    assert_eq!(ended(shop).await, expected);
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
async fn bots_that_outlast_the_drain_are_asked_again_and_their_people_answered_once() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = Shop::opens().await;
    let slow = ["--drain", "1s", "--exec", "sh", "-c", "sleep 3; echo too late"];
    stopped_under_load(&mut shop, &slow, &mut chance).await;
    assert!(shop.count("SELECT count(*) FROM event WHERE state = 'pending'") > 0);
    let held =
        "SELECT count(*) FROM event WHERE state = 'running' OR state = 'pending' AND attempts > 0";
    assert_eq!(shop.count(held), 0, "to be cut off is no attempt");
    let all = MESSAGES as usize;
    let expected = Tally { acknowledged: all, done: all, unknown: 0, sent: all };
    assert_eq!(ended(shop).await, expected);
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_wait_for_a_stop_leaves_no_bot_running() {
    let mut shop = Shop::opens().await;
    let started = shop.chaos.home.path().join("started");
    let program = format!("echo $$ > {}; sleep 1000", started.display());
    let serve = shop.serve(&["--exec", "sh", "-c", &program]).await;
    let one = shop.write(1).collect();
    shop.deliver(&serve.webhook, vec![one], Duration::ZERO).await;
    let bot = loop {
        let bot = std::fs::read_to_string(&started).unwrap_or_default();
        match bot.trim() {
            "" => sleep(Duration::from_millis(10)).await,
            bot => break bot.to_owned(),
        }
    };
    send_signal(&serve.child, "-INT");
    // Not so soon that both are one.
    sleep(Duration::from_millis(500)).await;
    send_signal(&serve.child, "-INT");
    serve.end().await.exits(130);
    let alive = || std::fs::read_to_string(format!("/proc/{bot}/stat"));
    while alive().is_ok_and(|stat| !stat.contains(") Z")) {
        sleep(Duration::from_millis(10)).await;
    }
}
