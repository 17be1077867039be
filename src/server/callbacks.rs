//! `/login/callback`: the browser of a waiting `igbot login` that shares the store.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};

use super::Intake;
use crate::callback::Verdict;
use crate::callback::page::HEADERS;
use crate::ops::login;

/// Where the redirect URI of a public `serve` leads.
pub const LOGIN_CALLBACK: &str = "/login/callback";

/// Keeps what the browser brought and shows how the login went.
pub(super) async fn login_callback(
    State(intake): State<Arc<Intake>>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    match login::arrive(&intake.store, &intake.clock, &query).await {
        Ok(verdict) => page(verdict),
        Err(error) => {
            tracing::error!(%error, "could not keep the callback of a login");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

fn page(verdict: Verdict) -> Response {
    let mut response = verdict.html().into_response();
    *response.status_mut() = StatusCode::from_u16(verdict.status()).unwrap_or_default();
    for (name, value) in HEADERS {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    response
}
