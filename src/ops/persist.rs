//! Writing down what must not be lost, however long the store takes nothing.

use std::time::Duration;

use tokio::time::sleep;

/// Pause before another attempt.
const PAUSE: Duration = Duration::from_secs(1);

/// Repeats `work` for as long as it fails in a way to `retry_on`; `tell` hears of the first such failure.
pub(super) async fn until_stored<T, E, F: Future<Output = Result<T, E>>>(
    retry_on: impl Fn(&E) -> bool,
    tell: impl Fn(&E),
    work: impl Fn() -> F,
) -> Result<T, E> {
    let mut told = false;
    loop {
        match work().await {
            Err(error) if retry_on(&error) => {
                if !std::mem::replace(&mut told, true) {
                    tell(&error);
                }
                sleep(PAUSE).await;
            }
            done => return done,
        }
    }
}
