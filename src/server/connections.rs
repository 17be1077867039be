//! The accept loop: hyper's HTTP/1 with every wait bounded (security, 8).
//!
//! `axum::serve` sets no timer, and without one hyper's limit for the head does nothing.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::{Arc, Once};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt as _;

use super::deadline::Deadline;
use super::framing;
use super::listen::Listen;
use crate::ops::log_throttle::LogThrottle;
use crate::ops::stopped;

/// The whole head must be there this long after the connection opened or the last answer ended; it
/// is also how long an idle connection is kept.
const HEAD_LIMIT: Duration = Duration::from_secs(10);

/// Connections served at the same time; more wait in the system's queue.
const MAX_CONNECTIONS: usize = 2_560;

/// File descriptors kept for the store, calls to Instagram and bots.
const RESERVE: usize = 128;

/// A connection that is older is ended after its request; proxies open a new one without notice.
const MAX_LIFE: Duration = Duration::from_secs(120);

/// How long that request may still take: longer than a body, and than a callback of a login that is waited for.
const LAST_REQUEST: Duration = Duration::from_secs(30);

/// Most headers of a request; Instagram sends about fifteen.
const MAX_HEADERS: usize = 64;

/// Largest head, and how much of a body is buffered at a time. hyper takes no less than 8 KiB.
const MAX_BUFFER: usize = 16 * 1024;

/// Pause after a failed accept, as when file descriptors have run out.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Serves `router` on `listener` with every limit of the receiver until `stop` says so, then lets
/// open requests end within `drain`.
pub async fn serve<L: Listen>(
    listener: L,
    router: Router,
    mut stop: watch::Receiver<bool>,
    drain: Duration,
) {
    let count = places();
    let places = Arc::new(Semaphore::new(count));
    let throttle = Arc::new(LogThrottle::default());
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEAD_LIMIT)
        .max_headers(MAX_HEADERS)
        .max_buf_size(MAX_BUFFER)
        .half_close(true);
    let http = Arc::new(http);
    loop {
        let accepted = tokio::select! {
            () = stopped(&mut stop) => break,
            accepted = accept(&listener, &places, &throttle) => accepted,
        };
        let Some((stream, place)) = accepted else {
            tokio::time::sleep(ACCEPT_PAUSE).await;
            continue;
        };
        let (http, router, stop) = (Arc::clone(&http), router.clone(), stop.clone());
        let (opening, throttle) = (listener.open(stream), Arc::clone(&throttle));
        tokio::spawn(async move {
            attend(&http, opening, router, &throttle, stop, drain).await;
            drop(place);
        });
    }
    drop(listener);
    // Each connection ends itself within the drain; the places come back then.
    let _ = places.acquire_many(u32::try_from(count).unwrap_or(u32::MAX)).await;
}

/// Serves one connection until it ends, its life is over, or the server stops. The last two let the
/// request under way end, within [`LAST_REQUEST`] or `drain`: a client that never reads its answers keeps nobody.
async fn attend<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    http: &http1::Builder,
    opening: impl Future<Output = io::Result<S>>,
    router: Router,
    throttle: &LogThrottle,
    mut stop: watch::Receiver<bool>,
    drain: Duration,
) {
    let opened = tokio::select! {
        biased;
        opened = opening => opened,
        () = stopped(&mut stop) => return,
    };
    let stream = match opened {
        Ok(stream) => Deadline::new(stream),
        Err(error) => {
            if let Some(earlier) = throttle.allow("handshake") {
                tracing::info!(%error, earlier, "a connection ended before its first request");
            }
            return;
        }
    };
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let router = router.clone();
        async move {
            match framing::is_sound(&request) {
                true => router.oneshot(request.map(Body::new)).await,
                false => {
                    if let Some(earlier) = throttle.allow("unsound") {
                        let why = "it must name one host, and one end of its body";
                        tracing::warn!(why, earlier, "refused a request");
                    }
                    Ok::<_, Infallible>(framing::refusal())
                }
            }
        }
    });
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    let mut ended = tokio::select! {
        ended = connection.as_mut() => Some(ended),
        () = tokio::time::sleep(MAX_LIFE) => None,
        () = stopped(&mut stop) => None,
    };
    if ended.is_none() {
        connection.as_mut().graceful_shutdown();
        ended = tokio::select! {
            ended = connection => Some(ended),
            () = tokio::time::sleep(LAST_REQUEST), if !*stop.borrow() => None,
            () = async { stopped(&mut stop).await; tokio::time::sleep(drain).await } => None,
        };
    }
    match ended {
        Some(Ok(())) => {}
        // Too large a head, another protocol: perhaps a proxy that is set up wrongly.
        Some(Err(error)) if error.is_parse() => {
            if let Some(earlier) = throttle.allow("malformed") {
                tracing::warn!(%error, earlier, "refused a request that is malformed or too large");
            }
        }
        // A client that breaks off or stays silent is its own affair.
        Some(Err(error)) => tracing::debug!(%error, "a connection ended early"),
        None => tracing::debug!("a connection was cut: its client did not go on"),
    }
}

/// How many connections there is room for: file descriptors are needed for more than these. A limit
/// that this process may raise is raised.
fn places() -> usize {
    let need = (MAX_CONNECTIONS + RESERVE) as u64;
    let given = getrlimit(Resource::Nofile);
    let short = given.current.is_some_and(|soft| soft < need);
    let wanted = Rlimit { current: Some(given.maximum.unwrap_or(need).min(need)), ..given };
    if short && let Err(error) = setrlimit(Resource::Nofile, wanted) {
        tracing::debug!(%error, "the limit of open files stays as it is");
    }
    let descriptors = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let room = usize::try_from(descriptors).unwrap_or(usize::MAX).saturating_sub(RESERVE);
    static SAID: Once = Once::new();
    if room < MAX_CONNECTIONS {
        SAID.call_once(|| {
            let hint = "raise the limit of open files (ulimit -n, LimitNOFILE)";
            tracing::warn!(connections = room, hint, "many slow clients can keep others waiting");
        });
    }
    MAX_CONNECTIONS.min(room).max(1)
}

/// Takes a place and then a connection; `None` if the system has none to give.
async fn accept<L: Listen>(
    listener: &L,
    places: &Arc<Semaphore>,
    throttle: &LogThrottle,
) -> Option<(L::Raw, OwnedSemaphorePermit)> {
    if places.available_permits() == 0
        && let Some(earlier) = throttle.allow("full")
    {
        tracing::warn!(earlier, "all connections are taken; new clients wait");
    }
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok(stream) => Some((stream, place)),
        Err(error) => {
            if let Some(earlier) = throttle.allow("accept") {
                tracing::warn!(%error, earlier, "could not accept a connection");
            }
            None
        }
    }
}
