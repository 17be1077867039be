//! `POST /oauth/access_token`: a short-lived token for an authorization code (reference 2).

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::answer::{GraphError, flat_error};
use super::faults::Endpoint;
use super::graph::log;
use super::params::{Encoding, Params};
use super::state::Shared;
use super::tokens::Token;
use super::world::World;
use super::{INSTAGRAM_APP_ID, INSTAGRAM_APP_SECRET};

/// Answers the code exchange.
pub(super) async fn redeem(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let params = Params::read(None, &headers, &body);
    let fault = shared.with(|world| world.faults.take(Endpoint::Code));
    let right = fault.as_ref().is_none_or(|fault| fault.processed()).then(|| {
        shared.with(|world| {
            if method != Method::POST {
                return (None, GraphError::unsupported_method(&method).into_response());
            }
            match exchange(world, &params) {
                Ok((account, answer)) => (Some(account), Json(answer).into_response()),
                Err(message) => (None, flat_error(message)),
            }
        })
    });
    let (account, right) = right.map_or((None, None), |(account, right)| (account, Some(right)));
    let answer = match (fault, right) {
        (None, Some(right)) => right,
        (None, None) => flat_error("An unknown error occurred"),
        (Some(fault), right) => fault.spoil(right).await,
    };
    log(&shared, &method, uri.path(), "code", account, answer.status());
    answer
}

/// Checks everything in the order in which a person would mend it, and issues a token.
fn exchange(world: &mut World, params: &Params) -> Result<(String, Value), &'static str> {
    if params.encoding == Encoding::Json || params.get("client_id").is_none() {
        return Err(
            "You must include a valid client_id, response_type, and redirect_uri parameters",
        );
    }
    if params.get("client_id") != Some(INSTAGRAM_APP_ID) {
        return Err("Invalid platform app");
    }
    if params.get("client_secret") != Some(INSTAGRAM_APP_SECRET) {
        return Err("Error validating client secret");
    }
    if params.get("grant_type") != Some("authorization_code") {
        return Err("Invalid grant_type: only authorization_code is supported");
    }
    let redirect_uri = params.get("redirect_uri").unwrap_or_default();
    let now = world.now();
    let code = params.get("code").and_then(|code| world.codes.get_mut(code));
    let code = code.ok_or("Matching code was not found or was already used")?;
    code.redeem(redirect_uri, now)?;
    let token = Token::short_lived(code.account.clone(), code.scopes.clone(), now);
    let account = token.account.clone();
    let name = world.token_name();
    let answer = shape(world, &name, &token);
    world.tokens.insert(name, token);
    Ok((account, answer))
}

/// One of the four shapes seen, in turn. The user id is the app-scoped one, often a number above 2^53.
fn shape(world: &mut World, name: &str, token: &Token) -> Value {
    let id = world
        .accounts
        .get(&token.account)
        .map(|account| account.app_scoped_id.clone())
        .unwrap_or_default();
    let number = id.parse::<u64>().map_or(Value::Null, Value::from);
    match world.turn("code") % 4 {
        0 => json!({ "access_token": name, "user_id": number, "permissions": token.scopes }),
        1 => json!({ "data": [
            { "access_token": name, "user_id": id, "permissions": token.scopes.join(",") }
        ] }),
        2 => json!({ "access_token": name, "user_id": id, "permissions": token.scopes }),
        _ => json!({ "access_token": name, "user_id": number }),
    }
}
