//! The two faces of the webhook route: handshake and delivery.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http_body_util::BodyExt;
use secrecy::SecretString;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::body_budget::BodyBudget;
use super::callbacks;
use crate::domain::routes::{DATA_DELETION, DEAUTHORIZE, LOGIN_CALLBACK};
use crate::ops::account_callbacks::AccountCallbacks;
use crate::ops::log_throttle::LogThrottle;
use crate::ops::meter::{DeliveryResult, Meter};
use crate::ops::notice::{Notice, Watcher};
use crate::ops::receive::{ReceiveError, Receiver};
use crate::ops::refusals::Refusals;
use crate::webhook::forensics::Evidence;
use crate::webhook::handshake::{self, Refused};

/// Largest delivery; a thousand updates fit.
const BODY_LIMIT: usize = 1 << 20;

/// Time allowed for a whole body, however it trickles in.
const BODY_TIME: Duration = Duration::from_secs(10);

/// What all bodies that are being read or stored may take together, without the beginning of each.
const ROOM: usize = 16 << 20;

/// Lookups of strangers that may be at the store at a time.
const LOOKUPS: usize = 16;

/// What a body may take without asking for room, so that large ones, which anybody can begin to send,
/// do not shut out the usual ones. Nearly every delivery is smaller.
const BEGINNING: usize = 8 << 10;

/// Seconds after which Instagram may try again when a delivery could not be stored.
const RETRY_AFTER_SECONDS: HeaderValue = HeaderValue::from_static("5");

const SIGNATURE: &str = "x-hub-signature-256";

/// The header of before, which is not enough (security, 1).
const LEGACY_SIGNATURE: &str = "x-hub-signature";

/// The webhook route and what it needs.
pub struct WebhookRoutes {
    /// Its path, beginning with `/`.
    pub path: String,
    /// What the handshake must carry.
    pub verify_token: SecretString,
    /// Verifies and stores.
    pub receiver: Receiver,
    /// Takes what concerns accounts: callbacks of logins, removals, deletions.
    pub accounts: AccountCallbacks,
    /// Finds out why deliveries are refused.
    pub refusals: Arc<Refusals>,
    /// Keeps the log short, whatever strangers do beside deliveries.
    pub throttle: LogThrottle,
    /// Counts what comes.
    pub meter: Arc<Meter>,
    /// Rung when an event was stored that waits for a bot.
    pub bell: Arc<Notify>,
    /// Told what was stored.
    pub watcher: Watcher,
}

impl WebhookRoutes {
    pub(super) fn router(self) -> Router {
        let path = self.path.clone();
        let state = WebhookState {
            intake: self,
            budget: BodyBudget::new(ROOM),
            lookups: Semaphore::new(LOOKUPS),
        };
        Router::new()
            .route(LOGIN_CALLBACK, get(callbacks::login))
            .route(DEAUTHORIZE, post(callbacks::deauthorize))
            .route(DATA_DELETION, post(callbacks::delete_data))
            .route(&format!("{DATA_DELETION}/{{code}}"), get(callbacks::deletion_status))
            .route(&path, get(shake_hands).post(deliver))
            .fallback(async |state, request| astray(state, request, StatusCode::NOT_FOUND))
            .method_not_allowed_fallback(async |state, request| {
                astray(state, request, StatusCode::METHOD_NOT_ALLOWED)
            })
            .with_state(Arc::new(state))
    }
}

/// What the routes share.
pub(super) struct WebhookState {
    pub(super) intake: WebhookRoutes,
    /// What bodies take.
    pub(super) budget: BodyBudget,
    /// For lookups that anybody may ask for: they stand in line with the deliveries.
    pub(super) lookups: Semaphore,
}

