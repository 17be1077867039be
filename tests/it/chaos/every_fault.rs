//! Two hundred accounts with everything that can go wrong, in one run.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::{Chaos, Planned};
use crate::fake::{Fault, Rules, Shape};

/// What a fault must lead to.
struct Case {
    fault: Fault,
    times: Option<u32>,
    results: &'static [&'static str],
    calls: RangeInclusive<usize>,
}

fn case(
    fault: Fault,
    times: Option<u32>,
    results: &'static [&'static str],
    calls: RangeInclusive<usize>,
) -> Case {
    Case { fault, times, results, calls }
}

const REFRESHED: &[&str] = &["refreshed"];
const FAILED: &[&str] = &["failed"];
const LOGIN_NEEDED: &[&str] = &["login_needed"];

/// Failures after which nobody knows whether it would work the next time.
fn doubtful() -> Vec<Fault> {
    let mut faults = vec![
        Fault::Http500Json(1),
        Fault::Http500Json(2),
        Fault::Http503Html,
        Fault::RateLimit { status: 400, code: 4, retry_after: None },
        Fault::RateLimit { status: 400, code: 17, retry_after: None },
        Fault::RateLimit { status: 403, code: 32, retry_after: None },
        Fault::RateLimit { status: 500, code: 613, retry_after: None },
        Fault::RateLimit { status: 200, code: 4, retry_after: None },
        Fault::Reset,
        Fault::ResetAfter,
        Fault::Truncated,
        Fault::Html200,
        Fault::EmptyBody,
    ];
    faults.extend(Shape::ALL.map(Fault::WrongShape));
    faults
}

fn every_case() -> Vec<Case> {
    let mut cases = Vec::new();
    for fault in doubtful() {
        cases.push(case(fault.clone(), Some(1), REFRESHED, 2..=2));
        cases.push(case(fault.clone(), Some(2), REFRESHED, 3..=3));
        cases.push(case(fault, None, FAILED, 2..=3));
    }
    let limited = Fault::RateLimit { status: 429, code: 4, retry_after: Some(1) };
    cases.push(case(limited.clone(), Some(1), REFRESHED, 2..=2));
    cases.push(case(limited, None, FAILED, 2..=3));
    for subcode in [458, 459, 460, 463, 464, 467, 492] {
        cases.push(case(Fault::Dead(190, Some(subcode)), None, LOGIN_NEEDED, 1..=1));
    }
    cases.push(case(Fault::Dead(190, None), None, LOGIN_NEEDED, 1..=1));
    cases.push(case(Fault::Dead(102, None), None, LOGIN_NEEDED, 1..=1));
    cases.push(case(Fault::Slow(Duration::from_secs(9)), None, FAILED, 1..=1));
    cases.push(case(Fault::Redirect, None, FAILED, 1..=3));
    for (status, code) in [(400, 100), (403, 10), (403, 200), (400, 3), (400, 368)] {
        let fault = Fault::Error { status, code, subcode: None };
        cases.push(case(fault, None, FAILED, 1..=3));
    }
    cases.push(case(Fault::SameString, None, REFRESHED, 1..=1));
    while cases.len() < 200 {
        cases.push(case(Fault::Ok, None, REFRESHED, 1..=1));
    }
    cases
}

async fn meets_every_fault(rules: Rules, arguments: &[&str], age: Duration) {
    let mut cases = every_case();
    // Good and bad ones mixed, the same way every time.
    let mut chance = super::Chance(7);
    for at in (1..cases.len()).rev() {
        cases.swap(at, usize::try_from(chance.below(at as u64 + 1)).unwrap());
    }
    let plan: Vec<_> = cases
        .iter()
        .map(|case| Planned { age, ..Planned::due(case.fault.clone(), case.times) })
        .collect();
    let chaos = Chaos::with(rules, &plan).await;
    let before = chaos.stored().await;
    let mut all = vec!["--timeout", "2s"];
    all.extend(arguments);
    let ended = chaos.refresh(&all).await.exits(4);
    chaos.nothing_is_lost(&before, &ended).await;
    let reports = ended.reports();
    let mut wrong = Vec::new();
    for (known, case) in chaos.accounts.iter().zip(&cases) {
        let (report, calls) = (&reports[&known.id], chaos.fake.calls(&known.id).len());
        let reason = report.reason.as_deref().unwrap_or_default();
        let told = match report.result.as_str() {
            "refreshed" => true,
            _ => !reason.is_empty() && !reason.contains("http://"),
        };
        if !case.results.contains(&report.result.as_str()) || !case.calls.contains(&calls) || !told
        {
            wrong.push(format!("{:?} x {:?}: {calls} calls, {report:?}", case.fault, case.times));
        }
    }
    assert!(wrong.is_empty(), "{} of 200:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_of_200_accounts_gets_what_its_fault_deserves() {
    meets_every_fault(Rules::default(), &[], super::DAY * 48).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_of_200_accounts_gets_what_its_fault_deserves_when_forced_and_slow() {
    let rules = Rules { latency: Duration::from_millis(20), ..Rules::default() };
    meets_every_fault(rules, &["--force"], super::DAY * 5).await;
}

/// The platform may end the old string with the refresh. When an answer is then lost, nobody can
/// help the account, but igbot must say so and keep what it has; the others are all well.
#[tokio::test(flavor = "multi_thread")]
async fn when_old_strings_end_at_once_only_lost_answers_need_a_login() {
    let rules = Rules { old_ends_after: Some(Duration::ZERO), ..Rules::default() };
    let mut plan = vec![Planned::fine(); 30];
    plan.push(Planned::due(Fault::ResetAfter, None));
    plan.push(Planned::due(Fault::Truncated, None));
    let chaos = Chaos::with(rules, &plan).await;
    let before = chaos.stored().await;
    // The first answers of the two are lost, the second ones are refusals.
    for known in &chaos.accounts[30..] {
        chaos.fake.breaks(&known.id, Fault::ResetAfter, Some(1));
    }
    let ended = chaos.refresh(&[]).await.exits(4);
    assert_eq!(ended.tally().into_values().collect::<Vec<_>>(), [2, 30], "{}", ended.short());
    for (known, stored) in chaos.accounts.iter().zip(chaos.stored().await).take(30) {
        assert_eq!(Some(stored.token), chaos.fake.last_good(&known.id));
    }
    assert_eq!(chaos.stored().await[30..].iter().map(|it| &it.token).collect::<Vec<_>>(), {
        before[30..].iter().map(|it| &it.token).collect::<Vec<_>>()
    });
}
