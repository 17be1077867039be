//! kill -9 of `serve` under load, at random moments.
//!
//! Ten rounds each with programs and with the echo; `IGBOT_KILL_ROUNDS=200` makes it as many as the
//! promise speaks of, and takes minutes. The figures are printed (`--nocapture` shows them).

use std::time::Duration;

use tokio::time::sleep;

use super::serving::{BOT, Shop, TALKATIVE};
use super::{Chance, Seed};

/// New messages of a round.
const MESSAGES: u64 = 40;

fn rounds() -> usize {
    std::env::var("IGBOT_KILL_ROUNDS").map_or(10, |it| it.parse().unwrap())
}

async fn killed_under_load(bot: &[&str], parts: usize) {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = Shop::opens().await;
    shop.parts = parts;
    let (mut kills, mut at_work, mut sending) = (0, 0, 0);
    // On, if need be, until one has hit a reply on its way.
    while kills < rounds() || sending == 0 && kills < 5 * rounds() {
        kills += 1;
        let serve = shop.serve(bot).await;
        let webhook = serve.webhook.clone();
        let deliveries = shop.deliveries(MESSAGES, &mut chance);
        let pause = Duration::from_millis(chance.below(60));
        let life = Duration::from_millis(chance.below(500));
        let (ended, ()) = tokio::join!(
            async {
                sleep(life).await;
                serve.kill().await
            },
            shop.deliver(&webhook, deliveries, pause)
        );
        shop.heard(&ended);
        at_work += shop.count("SELECT count(*) > 0 FROM event WHERE state = 'running'");
        sending += shop.count("SELECT count(*) > 0 FROM outgoing WHERE state = 'sending'");
        // Sometimes the next one comes so late that it takes over at once what this one held.
        if chance.below(2) == 0 {
            shop.leases_run_out();
        }
    }
    shop.leases_run_out();
    let serve = shop.serve(bot).await;
    shop.repeat_until_taken(&serve.webhook).await;
    shop.until_idle().await;
    let ended = serve.stop().await.exits(0);
    shop.heard(&ended);
    let tally = shop.nothing_is_lost_or_doubled().await;
    eprintln!(
        "{kills} kills, {at_work} with events being handled, {sending} with replies on their way: \
         {tally:?}"
    );
    assert!(at_work * 3 >= kills, "only {at_work} kills hit the work");
    assert!(sending > 0, "no kill hit a reply on its way");
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_under_load_lose_no_acknowledged_message_and_answer_none_twice() {
    killed_under_load(&BOT, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_of_an_echo_lose_no_acknowledged_message_and_answer_none_twice() {
    killed_under_load(&["--echo"], 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_in_the_middle_of_answers_cost_none_of_their_messages_and_double_none() {
    killed_under_load(&TALKATIVE, 3).await;
}
