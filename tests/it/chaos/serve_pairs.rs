//! Two `serve` on one store share the work, and one is killed.

use std::time::Duration;

use super::serving::{BOT, Shop};
use super::{Chance, Ended, Seed, until};

/// How many events a process handled.
fn handled(ended: &Ended) -> usize {
    ended.stdout.lines().filter(|line| line.contains(r#""state":"done""#)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_serves_on_one_store_answer_once_between_them_and_one_takes_over_from_the_other() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = Shop::opens().await;
    let first = shop.serve(&BOT).await;
    let deliveries = shop.deliveries(100, &mut chance);
    shop.deliver(&first.webhook, deliveries, Duration::ZERO).await;
    let owner = "SELECT owner FROM event WHERE state = 'running'";
    let owner: String = shop.connection().query_row(owner, [], |row| row.get(0)).unwrap();
    let second = shop.serve(&BOT).await;
    let known: Vec<_> = shop.acknowledged.iter().map(|number| vec![*number]).collect();
    let deliveries = shop.deliveries(100, &mut chance);
    shop.deliver(&second.webhook, [known, deliveries].concat(), Duration::ZERO).await;
    let others =
        format!("SELECT count(*) FROM event WHERE state = 'running' AND owner <> '{owner}'");
    until("both work", || shop.count(&others) > 0).await;
    let deliveries = shop.deliveries(100, &mut chance);
    let (webhook, life) = (first.webhook.clone(), Duration::from_millis(chance.below(300)));
    let (dead, ()) = tokio::join!(
        async {
            tokio::time::sleep(life).await;
            first.kill().await
        },
        shop.deliver(&webhook, deliveries, Duration::from_millis(20))
    );
    // The time of the living one's claims does not run out, for it renews them.
    let runs_out = "UPDATE event SET lease_until = 0 WHERE state = 'running' AND owner = ?1";
    shop.connection().execute(runs_out, [owner]).unwrap();
    shop.repeat_until_taken(&second.webhook).await;
    shop.until_idle().await;
    let ended = second.stop().await.exits(0);
    let shares = (handled(&dead), handled(&ended));
    assert!(shares.0 > 0 && shares.1 > 0, "{shares:?}");
    shop.heard(&dead);
    shop.heard(&ended);
    eprintln!("{shares:?} handled: {:?}", shop.nothing_is_lost_or_doubled().await);
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_serve_without_a_bot_leaves_the_work_to_one_that_has_one() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = Shop::opens().await;
    let botless = shop.serve(&[]).await;
    let lines = shop.deliveries(1, &mut chance);
    shop.deliver(&botless.webhook, lines, Duration::ZERO).await;
    let ignored = "SELECT count(*) FROM event WHERE state = 'ignored'";
    let alone = shop.acknowledged.len();
    until("nobody else has a bot", || shop.count(ignored) == alone).await;
    let answering = shop.serve(&BOT).await;
    let noted = "SELECT count(*) FROM meta WHERE name = 'bot_until'";
    until("somebody has a bot", || shop.count(noted) == 1).await;
    let deliveries = shop.deliveries(40, &mut chance);
    shop.deliver(&botless.webhook, deliveries, Duration::ZERO).await;
    let all = shop.acknowledged.len();
    let done = "SELECT count(*) FROM event WHERE state = 'done'";
    until("all are answered", || shop.count(done) == all - alone).await;
    // One goes, another stays: there is a bot all the time.
    let staying = shop.serve(&BOT).await;
    answering.stop().await.exits(0);
    let deliveries = shop.deliveries(20, &mut chance);
    shop.deliver(&botless.webhook, deliveries, Duration::from_millis(400)).await;
    let all = shop.acknowledged.len();
    until("all are answered", || shop.count(done) == all - alone).await;
    staying.stop().await.exits(0);
    // Once the bot was gone for long nobody waits for it.
    shop.connection().execute("UPDATE meta SET value = '1' WHERE name = 'bot_until'", []).unwrap();
    let deliveries = shop.deliveries(5, &mut chance);
    shop.deliver(&botless.webhook, deliveries, Duration::ZERO).await;
    let rest = shop.acknowledged.len() - (all - alone);
    until("nobody else has a bot", || shop.count(ignored) == rest).await;
    botless.stop().await.exits(0);
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_while_nobody_ran_is_left_to_the_one_that_has_a_bot() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = Shop::opens().await;
    let botless = shop.serve(&[]).await;
    let deliveries = shop.deliveries(20, &mut chance);
    shop.deliver(&botless.webhook, deliveries, Duration::ZERO).await;
    botless.kill().await;
    let botless = shop.serve(&[]).await;
    let answering = shop.serve(&BOT).await;
    shop.until_idle().await;
    let all = shop.acknowledged.len();
    assert_eq!(shop.count("SELECT count(*) FROM event WHERE state = 'done'"), all);
    answering.stop().await.exits(0);
    botless.stop().await.exits(0);
    drop(seed);
}
