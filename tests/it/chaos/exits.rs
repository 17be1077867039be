//! The exit code says what happened, and an outage or a rate limit is not made worse.

use std::time::{Duration, Instant};

use super::{Chaos, DAY, Planned};
use crate::fake::{Fault, Outcome, Renewal, Rules};

const LIMIT: Fault = Fault::RateLimit { status: 429, code: 4, retry_after: None };

async fn exit_of(plan: &[Planned]) -> i32 {
    let chaos = Chaos::new(plan).await;
    let before = chaos.stored().await;
    let ended = chaos.refresh(&[]).await;
    chaos.nothing_is_lost(&before, &ended).await;
    ended.code
}

#[tokio::test(flavor = "multi_thread")]
async fn the_exit_code_tells_dead_limited_away_partly_and_fine_apart() {
    let fine = Planned::fine();
    let dead = Planned::due(Fault::Dead(190, Some(460)), None);
    let limited = Planned::due(LIMIT, None);
    let away = Planned::due(Fault::Http503Html, None);
    let fresh = Planned::aged(5 * DAY);
    let all = |one: &Planned| vec![one.clone(); 10];
    let and = |mut some: Vec<Planned>, other: &Planned| {
        some.push(other.clone());
        some
    };
    for (what, plan, code) in [
        ("all fine", all(&fine), 0),
        ("nothing due", all(&fresh), 0),
        ("one dead", and(all(&fine), &dead), 4),
        ("one dead, the rest limited", and(all(&limited), &dead), 4),
        ("one away", and(all(&fine), &away), 8),
        ("one limited", and(all(&fine), &limited), 8),
        (
            "one with a lasting refusal",
            {
                and(
                    all(&fine),
                    &Planned::due(Fault::Error { status: 400, code: 100, subcode: None }, None),
                )
            },
            8,
        ),
        ("all limited", all(&limited), 5),
        ("all limited but the fresh ones", and(all(&limited), &fresh), 5),
        ("all away", all(&away), 7),
        ("all cut off", all(&Planned::due(Fault::Reset, None)), 7),
    ] {
        assert_eq!(exit_of(&plan).await, code, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_is_away_altogether_ends_the_run_early() {
    let chaos = Chaos::new(&vec![Planned::fine(); 400]).await;
    let before = chaos.stored().await;
    chaos.fake.goes_away();
    // The listener is closed by its task, a moment later.
    tokio::time::sleep(Duration::from_millis(50)).await;
    let start = Instant::now();
    let ended = chaos.refresh(&[]).await.exits(7);
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
    assert!(!ended.stderr.is_empty() || !ended.stdout.is_empty());
    assert_eq!(chaos.stored().await, before);
    for report in ended.reports().values() {
        assert_eq!(report.result, "failed", "{report:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn retry_after_pauses_the_whole_run() {
    let rules = Rules { latency: Duration::from_millis(40), ..Rules::default() };
    let mut plan = vec![Planned::fine(); 60];
    let limited = Fault::RateLimit { status: 429, code: 4, retry_after: Some(2) };
    plan[4] = Planned::due(limited, Some(1));
    let chaos = Chaos::with(rules, &plan).await;
    let before = chaos.stored().await;
    let ended = chaos.refresh(&["--jobs", "2"]).await.exits(0);
    chaos.nothing_is_lost(&before, &ended).await;
    let refused = chaos.fake.calls(&chaos.accounts[4].id)[0].at;
    let later = |from: u64, to: u64| {
        let (from, to) =
            (refused + Duration::from_millis(from), refused + Duration::from_millis(to));
        chaos.fake.all_calls().iter().filter(|call| (from..to).contains(&call.at)).count()
    };
    assert_eq!(later(250, 1950), 0, "calls in the pause");
    assert!(later(1950, 30_000) > 0, "and it goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_string_is_a_success_and_lives_longer() {
    let rules = Rules { renewal: Renewal::Stays, ..Rules::default() };
    let chaos = Chaos::with(rules, &vec![Planned::fine(); 20]).await;
    let before = chaos.stored().await;
    let ended = chaos.refresh(&[]).await.exits(0);
    chaos.nothing_is_lost(&before, &ended).await;
    let after = chaos.stored().await;
    assert!(before.iter().zip(&after).all(|(one, other)| one.token == other.token));
    chaos.refresh(&[]).await.exits(0);
    assert_eq!(chaos.fake.call_count(), 20, "fresh now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_asks_nobody_and_changes_nothing() {
    let plan = [Planned::fine(), Planned::aged(5 * DAY), Planned::aged(DAY / 2)];
    let chaos = Chaos::new(&plan).await;
    let before = chaos.stored().await;
    for arguments in [&["--dry-run"][..], &["-n", "--force"], &["-n", "--within", "59d"]] {
        let ended = chaos.refresh(arguments).await.exits(0);
        assert_eq!(ended.reports().len(), 3, "{}", ended.short());
    }
    assert_eq!(chaos.fake.connections(), 0);
    assert_eq!(chaos.stored().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_metrics_file_is_whole_at_every_moment_and_counts_the_results() {
    let rules = Rules { latency: Duration::from_millis(10), ..Rules::default() };
    let mut plan = vec![Planned::fine(); 30];
    plan[3] = Planned::due(Fault::Dead(190, Some(458)), None);
    let chaos = Chaos::with(rules, &plan).await;
    let file = chaos.home.path().join("igbot.prom");
    std::fs::write(&file, "# before\n").unwrap();
    let path = file.to_str().unwrap().to_owned();
    let mut child = chaos.start(&["--metrics-file", &path]);
    let mut seen = Vec::new();
    while child.try_wait().unwrap().is_none() {
        seen.push(std::fs::read_to_string(&file).unwrap());
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    chaos.end(child).await.exits(4);
    let last = std::fs::read_to_string(&file).unwrap();
    seen.retain(|it| it != "# before\n" && *it != last);
    assert!(seen.is_empty(), "neither the old file nor the new one: {seen:?}");
    assert!(last.ends_with('\n') && last.contains("igbot_"), "{last}");
    let samples: Vec<_> = last.lines().filter(|line| !line.starts_with('#')).collect();
    for line in &samples {
        let value = line.rsplit_once(' ').map(|(_, value)| value.parse::<f64>());
        assert!(matches!(value, Some(Ok(_))), "no sample: {line}");
    }
    let has = |value: &str| samples.iter().any(|line| line.ends_with(value));
    assert!(has(" 29") && has(" 1"), "{last}");
    assert_eq!(std::fs::read_dir(chaos.home.path()).unwrap().count(), 2, "no file left over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_timed_out_call_is_not_repeated() {
    let mut plan = vec![Planned::fine(); 5];
    plan[2] = Planned::due(Fault::Slow(Duration::from_secs(5)), Some(1));
    let chaos = Chaos::new(&plan).await;
    let ended = chaos.refresh(&["--timeout", "1s"]).await.exits(8);
    let slow = &chaos.accounts[2];
    assert_eq!(ended.reports()[&slow.id].result, "failed");
    let outcomes: Vec<_> = chaos.fake.calls(&slow.id).iter().map(|call| call.outcome).collect();
    assert_eq!(outcomes, [Outcome::Answering]);
}