async fn shake_hands(
    State(state): State<Arc<WebhookState>>,
    RawQuery(query): RawQuery,
) -> Response {
    match handshake::challenge(query.as_deref().unwrap_or_default(), &state.intake.verify_token) {
        Ok(challenge) => {
            tracing::info!("answered a webhook handshake");
            let headers = [
                (CONTENT_TYPE, "text/plain; charset=utf-8"),
                (X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, challenge).into_response()
        }
        Err(refused) => {
            let (why, status) = match refused {
                Refused::Malformed => ("malformed handshake", StatusCode::BAD_REQUEST),
                Refused::WrongToken => ("handshake with a wrong token", StatusCode::FORBIDDEN),
            };
            if let Some(earlier) = state.intake.throttle.allow(why) {
                tracing::warn!(%refused, earlier, "refused a webhook handshake");
            }
            status.into_response()
        }
    }
}

/// Refuses what no route takes. Only what has the signature of a delivery is told of: the rest of the world
/// looks for other things.
fn astray(
    State(state): State<Arc<WebhookState>>,
    request: Request,
    status: StatusCode,
) -> StatusCode {
    if request.headers().contains_key(SIGNATURE) {
        state.intake.meter.answered(DeliveryResult::Unread);
        let why = match status {
            StatusCode::NOT_FOUND => {
                "its path is not that of the webhook: compare --path and the callback URL"
            }
            _ => "it is no POST",
        };
        state.intake.refusals.unread(why, announced(request.headers()));
    }
    status
}

async fn deliver(State(state): State<Arc<WebhookState>>, request: Request) -> Response {
    let intake = &state.intake;
    let (head, body) = request.into_parts();
    let Some(signature) = only(&head.headers, SIGNATURE) else {
        return refuse_unsigned(&state, &head.headers, body).await;
    };
    let (body, room) = match read(&head.headers, body, &state.budget).await {
        Ok(read) => read,
        Err(status) => {
            intake.meter.answered(DeliveryResult::Unread);
            intake.refusals.unread(unread(status), announced(&head.headers));
            return closing(status);
        }
    };
    let received = intake.receiver.receive(signature.as_bytes(), &body).await;
    intake.meter.answered(match &received {
        Ok(_) => DeliveryResult::Stored,
        Err(ReceiveError::Forged) => DeliveryResult::Forged,
        Err(ReceiveError::NotJson(_)) => DeliveryResult::Malformed,
        Err(ReceiveError::Store(_)) => DeliveryResult::NotStored,
    });
    match received {
        Ok(stored) => {
            intake.meter.stored(stored.new.len(), stored.duplicates);
            // A line for each would cost a tenth of what a receiver takes in.
            tracing::debug!(events = ?stored.new, duplicates = stored.duplicates, "stored");
            if stored.purged > 0 {
                tracing::debug!(events = stored.purged, "left out what belongs to purged people");
            }
            if !stored.unlinked.is_empty()
                && let Some(earlier) = intake.throttle.allow("an account that is not linked")
            {
                let (events, hint) =
                    (&stored.unlinked, "see `igbot account list`, and `igbot event list`");
                tracing::warn!(
                    ?events,
                    earlier,
                    hint,
                    "no linked account has this id; nobody answers"
                );
            }
            if stored.waiting {
                intake.bell.notify_one();
            }
            intake
                .watcher
                .tell(|| Notice::Stored { ids: stored.new, duplicates: stored.duplicates });
            StatusCode::OK.into_response()
        }
        Err(ReceiveError::Forged) => {
            intake.refusals.look_into(evidence(&head.headers, Some(body)), room);
            StatusCode::UNAUTHORIZED.into_response()
        }
        Err(ReceiveError::NotJson(_)) => {
            tracing::warn!(bytes = body.len(), "refused a signed delivery that is not JSON");
            StatusCode::BAD_REQUEST.into_response()
        }
        Err(ReceiveError::Store(error)) => {
            if let Some(earlier) = intake.throttle.allow("a delivery that is not stored") {
                tracing::error!(%error, earlier, "could not store a delivery; Instagram will repeat it");
            }
            again_later()
        }
    }
}

/// Refuses a delivery without exactly one signature. Its body is read only if something in the head
/// can be compared with it.
async fn refuse_unsigned(state: &WebhookState, headers: &HeaderMap, body: Body) -> Response {
    let intake = &state.intake;
    intake.meter.answered(DeliveryResult::Forged);
    let legacy = !headers.contains_key(SIGNATURE) && headers.contains_key(LEGACY_SIGNATURE);
    let read = match legacy {
        true => read(headers, body, &state.budget).await.ok(),
        false => None,
    };
    let (body, room) = read.unzip();
    intake.refusals.look_into(evidence(headers, body), room);
    StatusCode::UNAUTHORIZED.into_response()
}

/// What a refused delivery tells about itself.
fn evidence(headers: &HeaderMap, body: Option<Vec<u8>>) -> Evidence {
    let bytes = |value: &HeaderValue| value.as_bytes().to_vec();
    Evidence {
        signatures: headers.get_all(SIGNATURE).iter().map(bytes).collect(),
        legacy: headers.get(LEGACY_SIGNATURE).map(bytes),
        encoded: headers.contains_key(CONTENT_ENCODING),
        body,
    }
}

/// Why a body was not read to its end, for the log.
fn unread(status: StatusCode) -> &'static str {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => "it is larger than 1 MiB",
        StatusCode::REQUEST_TIMEOUT => "it took longer than 10 seconds to come",
        StatusCode::SERVICE_UNAVAILABLE => "too much is being received at once",
        _ => "it broke off before its announced end",
    }
}

