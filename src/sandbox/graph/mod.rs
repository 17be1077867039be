//! `graph.instagram.com` and the app-level calls of `graph.facebook.com` (reference 3 to 7, 9 and 12).

mod account;
pub(super) mod app;
mod attachment;
mod body;
mod conversations;
mod fields;
mod messages;
mod profile;
mod subscriptions;

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::answer::GraphError;
use super::faults::{Endpoint, endpoint_of};
use super::params::Params;
use super::state::Shared;
use super::tokens;
use super::world::{CallRecord, World, remember};

/// Major number of the version that serves calls without one.
const DEFAULT_VERSION: u32 = 25;

/// Oldest version still served; calls to older ones get it silently (reference 12).
const OLDEST_VERSION: u32 = 21;

/// Newest version there is.
const NEWEST_VERSION: u32 = 26;

/// The two shapes of `X-App-Usage`, documented and captured.
const USAGES: [&str; 2] = [
    r#"{"call_count":28,"total_time":25,"total_cputime":25}"#,
    r#"{"call_volume":0,"cpu_time":0}"#,
];

/// An account that may call.
struct Caller {
    token: String,
    account: String,
    app_scoped_id: String,
    scopes: Vec<String>,
}

impl Caller {
    /// Tells whether a path part names the caller.
    fn is(&self, id: &str) -> bool {
        id == "me" || id == self.account || id == self.app_scoped_id
    }

    fn may(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }

    /// Code 10 without the permission.
    fn need(&self, scope: &str) -> Result<(), GraphError> {
        if self.may(scope) {
            return Ok(());
        }
        let message = "(#10) Application does not have permission for this action";
        Err(GraphError::new(10, message).oauth().status(StatusCode::FORBIDDEN))
    }
}

/// Answers every path that no other part of the sandbox has.
pub(super) async fn call(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let params = Params::read(uri.query(), &headers, &body);
    let parts: Vec<&str> = uri.path().split('/').filter(|part| !part.is_empty()).collect();
    let (version, parts) = split_version(&parts);
    let token = bearer(&headers).or_else(|| params.get("access_token"));

    let (account, fault) = shared.with(|world| {
        let account = token.and_then(|token| world.tokens.get(token));
        let account = account.map(|token| token.account.clone());
        let mut endpoint = endpoint_of(&method, parts);
        if let ([id], Some(account)) =
            (parts, account.as_ref().and_then(|id| world.accounts.get(id)))
            && (*id == account.id || *id == account.app_scoped_id)
        {
            endpoint = Endpoint::Me;
        }
        (account, world.faults.take(endpoint))
    });
    let mut right = None;
    if fault.as_ref().is_none_or(|fault| fault.processed()) {
        let result = match parts {
            _ if version.is_none() => Err(GraphError::unknown_path(uri.path().trim_matches('/'))),
            [app, "subscriptions"] => {
                app::subscriptions(&shared, &method, app, token, &params).await
            }
            _ => shared.with(|world| route(world, &method, parts, token, &params)),
        };
        right =
            Some(result.map_or_else(GraphError::into_response, |body| Json(body).into_response()));
    }
    let answer = match (fault, right) {
        (None, right) => right.unwrap_or_default(),
        (Some(fault), right) => fault.spoil(right).await,
    };
    let action = action(&method, parts, &params);
    log(&shared, &method, uri.path(), &action, account, answer.status());
    dressed(&shared, answer, version.unwrap_or(DEFAULT_VERSION))
}

