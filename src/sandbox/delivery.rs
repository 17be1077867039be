//! Webhook deliveries: the bytes, the signature, and Instagram's retry rules (reference 8).

use std::sync::Arc;
use std::time::Duration;

use axum::http::{StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use serde::Serialize;
use url::{Host, Url};

use super::state::Shared;
use super::world::World;
use super::{INSTAGRAM_APP_SECRET, META_APP_SECRET};
use crate::webhook::signature::Signature;

/// Time after which a delivery that was never answered with 200 is dropped.
const GIVE_UP: SignedDuration = SignedDuration::from_hours(36);

/// Longest pause between two attempts.
const LONGEST_PAUSE: Duration = Duration::from_secs(6 * 3600);

/// The same when retries are fast.
const LONGEST_FAST_PAUSE: Duration = Duration::from_secs(5);

/// Bytes of an answer read at most; only that of a handshake matters.
const MAX_ANSWER: usize = 4096;

/// A body on its way.
pub(super) struct Outgoing {
    pub id: u64,
    pub body: Vec<u8>,
}

/// A delivery as the log shows it.
#[derive(Serialize)]
pub(super) struct DeliveryRecord {
    pub id: u64,
    pub at: String,
    pub field: String,
    pub account: Option<String>,
    /// `pending`, `delivered` or `dropped`.
    pub state: &'static str,
    pub attempts: u32,
    /// HTTP status of the last answer; none if there was no answer.
    pub last_status: Option<u16>,
    pub body: String,
}

impl DeliveryRecord {
    pub fn new(id: u64, at: Timestamp, field: &str, account: Option<&str>, body: &[u8]) -> Self {
        Self {
            id,
            at: at.to_string(),
            field: field.to_owned(),
            account: account.map(str::to_owned),
            state: "pending",
            attempts: 0,
            last_status: None,
            body: String::from_utf8_lossy(body).into_owned(),
        }
    }
}

/// Tells whether the sandbox calls a URL: plain HTTP on this machine.
pub(super) fn deliverable(url: &Url) -> bool {
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    url.scheme() == "http" && loopback
}

/// Delivers a body until it is answered with 200 or 36 hours have passed.
pub(super) async fn deliver(shared: Arc<Shared>, outgoing: Outgoing) {
    let first = shared.with(|world| world.now());
    for attempt in 0_u32.. {
        let status = attempt_once(&shared, &outgoing.body).await;
        let delivered = status == Some(StatusCode::OK);
        let pause = retry_pause(attempt, shared.fast_retries);
        let late = shared.with(|world| {
            let late = world.now().duration_since(first) >= GIVE_UP;
            if let Some(record) = record(world, outgoing.id) {
                record.attempts = attempt + 1;
                record.last_status = status.map(|status| status.as_u16());
                record.state = match (delivered, late) {
                    (true, _) => "delivered",
                    (false, true) => "dropped",
                    (false, false) => "pending",
                };
            }
            late
        });
        if delivered || late {
            return;
        }
        if attempt == 0 {
            let status = status.map_or(0, |status| status.as_u16());
            tracing::warn!(status, "the callback URL did not take a delivery; it is tried again");
        }
        wait(&shared, pause).await;
    }
}

/// Sends a body once, signed; `None` if no answer came in time.
async fn attempt_once(shared: &Arc<Shared>, body: &[u8]) -> Option<StatusCode> {
    let (url, secret) = shared.with(|world| {
        let meta = world.switches.sign_with_meta_secret;
        let secret = if meta { META_APP_SECRET } else { INSTAGRAM_APP_SECRET };
        (world.callback.clone(), secret)
    });
    let signature = Signature::of(&SecretString::from(secret), body);
    let _permit = shared.permits.acquire().await.ok()?;
    let answer = shared
        .client
        .post(url?)
        .header(header::CONTENT_TYPE, "application/json")
        .header("X-Hub-Signature-256", signature.header())
        .body(body.to_vec())
        .send()
        .await;
    answer.ok().map(|answer| answer.status())
}

/// Pause before the next attempt: none at first, then ever longer.
fn retry_pause(failed_before: u32, fast: bool) -> Duration {
    let Some(exponent) = failed_before.checked_sub(1) else {
        return Duration::ZERO;
    };
    if fast {
        let pause = Duration::from_millis(100).saturating_mul(1 << exponent.min(16));
        pause.min(LONGEST_FAST_PAUSE)
    } else {
        let pause = Duration::from_secs(2).saturating_mul(4_u32.saturating_pow(exponent.min(12)));
        pause.min(LONGEST_PAUSE)
    }
}

/// Waits for as long as `pause`, or until the sandbox's clock has been moved past its end.
async fn wait(shared: &Shared, pause: Duration) {
    use crate::clock::Clock as _;

    let mut moves = shared.clock_moves();
    let start = shared.clock.now();
    let over = async {
        while moves.changed().await.is_ok() {
            let passed = shared.clock.now().duration_since(start);
            if Duration::try_from(passed).is_ok_and(|passed| passed >= pause) {
                return;
            }
        }
    };
    tokio::select! {
        () = tokio::time::sleep(pause) => {}
        () = over => {}
    }
}

/// Finds a delivery in the log, which is ordered by id.
fn record(world: &mut World, id: u64) -> Option<&mut DeliveryRecord> {
    let at = world.deliveries.binary_search_by_key(&id, |record| record.id).ok()?;
    world.deliveries.get_mut(at)
}

/// Runs the handshake of a callback URL (reference 8.1).
///
/// # Errors
/// What the receiver did wrong, in words of the sandbox.
pub(super) async fn handshake(
    shared: &Arc<Shared>,
    url: &Url,
    verify_token: &str,
) -> Result<(), String> {
    if !deliverable(url) {
        return Err("the sandbox calls http on loopback only".to_owned());
    }
    let challenge = shared.with(World::challenge);
    let mut target = url.clone();
    target
        .query_pairs_mut()
        .append_pair("hub.mode", "subscribe")
        .append_pair("hub.challenge", &challenge)
        .append_pair("hub.verify_token", verify_token);
    let answer = shared.client.get(target).send().await;
    let mut answer = answer.map_err(|_| "the URL could not be reached".to_owned())?;
    if answer.status() != StatusCode::OK {
        return Err(format!("HTTP Status Code = {}", answer.status().as_u16()));
    }
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = answer.chunk().await {
        body.extend_from_slice(&chunk);
        if body.len() > MAX_ANSWER {
            break;
        }
    }
    if body == challenge.as_bytes() {
        Ok(())
    } else {
        Err("the challenge did not come back verbatim".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_retry_is_at_once_and_later_ones_ever_rarer() {
        for fast in [true, false] {
            assert_eq!(retry_pause(0, fast), Duration::ZERO);
            let pauses: Vec<_> = (0..40).map(|attempt| retry_pause(attempt, fast)).collect();
            assert!(pauses.is_sorted());
        }
        assert_eq!(retry_pause(39, false), LONGEST_PAUSE);
        assert_eq!(retry_pause(1, true), Duration::from_millis(100));
    }

    #[test]
    fn only_plain_http_on_this_machine_is_called() {
        for (url, expected) in [
            ("http://127.0.0.1:1/webhook", true),
            ("http://[::1]:1/", true),
            ("http://localhost/", true),
            ("https://localhost/", false),
            ("http://example.com/", false),
            ("http://127.0.0.1.example.com/", false),
        ] {
            assert_eq!(deliverable(&Url::parse(url).unwrap()), expected, "{url}");
        }
    }
}