/// The value of a header that occurs exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a HeaderValue> {
    let mut values = headers.get_all(name).iter();
    values.next().filter(|_| values.next().is_none())
}

/// Reads a body within its limits of size and time, and within what all bodies together may take.
///
/// Budget is taken as bytes arrive, so that a client which only announces much takes none.
pub(super) async fn read(
    headers: &HeaderMap,
    mut body: Body,
    budget: &BodyBudget,
) -> Result<(Vec<u8>, Option<OwnedSemaphorePermit>), StatusCode> {
    // A length beyond the limit is refused before anything is read; the client may never send it.
    if announced(headers).is_some_and(|bytes| bytes > BODY_LIMIT as u64) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let whole = async {
        let (mut bytes, mut reservation) = (Vec::new(), budget.reservation());
        loop {
            let frame = tokio::select! {
                biased;
                frame = body.frame() => frame,
                () = reservation.lost() => return Err(StatusCode::SERVICE_UNAVAILABLE),
            };
            let Some(frame) = frame else { break };
            let frame = frame.map_err(|_| StatusCode::BAD_REQUEST)?;
            let Ok(data) = frame.into_data() else { continue };
            if bytes.len() + data.len() > BODY_LIMIT {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            let beyond = (bytes.len() + data.len()).saturating_sub(BEGINNING.max(bytes.len()));
            if let size @ 1.. = u32::try_from(beyond).unwrap_or(u32::MAX)
                && !reservation.take(size).await
            {
                return Err(StatusCode::SERVICE_UNAVAILABLE);
            }
            bytes.extend_from_slice(&data);
        }
        Ok((bytes, reservation.keep()))
    };
    timeout(BODY_TIME, whole).await.unwrap_or(Err(StatusCode::REQUEST_TIMEOUT))
}

/// The length of the body that a head announces.
fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok())
}

/// Says that it could not be done now.
pub(super) fn again_later() -> Response {
    let headers = [(RETRY_AFTER, RETRY_AFTER_SECONDS)];
    (StatusCode::SERVICE_UNAVAILABLE, headers).into_response()
}

/// An answer after which the rest of the request is not read.
pub(super) fn closing(status: StatusCode) -> Response {
    let mut answer = (status, [(CONNECTION, HeaderValue::from_static("close"))]).into_response();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer.headers_mut().insert(RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    answer
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use futures_util::stream;

    use super::*;

    #[tokio::test]
    async fn a_body_that_comes_byte_by_byte_takes_the_room_of_its_bytes_at_once() {
        let budget = BodyBudget::new(ROOM);
        let count = 20_000;
        let bytes = (0..count).map(|_| Ok::<_, Infallible>("x"));
        let body = Body::from_stream(stream::iter(bytes));
        let (body, taken) = read(&HeaderMap::new(), body, &budget).await.unwrap();
        assert_eq!(body.len(), count);
        assert_eq!(taken.as_ref().map(OwnedSemaphorePermit::num_permits), Some(count - BEGINNING));
    }
}
