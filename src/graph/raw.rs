//! Calls that igbot has no name for, as somebody wrote them.

use reqwest::Method;
use secrecy::ExposeSecret;
use serde::Deserialize as _;
use serde_json::{Map, Value};
use url::Url;

use super::GraphError;
use super::messages::Preview;
use super::paging::{PageStart, Paging};
use super::redact::{redact, redact_field, redact_url};
use super::transport::{Answered, Graph, authorized};
use crate::domain::token::LongLivedToken;

/// The parameter that igbot gives itself.
const TOKEN: &str = "access_token";

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Read.
    Get,
    /// Make or change.
    Post,
    /// Remove.
    Delete,
}

impl Verb {
    /// The word of HTTP.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// A call without its token.
#[derive(Debug, Clone)]
pub struct RawCall {
    /// What is to be done.
    pub verb: Verb,
    url: Url,
    fields: Vec<(String, String)>,
    body: Option<Value>,
}

/// Why something is no call to the Graph host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCall {
    /// Elsewhere.
    #[error("the address is not on {host}")]
    OtherHost {
        /// Where it has to be.
        host: String,
    },
    /// No path of an address.
    #[error("this is no path of an address")]
    NoPath,
    /// A token that was given by hand.
    #[error("a call takes no `access_token`")]
    Token,
}

/// What a raw call brought.
#[derive(Debug)]
pub struct RawAnswer {
    /// What was answered, as JSON without tokens; an error's too.
    pub body: Option<Value>,
    /// Whether it was refused, and what it said about the limits.
    pub answered: Answered<()>,
    /// Where the next page begins, if there is one.
    pub next: Option<PageStart>,
}

impl Graph {
    /// Reads a path, with the version put in front unless it has one, or an address of this host.
    pub fn raw_call(
        &self,
        verb: Verb,
        path: &str,
        fields: Vec<(String, String)>,
        body: Option<Value>,
    ) -> Result<RawCall, InvalidCall> {
        let base = &self.endpoints.graph;
        let host = || base.host_str().unwrap_or_default().to_owned();
        let text = match path.split('?').next().is_some_and(|it| it.contains("://")) {
            true => path.to_owned(),
            false => {
                let base = base.as_str().trim_end_matches('/');
                format!("{base}/{}", path.trim_start_matches('/'))
            }
        };
        let mut url = Url::parse(&text).map_err(|_| InvalidCall::NoPath)?;
        let root = base.path().trim_end_matches('/');
        let rest = url.path().strip_prefix(root).unwrap_or(url.path());
        if !is_version(rest.split('/').nth(1).unwrap_or_default()) {
            let versioned = format!("{root}/{}{rest}", self.endpoints.version);
            url.set_path(&versioned);
        }
        let elsewhere = url.origin() != base.origin();
        if elsewhere || !url.username().is_empty() || url.password().is_some() {
            return Err(InvalidCall::OtherHost { host: host() });
        }
        url.set_fragment(None);
        let mut names = url.query_pairs().map(|(name, _)| name.into_owned()).collect::<Vec<_>>();
        names.extend(fields.iter().map(|(name, _)| name.clone()));
        if names.iter().any(|name| name == TOKEN) {
            return Err(InvalidCall::Token);
        }
        // Beside a body, and where there can be none, fields are part of the address.
        let in_url = verb != Verb::Post || body.is_some();
        if in_url && !fields.is_empty() {
            url.query_pairs_mut().extend_pairs(&fields);
        }
        let fields = if in_url { Vec::new() } else { fields };
        Ok(RawCall { verb, url, fields, body })
    }

    /// The request that [`raw`](Self::raw) would make, without the secrets in it.
    pub fn preview_raw(&self, call: &RawCall) -> Preview {
        let mut body = call.body.clone().unwrap_or_else(|| {
            let shown = |(name, value): &(String, String)| {
                (name.clone(), Value::from(redact_field(name, value)))
            };
            let fields: Map<String, Value> = call.fields.iter().map(shown).collect();
            if fields.is_empty() { Value::Null } else { Value::Object(fields) }
        });
        redact(&mut body, "");
        Preview { method: call.verb.as_str(), url: redact_url(&call.url), body }
    }

    /// Makes a call once, from the page `start` on if one is given.
    pub async fn raw(
        &self,
        token: &LongLivedToken,
        call: &RawCall,
        start: Option<&PageStart>,
    ) -> RawAnswer {
        let method = match call.verb {
            Verb::Get => Method::GET,
            Verb::Post => Method::POST,
            Verb::Delete => Method::DELETE,
        };
        let mut url = call.url.clone();
        if let Some(start) = start {
            start.add_to(&mut url);
        }
        let request = self.request(method, url);
        let request = match &call.body {
            Some(body) => request.json(body),
            None if !call.fields.is_empty() => request.form(&call.fields),
            None => request,
        };
        let (answered, body) = self.call_and_keep::<Value>(authorized(request, &token.0)).await;
        let mut body = body.and_then(|body| serde_json::from_slice::<Value>(&body).ok());
        let paging = body.as_ref().and_then(|body| Paging::deserialize(body.get("paging")?).ok());
        let next = paging.and_then(|paging| paging.next());
        if let Some(body) = &mut body {
            redact(body, token.0.expose_secret());
        }
        let Answered { result, usage } = answered;
        let result: Result<(), GraphError> = result.map(drop);
        RawAnswer { body, answered: Answered { result, usage }, next }
    }
}

