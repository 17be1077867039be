//! `/oauth/authorize`: the page on which a person lets the app in (reference 1).

use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use url::{Host, Url};

use super::INSTAGRAM_APP_ID;
use super::params::Params;
use super::state::Shared;
use super::template::{escape, fill, page};
use super::tokens::Code;
use super::world::SCOPES;

const CONSENT: &str = include_str!("consent.html");
const REFUSAL: &str = include_str!("refusal.html");

/// No `form-action`: browsers apply it to the redirect that follows, whose target is the app's.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/// Accounts the page offers; more can be named in the form.
const SHOWN_ACCOUNTS: usize = 20;

/// A request that passed; without these checks there is no redirect, only an error page.
struct Request {
    redirect_uri: String,
    target: Url,
    state: Option<String>,
    scopes: Vec<String>,
}

/// `GET`: shows the page.
pub(super) async fn show(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let params = Params::read(uri.query(), &headers, &[]);
    match check(&params, shared.allow_http) {
        Ok(request) => consent(&shared, &request),
        Err(why) => refusal(&why),
    }
}

/// `POST`: takes the decision, `account` by username and `decision` as `approve` or `deny`.
pub(super) async fn decide(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    uri: Uri,
    body: Bytes,
) -> Response {
    let params = Params::read(uri.query(), &headers, &body);
    let mut request = match check(&params, shared.allow_http) {
        Ok(request) => request,
        Err(why) => return refusal(&why),
    };
    match params.get("decision") {
        Some("approve") => {}
        Some("deny") => return denied(request),
        _ => return refusal("Choose to allow or to cancel"),
    }
    let username = params.get("account").unwrap_or_default();
    let code = shared.with(|world| {
        let account = world.account_by_username(username).ok_or("No such account")?;
        if account.account_type.eq_ignore_ascii_case("PERSONAL") {
            return Err("This account is not a professional account. Switch to a business or creator account to go on");
        }
        let id = account.id.clone();
        let scopes = std::mem::take(&mut request.scopes);
        let code = Code::new(id, scopes, request.redirect_uri.clone(), world.now());
        let name = world.code_name();
        world.codes.insert(name.clone(), code);
        Ok(name)
    });
    match code {
        Ok(code) => {
            let mut target = request.target;
            target.query_pairs_mut().append_pair("code", &code);
            if let Some(state) = request.state {
                target.query_pairs_mut().append_pair("state", &state);
            }
            target.set_fragment(Some("_"));
            redirect(&target)
        }
        Err(why) => refusal(why),
    }
}

fn denied(request: Request) -> Response {
    let mut target = request.target;
    target
        .query_pairs_mut()
        .append_pair("error", "access_denied")
        .append_pair("error_reason", "user_denied")
        .append_pair("error_description", "The user denied your request");
    if let Some(state) = request.state {
        target.query_pairs_mut().append_pair("state", &state);
    }
    redirect(&target)
}

fn check(params: &Params, allow_http: bool) -> Result<Request, String> {
    let client_id = params.get("client_id").unwrap_or_default();
    if client_id != INSTAGRAM_APP_ID {
        return Err("Invalid platform app".to_owned());
    }
    let redirect_uri = params.get("redirect_uri").unwrap_or_default();
    let target = redirect_target(redirect_uri, allow_http).ok_or("Invalid redirect_uri")?;
    if params.get("response_type") != Some("code") {
        return Err("Invalid response_type".to_owned());
    }
    let scopes = scopes(&params.all("scope"))?;
    Ok(Request {
        redirect_uri: redirect_uri.to_owned(),
        target,
        state: params.get("state").map(str::to_owned),
        scopes,
    })
}

/// `https` on a named host; `http` on loopback only if the sandbox was told to allow it.
fn redirect_target(text: &str, allow_http: bool) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let allowed = match (url.scheme(), url.host()?) {
        ("https", Host::Domain(_)) => true,
        ("http", Host::Domain(name)) => allow_http && name == "localhost",
        ("http", Host::Ipv4(ip)) => allow_http && ip.is_loopback(),
        ("http", Host::Ipv6(ip)) => allow_http && ip.is_loopback(),
        _ => false,
    };
    let plain = url.fragment().is_none() && url.username().is_empty() && url.password().is_none();
    (allowed && plain).then_some(url)
}

