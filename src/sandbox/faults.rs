//! Faults on demand: what the network and Instagram do on bad days (reference 0, 6 and 9).

use std::convert::Infallible;
use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use futures_util::stream;
use http_body_util::BodyExt as _;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::GraphError;

/// Longest wait of a slow answer.
const MAX_DELAY: Duration = Duration::from_secs(600);

/// Marks an answer instead of which the connection is closed.
#[derive(Clone)]
pub(super) struct Reset;

/// Calls that a fault can hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Endpoint {
    Messages,
    Me,
    Refresh,
    Exchange,
    Code,
    SubscribedApps,
    Conversations,
    /// Whatever else Graph answers.
    Other,
    /// In a fault: every call.
    Any,
}

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum FaultKind {
    #[serde(rename = "http_500")]
    Http500,
    #[serde(rename = "http_503_html")]
    Http503Html,
    RateLimit,
    /// The connection is closed without an answer.
    Reset,
    /// The right answer, late.
    Slow,
    /// Half of the right answer.
    Truncated,
    /// HTTP 200 with JSON that has nothing of what was asked for.
    WrongShape,
    /// The message is delivered and the answer is error 1/1357046.
    SentButError,
    /// An error with the given code and subcode.
    Error,
}

/// A fault that waits for its calls.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fault {
    endpoint: Endpoint,
    kind: FaultKind,
    code: Option<i64>,
    subcode: Option<u32>,
    /// HTTP status of an `error`; 400 if left out.
    status: Option<u16>,
    /// Milliseconds before the answer.
    delay_ms: Option<u64>,
    /// Seconds in `Retry-After`.
    retry_after: Option<u32>,
    /// Whether the call takes effect before it fails; if left out, as the kind suggests.
    processed: Option<bool>,
    #[serde(default = "once")]
    count: u32,
}

fn once() -> u32 {
    1
}

/// Faults in the order in which they were asked for.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub fn push(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub fn list(&self) -> &[Fault] {
        &self.0
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Uses up one count of the oldest fault that fits.
    pub fn take(&mut self, endpoint: Endpoint) -> Option<Fault> {
        let fits = |fault: &Fault| {
            fault.count > 0 && (fault.endpoint == endpoint || fault.endpoint == Endpoint::Any)
        };
        let fault = self.0.iter_mut().find(|fault| fits(fault))?;
        fault.count -= 1;
        let fault = fault.clone();
        self.0.retain(|fault| fault.count > 0);
        Some(fault)
    }
}

impl Fault {
    /// Tells whether the call takes effect all the same.
    pub fn processed(&self) -> bool {
        self.processed.unwrap_or(matches!(
            self.kind,
            FaultKind::Slow
                | FaultKind::Truncated
                | FaultKind::WrongShape
                | FaultKind::SentButError
        ))
    }

    /// Turns the right answer, if there is one, into the faulty one.
    pub async fn spoil(self, right: Option<Response>) -> Response {
        if let Some(delay) = self.delay_ms {
            tokio::time::sleep(Duration::from_millis(delay).min(MAX_DELAY)).await;
        }
        let mut answer = match self.kind {
            FaultKind::Slow => right.unwrap_or_else(|| StatusCode::OK.into_response()),
            FaultKind::Truncated => truncate(right).await,
            FaultKind::WrongShape => Json(json!({ "status": "ok" })).into_response(),
            FaultKind::Http500 => GraphError::new(
                2,
                "An unexpected error has occurred. Please retry your request later.",
            )
            .oauth()
            .transient()
            .status(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
            FaultKind::Http503Html => {
                let page =
                    "<!doctype html><title>Sorry</title><h1>Service temporarily unavailable</h1>";
                (StatusCode::SERVICE_UNAVAILABLE, Html(page)).into_response()
            }
            FaultKind::RateLimit => rate_limited(),
            FaultKind::SentButError => GraphError::new(1, "An unknown error occurred")
                .oauth()
                .subcode(1_357_046)
                .into_response(),
            FaultKind::Error => {
                let mut error = GraphError::new(self.code.unwrap_or(1), "An error made to order");
                error.subcode = self.subcode;
                let status = self.status.and_then(|status| StatusCode::from_u16(status).ok());
                error.status(status.unwrap_or(StatusCode::BAD_REQUEST)).into_response()
            }
            FaultKind::Reset => {
                let mut answer = StatusCode::OK.into_response();
                answer.extensions_mut().insert(Reset);
                answer
            }
        };
        if let Some(seconds) = self.retry_after {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer
    }
}

fn rate_limited() -> Response {
    let mut answer =
        GraphError::new(4, "Application request limit reached").oauth().transient().into_response();
    let usage = r#"{"call_count":100,"total_time":25,"total_cputime":25}"#;
    answer.headers_mut().insert("x-app-usage", HeaderValue::from_static(usage));
    answer
}

/// Promises the whole body and closes the connection after half of it.
async fn truncate(right: Option<Response>) -> Response {
    let (mut parts, body) = right.unwrap_or_default().into_parts();
    let whole = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    let half = whole.slice(..whole.len() / 2);
    let cut = stream::unfold(Some(half), |rest| async move {
        match rest {
            Some(half) if !half.is_empty() => Some((Ok::<Bytes, Infallible>(half), None)),
            _ => {
                // The first half goes out while this waits; the end then comes too early.
                tokio::time::sleep(Duration::from_millis(20)).await;
                None
            }
        }
    });
    Response::from_parts(parts, Body::from_stream(cut))
}

/// Names the endpoint of a Graph path, for faults and the log.
pub(super) fn endpoint_of(method: &Method, segments: &[&str]) -> Endpoint {
    match segments {
        ["access_token"] => Endpoint::Exchange,
        ["refresh_access_token"] => Endpoint::Refresh,
        ["me"] => Endpoint::Me,
        [_, "messages"] if method == Method::POST => Endpoint::Messages,
        [_, "subscribed_apps"] => Endpoint::SubscribedApps,
        [_, "conversations"] => Endpoint::Conversations,
        _ => Endpoint::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_hits_its_endpoint_as_often_as_it_was_asked_to() {
        let fault = r#"{"endpoint":"me","kind":"http_500","count":2}"#;
        let mut faults = Faults::default();
        faults.push(serde_json::from_str(fault).unwrap());
        assert!(faults.take(Endpoint::Messages).is_none());
        assert!(faults.take(Endpoint::Me).is_some());
        assert!(faults.take(Endpoint::Me).is_some());
        assert!(faults.take(Endpoint::Me).is_none());
    }
}
