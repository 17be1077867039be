//! The receiver that faces the internet, or the proxy before it.

mod admin;
mod body_budget;
mod callbacks;
mod connections;
mod deadline;
mod framing;
mod intake;
mod listen;
pub mod systemd;
mod tls;

use std::time::Duration;

use tokio::sync::watch;

pub use admin::{Admin, AdminServer, Health, Problem};
pub use connections::serve;
pub use intake::WebhookRoutes;
pub use listen::{Bound, HandOverError, HandedOver, Listen, Listener, UnixSocketError};
pub use tls::{Clients, Tls, TlsSetupError};

use listen::SocketKind;

/// How long open requests may take to end after a stop.
const DRAIN_REQUESTS: Duration = Duration::from_secs(5);

/// Serves deliveries until `stop` says so, then lets open requests end.
pub async fn serve_webhooks(
    listener: Listener,
    routes: WebhookRoutes,
    stop: watch::Receiver<bool>,
) {
    let router = routes.router();
    match listener.0 {
        SocketKind::Tcp(listener) => serve(listener, router, stop, DRAIN_REQUESTS).await,
        SocketKind::Secured(listener) => serve(listener, router, stop, DRAIN_REQUESTS).await,
        SocketKind::Unix(listener) => serve(listener, router, stop, DRAIN_REQUESTS).await,
    }
}
