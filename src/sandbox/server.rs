//! The HTTP side: accept loop, routes, and the guard against foreign web pages.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tower::ServiceExt as _;

use super::faults::Reset;
use super::state::Shared;
use super::{consent, control, graph, oauth, phone};

/// Time for the head of a request; idle connections end after it too.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);

/// Largest body: an upload of 25 MB and what is around it.
const MAX_BODY: usize = 32 << 20;

/// Pause after an error of `accept`, such as too many open files.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Accepts connections until its task is ended.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = router(Arc::clone(&shared));
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "the sandbox could not accept a connection");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        let router = router.clone();
        let service = service_fn(move |request| {
            let router = router.clone();
            async move {
                let Ok(response) = router.oneshot(request).await;
                // An error instead of an answer makes hyper close the connection without a byte.
                match response.extensions().get::<Reset>() {
                    Some(_) => Err(io::Error::from(io::ErrorKind::ConnectionReset)),
                    None => Ok(response),
                }
            }
        });
        shared.spawn(async move {
            let served = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_TIMEOUT)
                .serve_connection(TokioIo::new(stream), service);
            if let Err(error) = served.await {
                tracing::debug!(%error, "a connection to the sandbox ended early");
            }
        });
    }
}

fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/oauth/authorize", get(consent::show).post(consent::decide))
        .route("/oauth/access_token", axum::routing::any(oauth::redeem))
        .route("/phone", get(phone::page))
        .route("/", get(|| async { Redirect::to("/phone") }))
        .nest("/sandbox", control::routes())
        .fallback(graph::call)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), guard))
        .with_state(shared)
}

/// Refuses what a web page of another origin can send: the control API has no password.
///
/// A page reaches loopback under its own `Origin`, or under a `Host` of its own by DNS rebinding.
async fn guard(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    if welcome(request.headers(), shared.addr.port()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "only calls from this machine are answered\n").into_response()
    }
}

fn welcome(headers: &HeaderMap, port: u16) -> bool {
    let one = |name| {
        let mut values = headers.get_all(name).iter();
        let first = values.next().map(|value| value.to_str().unwrap_or_default());
        (first, values.next().is_none())
    };
    let (Some(host), true) = one(header::HOST) else {
        return false;
    };
    let known = ["127.0.0.1", "localhost", "[::1]"];
    if !known.iter().any(|name| host == format!("{name}:{port}")) {
        return false;
    }
    match one(header::ORIGIN) {
        (None, _) => true,
        (Some(origin), alone) => alone && origin == format!("http://{host}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_and_plain_clients_are_welcome() {
        for (host, origin, expected) in [
            (Some("127.0.0.1:9000"), None, true),
            (Some("localhost:9000"), Some("http://localhost:9000"), true),
            (Some("127.0.0.1:9000"), Some("http://localhost:9000"), false),
            (Some("127.0.0.1:9000"), Some("https://evil.example"), false),
            (Some("127.0.0.1:9000"), Some("null"), false),
            (Some("evil.example:9000"), None, false),
            (Some("127.0.0.1:9001"), None, false),
            (None, None, false),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [(header::HOST, host), (header::ORIGIN, origin)] {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            }
            assert_eq!(welcome(&headers, 9000), expected, "{host:?} {origin:?}");
        }
    }
}
