//! The machine's clock jumps by a day; only the platform says that a token is dead.

use jiff::SignedDuration;

use super::{Chaos, DAY, Planned};
use crate::fake::Fault;

const JUMP: SignedDuration = SignedDuration::from_hours(24);

fn aged(days: u32, count: usize) -> Vec<Planned> {
    vec![Planned::aged(days * DAY); count]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_jump_of_a_day_starts_no_mass_refresh() {
    for jump in [JUMP, -JUMP] {
        let chaos = Chaos::new(&[aged(0, 20), aged(5, 20), aged(38, 20)].concat()).await;
        chaos.clock_jumps(jump);
        let before = chaos.stored().await;
        let ended = chaos.refresh(&[]).await.exits(0);
        assert_eq!(chaos.fake.call_count(), 0, "{jump:?}: {}", ended.short());
        assert_eq!(ended.tally().get("fresh"), Some(&60), "{}", ended.short());
        assert_eq!(chaos.stored().await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refreshed_before_a_jump_is_not_refreshed_again_after_it() {
    for jump in [JUMP, -JUMP] {
        let chaos = Chaos::new(&aged(48, 20)).await;
        chaos.refresh(&[]).await.exits(0);
        assert_eq!(chaos.fake.call_count(), 20);
        chaos.clock_jumps(jump);
        let before = chaos.stored().await;
        chaos.refresh(&[]).await.exits(0);
        assert_eq!(chaos.fake.call_count(), 20, "{jump:?}");
        assert_eq!(chaos.stored().await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn due_tokens_are_refreshed_on_either_side_of_a_jump() {
    for jump in [JUMP, -JUMP] {
        let chaos = Chaos::new(&aged(48, 20)).await;
        chaos.clock_jumps(jump);
        let before = chaos.stored().await;
        let ended = chaos.refresh(&[]).await.exits(0);
        assert_eq!(ended.tally().get("refreshed"), Some(&20), "{}", ended.short());
        chaos.nothing_is_lost(&before, &ended).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_has_ended_by_the_clock_alone_is_tried_and_refreshed() {
    let mut plan = aged(59, 10);
    plan.extend(vec![Planned::due(Fault::Dead(190, Some(463)), None); 2]);
    let chaos = Chaos::new(&plan).await;
    chaos.clock_jumps(JUMP * 2);
    let before = chaos.stored().await;
    let ended = chaos.refresh(&[]).await.exits(4);
    assert_eq!(ended.tally().get("refreshed"), Some(&10), "{}", ended.short());
    assert_eq!(ended.tally().get("login_needed"), Some(&2), "{}", ended.short());
    chaos.nothing_is_lost(&before, &ended).await;
}

/// A year's jump makes everything look expired. Nothing is thrown away, and when the platform
/// refuses the young tokens, their accounts keep them.
#[tokio::test(flavor = "multi_thread")]
async fn a_year_ahead_costs_no_token() {
    let chaos = Chaos::new(&[aged(0, 10), aged(48, 10)].concat()).await;
    chaos.clock_jumps(JUMP * 365);
    let before = chaos.stored().await;
    let ended = chaos.refresh(&[]).await;
    chaos.nothing_is_lost(&before, &ended).await;
    assert!(!ended.tally().contains_key("login_needed"), "{}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_was_a_mistake_is_forgotten_with_the_next_success() {
    let mut plan = aged(48, 3);
    plan[1] = Planned::due(Fault::Dead(190, Some(459)), Some(1));
    let chaos = Chaos::new(&plan).await;
    chaos.refresh(&[]).await.exits(4);
    assert!(chaos.stored().await[1].login_needed);
    let before = chaos.stored().await;
    chaos.refresh(&[]).await.exits(0);
    let after = chaos.stored().await;
    assert!(!after[1].login_needed);
    assert!(after[1].life.expires_at > before[1].life.expires_at);
    assert_eq!(chaos.fake.call_count(), 4, "the refreshed ones were left alone");
}
