//! A page that plays the customer's phone. It uses nothing but the control API.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::sandbox::state::Shared;
use crate::sandbox::template;

const PAGE: &str = include_str!("page.html");

/// `GET /phone`.
pub(in crate::sandbox) async fn page(State(shared): State<Arc<Shared>>) -> Response {
    let nonce = shared.with(|world| world.nonce());
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let html = template::fill(PAGE, &[("nonce", &nonce)]);
    template::page(StatusCode::OK, &policy, html)
}