/// Whether a part of a path is a version.
fn is_version(part: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let version = part.strip_prefix('v').and_then(|part| part.split_once('.'));
    version.is_some_and(|(major, minor)| number(major) && number(minor))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;
    use crate::graph::Endpoints;

    fn graph() -> Graph {
        let url = |text: &str| Url::parse(text).unwrap();
        let endpoints = Endpoints {
            authorize: url("https://www.instagram.com/oauth/authorize"),
            api: url("https://api.instagram.com"),
            graph: url("https://graph.instagram.com"),
            meta_graph: url("https://graph.facebook.com"),
            version: "v25.0".to_owned(),
        };
        Graph::new(endpoints, Some(Duration::from_secs(1))).unwrap()
    }

    #[test]
    fn a_path_stays_on_the_host_and_gets_one_version() {
        let graph = graph();
        for (path, expected) in [
            ("me", Ok("/v25.0/me")),
            (
                "/me/conversations?platform=instagram",
                Ok("/v25.0/me/conversations?platform=instagram"),
            ),
            ("v21.0/me#x", Ok("/v21.0/me")),
            ("https://graph.instagram.com/v24.0/me", Ok("/v24.0/me")),
            ("//evil.example/me", Ok("/v25.0/evil.example/me")),
            ("../../me", Ok("/v25.0/me")),
            ("https://graph.instagram.com/me", Ok("/v25.0/me")),
            ("@evil.example/me", Ok("/v25.0/@evil.example/me")),
            ("vase/1", Ok("/v25.0/vase/1")),
            ("https://evil.example/me", Err("not on graph.instagram.com")),
            ("http://graph.instagram.com/me", Err("not on graph.instagram.com")),
            ("https://graph.instagram.com:444/me", Err("not on graph.instagram.com")),
            ("https://a:b@graph.instagram.com/me", Err("not on graph.instagram.com")),
            ("file://x", Err("not on graph.instagram.com")),
            ("https://", Err("no path")),
            ("me?access_token=x", Err("takes no `access_token`")),
        ] {
            match (graph.raw_call(Verb::Get, path, Vec::new(), None), expected) {
                (Ok(call), Ok(expected)) => {
                    assert_eq!(call.url.as_str(), format!("https://graph.instagram.com{expected}"));
                }
                (Err(error), Err(expected)) => {
                    assert!(error.to_string().contains(expected), "{path}: {error}");
                }
                (call, _) => panic!("{path}: {call:?}"),
            }
        }
    }

    #[test]
    fn fields_go_where_the_method_takes_them() {
        let graph = graph();
        let fields = || vec![("a".to_owned(), "1 2".to_owned())];
        for (verb, body, url, expected) in [
            (Verb::Get, None, "/v25.0/me?a=1+2", Value::Null),
            (Verb::Delete, None, "/v25.0/me?a=1+2", Value::Null),
            (Verb::Post, None, "/v25.0/me", json!({ "a": "1 2" })),
            (Verb::Post, Some(json!([1])), "/v25.0/me?a=1+2", json!([1])),
        ] {
            let call = graph.raw_call(verb, "me", fields(), body).unwrap();
            let preview = graph.preview_raw(&call);
            assert_eq!(preview.url.as_str(), format!("https://graph.instagram.com{url}"));
            assert_eq!(preview.body, expected);
        }
        let token = vec![("access_token".to_owned(), "x".to_owned())];
        assert!(graph.raw_call(Verb::Post, "me", token, None).is_err());
    }

    #[test]
    fn a_preview_has_no_secret_that_was_given_by_hand() {
        let graph = graph();
        let fields = || {
            vec![("client_secret", "x1y2"), ("input_token", "x1y2"), ("code", "x1y2"), ("a", "1")]
        };
        let fields =
            || fields().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        let body =
            json!({ "batch": [{ "appsecret_proof": "x1y2", "url": "me?access_token=x1y2" }] });
        for (verb, body) in [(Verb::Get, None), (Verb::Post, None), (Verb::Post, Some(body))] {
            let path = "x?fb_exchange_token=x1y2";
            let call = graph.raw_call(verb, path, fields().collect(), body).unwrap();
            let preview = serde_json::to_string(&graph.preview_raw(&call)).unwrap();
            assert!(!preview.contains("x1y2") && preview.contains("client_secret"), "{preview}");
        }
    }
}
