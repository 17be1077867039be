//! The second listener, for this machine alone: is it alive, is it ready, what has it done.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::uri::Authority;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

use super::{DRAIN_REQUESTS, connections};
use crate::clock::SharedClock;
use crate::ops::meter::Meter;
use crate::store::{Store, StoreError};

/// How long the store may take to show that it can be written.
const STORE_TIME: Duration = Duration::from_secs(5);

/// How long the store may take to tell what the metrics have of it: whoever asks waits ten seconds at most.
const METRICS_TIME: Duration = Duration::from_secs(2);

/// Tells whether a receiver works.
#[derive(Clone)]
pub struct Health {
    /// The store of the receiver.
    pub store: Store,
    /// The time.
    pub clock: SharedClock,
    /// Its counters.
    pub meter: Arc<Meter>,
}

/// What keeps a receiver from its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The dispatcher has not moved for a while.
    #[error("the dispatcher is stalled")]
    Stalled,
    /// A write failed.
    #[error("the store cannot be written")]
    Unwritable,
    /// A write failed for want of room, which no restart makes.
    #[error("the disk that holds the store is full")]
    DiskFull,
    /// A write took longer than 5 seconds.
    #[error("the store does not respond in time")]
    Silent,
}

impl Health {
    /// What keeps the receiver from its work, if anything does.
    pub async fn problem(&self) -> Option<Problem> {
        match timeout(STORE_TIME, self.store.prove_writable(self.clock.now())).await {
            Ok(Ok(())) if self.meter.is_alive() => None,
            Ok(Ok(())) => Some(Problem::Stalled),
            Ok(Err(error)) => {
                tracing::warn!(%error, "not ready: the store cannot be written");
                Some(match error {
                    StoreError::Full => Problem::DiskFull,
                    _ => Problem::Unwritable,
                })
            }
            Err(_) => Some(Problem::Silent),
        }
    }
}

/// What the admin listener looks at.
#[derive(Clone)]
pub struct Admin {
    /// How the receiver is.
    pub health: Health,
    /// Becomes true when the receiver is to stop.
    pub stop: watch::Receiver<bool>,
}

/// A bound admin listener.
pub struct AdminServer {
    listener: TcpListener,
    admin: Admin,
}

impl AdminServer {
    /// Binds `address`; port 0 takes a free one.
    ///
    /// # Errors
    /// The address is in use or not this machine's.
    pub async fn bind(address: SocketAddr, admin: Admin) -> std::io::Result<Self> {
        Ok(Self { listener: TcpListener::bind(address).await?, admin })
    }

    /// Where it is bound.
    ///
    /// # Errors
    /// The operating system does not say where.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until it is `closed`, also while the receiver stops: whoever watches it sees that.
    pub async fn run(self, closed: watch::Receiver<bool>) {
        let router = Router::new()
            .route("/healthz", get(|| async { "ok\n" }))
            .route("/readyz", get(ready))
            .route("/metrics", get(metrics))
            .layer(middleware::from_fn(local_only))
            .with_state(self.admin);
        connections::serve(self.listener, router, closed, DRAIN_REQUESTS).await;
    }
}

/// Refuses a page in the operator's browser whose name was made to lead here (security, 18).
async fn local_only(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let host = host.and_then(|host| host.parse::<Authority>().ok());
    let local = host.is_some_and(|host| match host.host().trim_matches(['[', ']']) {
        "localhost" => true,
        address => address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
    });
    match local {
        true => next.run(request).await,
        false => StatusCode::MISDIRECTED_REQUEST.into_response(),
    }
}

async fn ready(State(admin): State<Admin>) -> Response {
    let problem = admin.health.problem().await.map(|it| it.to_string());
    let stopping = admin.stop.borrow().then(|| "stopping".to_owned());
    match stopping.or(problem) {
        None => "ready\n".into_response(),
        Some(problem) => (StatusCode::SERVICE_UNAVAILABLE, format!("{problem}\n")).into_response(),
    }
}

async fn metrics(State(Admin { health, .. }): State<Admin>) -> Response {
    let stored = async {
        let open = health.store.open_work(health.clock.now()).await?;
        Ok((open, health.store.secret_uses().await?))
    };
    // The counters are told in any case: they matter most while something is wrong with the store.
    let stored = timeout(METRICS_TIME, stored).await.unwrap_or(Err(StoreError::Locked));
    let stored =
        stored.inspect_err(|error| tracing::warn!(%error, "cannot tell how the inbox stands"));
    let kind = [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    (kind, health.meter.text(stored.ok().as_ref())).into_response()
}
