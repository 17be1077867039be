//! Ten thousand accounts in one run.

use std::time::{Duration, Instant};

use super::{Chaos, Planned};
use crate::fake::{Fault, Rules};

const ACCOUNTS: usize = 10_000;
/// What `--jobs` is when nobody says.
const JOBS: usize = 8;

/// Every fiftieth account fails: half of those for good, half of them doubtfully.
fn plan() -> Vec<Planned> {
    let faults = [
        Fault::Dead(190, Some(460)),
        Fault::Http500Json(2),
        Fault::Dead(190, Some(458)),
        Fault::Reset,
        Fault::Dead(190, None),
        Fault::Truncated,
        Fault::Dead(190, Some(463)),
        Fault::Error { status: 400, code: 100, subcode: None },
    ];
    let mut faults = faults.iter().cycle();
    (0..ACCOUNTS)
        .map(|number| match number % 50 {
            49 => Planned::due(faults.next().unwrap().clone(), None),
            _ => Planned::fine(),
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_accounts_of_which_200_fail_are_all_reported_over_few_connections() {
    let chaos = Chaos::with(Rules::default(), &plan()).await;
    let before = chaos.stored().await;
    let start = Instant::now();
    let ended = chaos.refresh(&[]).await.exits(4);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    let tally = ended.tally();
    assert_eq!(tally.get("refreshed"), Some(&(ACCOUNTS - 200)), "{tally:?}");
    assert_eq!(tally.get("login_needed"), Some(&100), "{tally:?}");
    assert_eq!(tally.get("failed"), Some(&100), "{tally:?}");
    assert!(chaos.fake.peak() <= JOBS, "{} at once", chaos.fake.peak());
    let (opened, broken) = (chaos.fake.connections(), chaos.fake.closed_by_fault());
    assert!(opened <= JOBS + 4 + broken, "{opened} connections, {broken} of them broken");
    chaos.nothing_is_lost(&before, &ended).await;
}
