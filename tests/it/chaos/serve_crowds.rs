//! Much at once: a delivery of a thousand updates, and a person who does not stop writing.

use std::time::Duration;

use super::serving::Shop;
use super::{Chance, Chaos, Planned, Seed, until};
use crate::fake::Rules;

/// An echo that spends no call on courtesies.
const CURT: [&str; 3] = ["--echo", "--no-mark-seen", "--no-typing"];

/// A shop at an Instagram that takes no time.
async fn quick(who: fn(u64) -> u64) -> Shop {
    let mut shop = Shop::at(Chaos::with(Rules::default(), &[Planned::fine()]).await);
    shop.who = who;
    shop
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_updates_in_one_delivery_are_stored_once_and_answered_in_order() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let mut shop = quick(|number| number % 40).await;
    let serve = shop.serve(&CURT).await;
    // In no order, and some of them twice.
    let mut delivery: Vec<_> = shop.write(900).chain(0..100).collect();
    for at in (1..delivery.len()).rev() {
        delivery.swap(at, chance.below(at as u64 + 1) as usize);
    }
    shop.deliver(&serve.webhook, vec![delivery.clone()], Duration::ZERO).await;
    shop.deliver(&serve.webhook, vec![delivery], Duration::ZERO).await;
    shop.until_idle().await;
    let ended = serve.stop().await.exits(0);
    shop.heard(&ended);
    shop.answered_in_order();
    assert_eq!(shop.nothing_is_lost_or_doubled().await.done, 900);
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_writes_ten_thousand_messages_keeps_nobody_waiting() {
    const FLOOD: u64 = 10_000;
    let mut shop = quick(|number| u64::from(number >= FLOOD)).await;
    let serve = shop.serve(&CURT).await;
    let flood: Vec<_> = shop.write(FLOOD).collect();
    // One delivery after the other: what comes late can only be answered late.
    for some in flood.chunks(500) {
        shop.deliver(&serve.webhook, vec![some.to_vec()], Duration::ZERO).await;
    }
    assert!(shop.unacknowledged.is_empty());
    for other in FLOOD..FLOOD + 5 {
        let before = shop.answered().len();
        shop.write(1);
        shop.deliver(&serve.webhook, vec![vec![other]], Duration::ZERO).await;
        until("the other person is answered", || shop.answered().contains(&other)).await;
        let after = shop.answered();
        let between = after[before..].iter().position(|number| *number == other).unwrap();
        assert!(between < 50, "{between} answers to the first person came before it");
        assert!(after.len() < 9_000, "the flood was over too soon to prove anything");
    }
    shop.answered_in_order();
    let ended = serve.stop().await.exits(0);
    shop.heard(&ended);
    assert_eq!(shop.count("SELECT count(*) FROM event") as u64, shop.written);
}
