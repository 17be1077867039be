//! What reaches `serve` beside deliveries: the browser of a login, and Meta's callbacks about
//! accounts that were removed (reference 10).

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use url::form_urlencoded;

use super::intake::{WebhookState, again_later, closing, read};
use crate::callback::Verdict;
use crate::callback::page::HEADERS;
use crate::ops::account_callbacks::CallbackError;
use crate::webhook::signed_request::Refused;

/// How Meta sends a signed request, and nobody anything else.
const FORM: &[u8] = b"application/x-www-form-urlencoded";

/// Keeps what the browser brought and shows how the login went. A HEAD is of somebody who only looks at
/// the address, and ends no login (security, 19).
pub(super) async fn login(
    State(state): State<Arc<WebhookState>>,
    method: Method,
    RawQuery(query): RawQuery,
) -> Response {
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let _lookup = state.lookups.acquire().await;
    match state.intake.accounts.login_callback(&query.unwrap_or_default()).await {
        Ok(verdict) => page(verdict),
        Err(error) => {
            if let Some(earlier) = state.intake.throttle.allow("callback of a login") {
                tracing::error!(%error, earlier, "could not keep the callback of a login");
            }
            again_later()
        }
    }
}

/// Switches off the account that was removed.
pub(super) async fn deauthorize(
    State(state): State<Arc<WebhookState>>,
    request: Request,
) -> Response {
    match signed_request(&state, request).await {
        Ok(signed) => match state.intake.accounts.deauthorize(&signed).await {
            Ok(()) => StatusCode::OK.into_response(),
            Err(error) => refuse(&state, &error),
        },
        Err(answer) => answer,
    }
}

/// Deletes everything of the account and says under which code that can be looked up.
pub(super) async fn delete_data(
    State(state): State<Arc<WebhookState>>,
    request: Request,
) -> Response {
    let signed = match signed_request(&state, request).await {
        Ok(signed) => signed,
        Err(answer) => return answer,
    };
    match state.intake.accounts.delete_data(&signed).await {
        Ok(deletion) => {
            let body = json!({ "url": deletion.url, "confirmation_code": deletion.code });
            ([(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
        }
        Err(error) => refuse(&state, &error),
    }
}

/// Tells whoever has the code how the deletion stands.
pub(super) async fn deletion_status(
    State(state): State<Arc<WebhookState>>,
    code: Result<Path<String>, PathRejection>,
) -> Response {
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    // What is no text is no code either.
    let Path(code) = code.unwrap_or(Path(String::new()));
    let _lookup = state.lookups.acquire().await;
    match state.intake.accounts.deletion(&code).await {
        Ok(Some(status)) => {
            let how = if status.finished { "was" } else { "is being" };
            (headers, format!("The data {how} deleted, as asked at {}.\n", status.asked_at))
                .into_response()
        }
        Ok(None) => {
            (StatusCode::NOT_FOUND, headers, "No deletion has this code.\n").into_response()
        }
        Err(error) => refuse(&state, &CallbackError::Store(error)),
    }
}

/// The one field of a callback's form.
async fn signed_request(state: &WebhookState, request: Request) -> Result<String, Response> {
    let (head, body) = request.into_parts();
    let form = |kind: &HeaderValue| kind.as_bytes().to_ascii_lowercase().starts_with(FORM);
    if !head.headers.get(CONTENT_TYPE).is_none_or(form) {
        return Err(StatusCode::BAD_REQUEST.into_response());
    }
    let (body, _room) = read(&head.headers, body, &state.budget).await.map_err(closing)?;
    let mut found = form_urlencoded::parse(&body).filter(|(name, _)| name == "signed_request");
    match (found.next(), found.next()) {
        (Some((_, signed)), None) => Ok(signed.into_owned()),
        _ => Err(StatusCode::BAD_REQUEST.into_response()),
    }
}

fn refuse(state: &WebhookState, error: &CallbackError) -> Response {
    match error {
        CallbackError::Refused(refused) => {
            let what = match refused {
                Refused::Malformed => "malformed callback",
                Refused::Forged => "forged callback",
                Refused::Algorithm => "callback of another algorithm",
            };
            if let Some(earlier) = state.intake.throttle.allow(what) {
                tracing::warn!(%refused, earlier, "refused a callback about an account");
            }
            StatusCode::BAD_REQUEST.into_response()
        }
        CallbackError::Store(error) => {
            if let Some(earlier) = state.intake.throttle.allow("store in a callback") {
                tracing::error!(%error, earlier, "could not carry out a callback about an account");
            }
            again_later()
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