/// Permissions separated by commas or spaces; old and foreign names are refused.
fn scopes(given: &[&str]) -> Result<Vec<String>, String> {
    let mut scopes: Vec<String> = Vec::new();
    for name in given.iter().flat_map(|list| list.split([',', ' '])) {
        if name.is_empty() || scopes.iter().any(|scope| scope == name) {
            continue;
        }
        if !SCOPES.contains(&name) {
            return Err(format!("Invalid scope: {name}"));
        }
        scopes.push(name.to_owned());
    }
    if scopes.iter().any(|scope| scope == SCOPES[0]) {
        Ok(scopes)
    } else {
        Err(format!("Invalid scope: {} is required", SCOPES[0]))
    }
}

fn consent(shared: &Arc<Shared>, request: &Request) -> Response {
    let mut accounts = String::new();
    shared.with(|world| {
        for (at, account) in world.accounts.values().take(SHOWN_ACCOUNTS).enumerate() {
            let checked = if at == 0 { " checked" } else { "" };
            // Writing into a String cannot fail.
            let _ = write!(
                accounts,
                r#"<label><input type="radio" name="account" value="{name}" required{checked}> <b>{name}</b> <small>{kind}</small></label>"#,
                name = escape(&account.username),
                kind = escape(&account.account_type.to_lowercase().replace('_', " ")),
            );
        }
    });
    let mut permissions = String::new();
    for scope in &request.scopes {
        // The basic permission cannot be unticked; it goes with the hidden fields.
        let rest = if scope == SCOPES[0] { "checked disabled" } else { r#"name="scope" checked"# };
        let scope = escape(scope);
        let _ = write!(
            permissions,
            r#"<label><input type="checkbox" value="{scope}" {rest}> {scope}</label>"#,
        );
    }
    let mut hidden = String::new();
    let mut fields = vec![
        ("client_id", INSTAGRAM_APP_ID),
        ("redirect_uri", &request.redirect_uri),
        ("response_type", "code"),
        ("scope", SCOPES[0]),
    ];
    fields.extend(request.state.as_deref().map(|state| ("state", state)));
    for (name, value) in fields {
        let _ = write!(hidden, r#"<input type="hidden" name="{name}" value="{}">"#, escape(value));
    }
    let html = fill(
        CONSENT,
        &[("accounts", &accounts), ("permissions", &permissions), ("hidden", &hidden)],
    );
    page(StatusCode::OK, POLICY, html)
}

/// An error page. Instagram does not go back to the app from here: the listener waits for ever.
fn refusal(why: &str) -> Response {
    let html = fill(REFUSAL, &[("why", &escape(why))]);
    page(StatusCode::BAD_REQUEST, POLICY, html)
}

fn redirect(target: &Url) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    let headers = response.headers_mut();
    if let Ok(location) = HeaderValue::from_str(target.as_str()) {
        headers.insert(header::LOCATION, location);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirect_uris_are_https_unless_http_on_loopback_is_allowed() {
        for (uri, strict, lenient) in [
            ("https://bot.example/cb?x=1", true, true),
            ("https://localhost:8443/cb", true, true),
            ("http://127.0.0.1:8765/callback", false, true),
            ("http://localhost/cb", false, true),
            ("http://bot.example/cb", false, false),
            ("https://203.0.113.7/cb", false, false),
            ("myapp://cb", false, false),
            ("https://bot.example/cb#x", false, false),
            ("javascript:alert(1)", false, false),
        ] {
            assert_eq!(redirect_target(uri, false).is_some(), strict, "{uri}");
            assert_eq!(redirect_target(uri, true).is_some(), lenient, "{uri}");
        }
    }

    #[test]
    fn old_and_foreign_scopes_are_refused() {
        assert!(scopes(&["instagram_business_basic,instagram_business_manage_messages"]).is_ok());
        assert!(scopes(&["instagram_business_basic instagram_business_manage_comments"]).is_ok());
        for bad in [
            "instagram_basic",
            "business_basic",
            "pages_show_list",
            "",
            "instagram_business_manage_messages",
        ] {
            assert!(scopes(&[bad]).is_err(), "{bad}");
        }
    }
}
