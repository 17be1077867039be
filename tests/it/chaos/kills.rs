//! kill -9 at random moments.

use std::time::Duration;

use super::{Chance, Chaos, DAY, Planned, Seed, Stored, send_signal};
use crate::fake::{Fault, Renewal, Rules};

const KILLS: usize = 100;
const DEAD: usize = 4;

fn plan() -> Vec<Planned> {
    let mut plan = vec![Planned::fine(); 48];
    plan.extend(vec![Planned::due(Fault::SameString, None); 4]);
    plan.extend(vec![Planned::due(Fault::ResetAfter, Some(1)); 2]);
    plan.extend(vec![Planned::due(Fault::Truncated, Some(1)); 2]);
    plan.extend(vec![Planned::due(Fault::Dead(190, Some(460)), None); DEAD]);
    plan
}

/// What a kill left behind: old token and old life, or a token that the platform gave with a later
/// end. Tells which accounts have a new one, with the number of their calls.
async fn checked(chaos: &Chaos, before: &[Stored]) -> Vec<Option<usize>> {
    let mut renewed = Vec::new();
    for ((known, before), now) in chaos.accounts.iter().zip(before).zip(chaos.stored().await) {
        assert!(chaos.fake.takes(&known.id, &now.token), "{known:?} has a token of nobody");
        if now.life == before.life {
            assert_eq!(now.token, before.token, "{known:?} has a new token with an old life");
            renewed.push(None);
        } else {
            assert!(now.life.expires_at > before.life.expires_at, "{known:?}");
            renewed.push(Some(chaos.fake.calls(&known.id).len()));
        }
    }
    renewed
}

fn not_asked_again(chaos: &Chaos, renewed: &[Option<usize>]) {
    for (known, calls) in chaos.accounts.iter().zip(renewed) {
        if let Some(calls) = calls {
            assert_eq!(chaos.fake.calls(&known.id).len(), *calls, "{known:?} was asked again");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_kills_lose_no_token_and_repeat_no_success() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    let rules = Rules {
        latency: Duration::from_millis(8),
        renewal: Renewal::Alternates,
        ..Rules::default()
    };
    let plan = plan();
    let chaos = Chaos::with(rules, &plan).await;
    let (mut kills, mut kills_in_the_middle) = (0, 0);
    // Follows how long a run takes, so that the kills spread over all of it.
    let mut span = 400;
    while kills < KILLS {
        let before = chaos.stored().await;
        let mut renewed = vec![None; plan.len()];
        loop {
            let mut run = chaos.start(&[]);
            tokio::time::sleep(Duration::from_millis(chance.below(span))).await;
            if let Some(status) = run.try_wait().unwrap() {
                assert_eq!(status.code(), Some(4), "a run that was left alone ends right");
                span = (span * 4 / 5).max(60);
                break;
            }
            send_signal(&run, "-KILL");
            run.wait().await.unwrap();
            chaos.fake.settles().await;
            kills += 1;
            not_asked_again(&chaos, &renewed);
            let had = renewed.iter().flatten().count();
            renewed = checked(&chaos, &before).await;
            let has = renewed.iter().flatten().count();
            if has > had && has < plan.len() - DEAD {
                kills_in_the_middle += 1;
            }
            if has == had {
                span = (span * 11 / 10).min(1000);
            }
            if kills >= KILLS {
                break;
            }
        }
        let last = chaos.refresh(&[]).await.exits(4);
        not_asked_again(&chaos, &renewed);
        let renewed = checked(&chaos, &before).await;
        assert_eq!(renewed.iter().flatten().count(), plan.len() - DEAD, "{}", last.short());
        assert_eq!(last.tally().get("login_needed"), Some(&DEAD));
        assert_eq!(last.reports().len(), plan.len());

        // The next generation: everything is due again, and breaks again.
        let passes = 48 * DAY;
        chaos.clock_jumps(passes.try_into().unwrap());
        chaos.fake.time_passes(passes);
        for (known, planned) in chaos.accounts.iter().zip(&plan) {
            chaos.fake.breaks(&known.id, planned.fault.clone(), planned.times);
        }
    }
    assert!(kills_in_the_middle >= 10, "only {kills_in_the_middle} kills hit the work");
    assert_eq!(chaos.fake.strangers(), 0);
    drop(seed);
}