fn route(
    world: &mut World,
    method: &Method,
    parts: &[&str],
    token: Option<&str>,
    params: &Params,
) -> Result<Value, GraphError> {
    match parts {
        ["access_token"] => return tokens::exchange(world, method, params),
        ["refresh_access_token"] => return tokens::refresh(world, method, params),
        [] => return Err(GraphError::unknown_path("")),
        _ => {}
    }
    let name = token.unwrap_or_default().to_owned();
    let token = world.authenticate(Some(&name), method)?;
    let caller = Caller {
        token: name,
        account: token.account.clone(),
        scopes: token.scopes.clone(),
        app_scoped_id: world
            .accounts
            .get(&token.account)
            .map(|account| account.app_scoped_id.clone())
            .unwrap_or_default(),
    };
    match *parts {
        [owner] if caller.is(owner) => account::me(world, &caller, method, params),
        [id] => conversations::object(world, &caller, method, id, params),
        [owner, edge] if caller.is(owner) => match edge {
            "messages" => messages::send(world, &caller, method, params),
            "subscribed_apps" => subscriptions::subscribed_apps(world, &caller, method, params),
            "conversations" => conversations::list(world, &caller, method, params),
            "messenger_profile" => profile::messenger_profile(world, &caller, method, params),
            "message_attachments" => messages::upload(world, &caller, method, params),
            _ => Err(GraphError::unknown_path(edge)),
        },
        [id, "messages"] if method == Method::GET => {
            conversations::messages(world, &caller, id, params)
        }
        [id, "messages" | "subscribed_apps" | "conversations"] => {
            Err(GraphError::no_such_object(method, id))
        }
        [_, ref rest @ ..] => Err(GraphError::unknown_path(&rest.join("/"))),
        [] => Err(GraphError::unknown_path("")),
    }
}

/// Takes the version off a path: its major number, or none if the path cannot be served.
fn split_version<'a, 'b>(parts: &'b [&'a str]) -> (Option<u32>, &'b [&'a str]) {
    let [first, rest @ ..] = parts else {
        return (Some(DEFAULT_VERSION), parts);
    };
    match version_of(first) {
        None => (Some(DEFAULT_VERSION), parts),
        // A doubled version or one that does not exist yet.
        Some(major) if major > NEWEST_VERSION => (None, rest),
        Some(_) if rest.first().is_some_and(|part| version_of(part).is_some()) => (None, rest),
        Some(major) => (Some(major.max(OLDEST_VERSION)), rest),
    }
}

fn version_of(part: &str) -> Option<u32> {
    let (major, minor) = part.strip_prefix('v')?.split_once('.')?;
    minor.parse::<u32>().ok()?;
    major.parse().ok()
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").map(str::trim)
}

/// A number of items that was asked for, within 1 and `most`.
fn bounded(asked: Option<usize>, usual: usize, most: usize) -> usize {
    asked.unwrap_or(usual).clamp(1, most)
}

/// What a call is about, in a word for the log.
fn action(method: &Method, parts: &[&str], params: &Params) -> String {
    match parts {
        ["access_token"] => "exchange".to_owned(),
        ["refresh_access_token"] => "refresh".to_owned(),
        [_, "messages"] if method == Method::POST => messages::action(params).to_owned(),
        [_, edge] => (*edge).to_owned(),
        ["me"] => "me".to_owned(),
        _ => "object".to_owned(),
    }
}

/// Remembers a call without its query and its body.
pub(super) fn log(
    shared: &Arc<Shared>,
    method: &Method,
    path: &str,
    action: &str,
    account: Option<String>,
    status: StatusCode,
) {
    shared.with(|world| {
        let record = CallRecord {
            at: world.now().to_string(),
            method: method.to_string(),
            path: path.to_owned(),
            action: action.to_owned(),
            account,
            status: status.as_u16(),
        };
        remember(&mut world.calls, record);
    });
}

/// Adds the headers of every Graph answer.
fn dressed(shared: &Arc<Shared>, mut answer: Response, version: u32) -> Response {
    let usage = USAGES[shared.with(|world| world.turn("usage")) % USAGES.len()];
    let headers = answer.headers_mut();
    headers.entry("x-app-usage").or_insert(HeaderValue::from_static(usage));
    if let Ok(version) = HeaderValue::from_str(&format!("v{version}.0")) {
        headers.insert("instagram-api-version", version);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_optional_and_never_doubled() {
        for (path, version, rest) in [
            (&["me"][..], Some(25), &["me"][..]),
            (&["v25.0", "me"], Some(25), &["me"]),
            (&["v19.0", "me"], Some(21), &["me"]),
            (&["v25.0", "v25.0", "me"], None, &["v25.0", "me"]),
            (&["v99.0", "me"], None, &["me"]),
        ] {
            assert_eq!(split_version(path), (version, rest));
        }
    }
}
