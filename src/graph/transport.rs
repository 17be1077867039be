//! The one place where requests leave and answers are read.
//!
//! Redirects are not followed: a secret must not travel where a redirect points. Errors lose their
//! URL here, because two endpoints carry the token or the secret in it (reference 3).

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, header, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;
use zeroize::Zeroizing;

use super::class::ErrorClass;
use super::error::{ApiError, GraphError, OAuthError};
use super::secret::is_secret_parameter;
use super::usage::{Usage, UsageHeaders};
use crate::domain::time;

/// Longest answer read; Instagram's are a few kilobytes.
const MAX_ANSWER: usize = 4 << 20;

/// How long a call may take unless told otherwise.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The same where Instagram fetches or takes a file (reference 6).
const MEDIA_TIMEOUT: Duration = Duration::from_secs(120);

/// Time allowed for a connection, within the total.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Where Instagram is: its own hosts, or those of a sandbox.
#[derive(Debug, Clone)]
pub struct Endpoints {
    /// The consent page itself.
    pub authorize: Url,
    /// Host of the code exchange.
    pub api: Url,
    /// Host of everything else.
    pub graph: Url,
    /// Host of the app-level calls.
    pub meta_graph: Url,
    /// `v25.0` and the like; goes into every path but those of the token endpoints.
    pub version: String,
}

/// How a call ended.
#[derive(Debug)]
pub struct Answered<T> {
    /// What came back.
    pub result: Result<T, GraphError>,
    /// What the answer said about the limits, if one came that spoke of them.
    pub usage: Option<UsageHeaders>,
}

/// A client of Instagram's API.
#[derive(Debug, Clone)]
pub struct Graph {
    client: Client,
    pub(super) endpoints: Endpoints,
    /// How long calls may take in which Instagram fetches or takes a file.
    pub(super) media_timeout: Duration,
    usage: Arc<AtomicU16>,
}

impl Graph {
    /// Sets up a client that gives up on a call after `timeout`, or after the usual one.
    ///
    /// # Errors
    /// A TLS set-up that fails, as on a system without root certificates.
    pub fn new(endpoints: Endpoints, timeout: Option<Duration>) -> Result<Self, GraphError> {
        // Fails only if a provider was installed before, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let limit = timeout.unwrap_or(TIMEOUT);
        let mut builder = Client::builder()
            .timeout(limit)
            // The first of the two to pass: a call that never left must not be told as one that may have.
            .connect_timeout(CONNECT_TIMEOUT.min(limit * 4 / 5))
            .redirect(redirect::Policy::none())
            .user_agent(concat!("igbot/", env!("CARGO_PKG_VERSION")));
        let Endpoints { authorize, api, graph, meta_graph, .. } = &endpoints;
        if [authorize, api, graph, meta_graph].iter().any(|it| it.scheme() == "http") {
            // A sandbox on loopback is never behind the proxy of the environment, which would read along.
            builder = builder.no_proxy();
        }
        let client =
            builder.build().map_err(|error| GraphError::Client(error.without_url().into()))?;
        let media_timeout = timeout.unwrap_or(MEDIA_TIMEOUT);
        Ok(Self { client, endpoints, media_timeout, usage: Arc::default() })
    }

    /// Whether calls go to a box on this machine: only there a base address may be without TLS.
    pub fn is_sandbox(&self) -> bool {
        self.endpoints.graph.scheme() == "http"
    }

    /// A versioned URL of the Graph host, with each part of the path escaped.
    pub(super) fn url(&self, path: &[&str]) -> Url {
        let version = [self.endpoints.version.as_str()];
        join(&self.endpoints.graph, version.iter().chain(path))
    }

    pub(super) fn get(&self, url: Url) -> RequestBuilder {
        self.client.get(url)
    }

    pub(super) fn post(&self, url: Url) -> RequestBuilder {
        self.client.post(url)
    }

    pub(super) fn request(&self, method: Method, url: Url) -> RequestBuilder {
        self.client.request(method, url)
    }

    pub(super) fn delete(&self, url: Url) -> RequestBuilder {
        self.client.delete(url)
    }

    /// Sends a request and reads its answer by its body, not by its status (reference 9).
    pub(super) async fn call<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
    ) -> Result<T, GraphError> {
        self.call_and_note(request).await.result
    }

    /// The same, with what the answer said about the limits.
    pub(super) async fn call_and_note<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
    ) -> Answered<T> {
        self.call_and_keep(request).await.0
    }

    /// The same, with the body of the answer, if there is one.
    pub(super) async fn call_and_keep<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
    ) -> (Answered<T>, Option<Vec<u8>>) {
        let (mut usage, mut body) = (None, None);
        let (client, request) = request.build_split();
        let result = match request {
            Ok(request) => {
                let secrets = secrets(&request);
                let request = RequestBuilder::from_parts(client, request);
                let answered = self.answer(request, &mut usage, &mut body).await;
                answered.map_err(|error| error.without(&secrets))
            }
            Err(error) => Err(GraphError::Client(error.without_url().into())),
        };
        (Answered { result, usage }, body)
    }

    async fn answer<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
        usage: &mut Option<UsageHeaders>,
        kept: &mut Option<Vec<u8>>,
    ) -> Result<T, GraphError> {
        let response = execute(request).await?;
        *usage = UsageHeaders::read(response.headers());
        if let Some(usage) = usage {
            self.usage.store(usage.share.0, Ordering::Relaxed);
        }
        let host = authority(response.url());
        let status = response.status();
        let retry_after = retry_after(response.headers());
        let body = match read(response).await {
            Ok(body) => body,
            Err(Some(error)) => return Err(GraphError::interrupted(host, error.without_url())),
            Err(None) => {
                return Err(GraphError::Unreadable { host, status: status.as_u16(), retry_after });
            }
        };
        decode(host, status, retry_after, kept.insert(body))
    }

    /// How much of its limits the app has used, as the last answer that spoke of it said.
    pub fn usage(&self) -> Usage {
        Usage(self.usage.load(Ordering::Relaxed))
    }
}

/// Appends parts to a base URL.
pub(super) fn join<'a>(base: &Url, parts: impl IntoIterator<Item = &'a &'a str>) -> Url {
    let mut url = base.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(parts);
    }
    url
}

/// Puts the token into a header, where it stays out of every URL.
pub(super) fn authorized(request: RequestBuilder, token: &SecretString) -> RequestBuilder {
    request.bearer_auth(token.expose_secret())
}

/// Sends a request and waits for the head of its answer.
pub(super) async fn execute(request: RequestBuilder) -> Result<Response, GraphError> {
    let (client, request) = request.build_split();
    let request = request.map_err(|error| GraphError::Client(error.without_url().into()))?;
    let host = authority(request.url());
    tracing::debug!(method = %request.method(), %host, "asking");
    client.execute(request).await.map_err(|error| {
        let source = error.without_url();
        match source.is_connect() {
            true => GraphError::Unreachable { host, source: source.into() },
            false => GraphError::interrupted(host, source),
        }
    })
}

/// What a request carries that must not come back in a text.
fn secrets(request: &reqwest::Request) -> Vec<Zeroizing<String>> {
    let form = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    let sent = |(name, value): (Cow<'_, str>, Cow<'_, str>)| {
        is_secret_parameter(&name).then(|| Zeroizing::new(value.into_owned()))
    };
    // Of the token of an app, which begins with its public id, all behind that is.
    let secret_part = |token: Zeroizing<String>| match token.split_once('|') {
        Some((id, secret)) if id.bytes().all(|c| c.is_ascii_digit()) => secret.to_owned().into(),
        _ => token,
    };
    let bearer = request.headers().get(header::AUTHORIZATION).and_then(|it| it.to_str().ok());
    let bearer = bearer.and_then(|it| it.strip_prefix("Bearer ")).map(str::to_owned);
    let pairs = request.url().query_pairs().chain(url::form_urlencoded::parse(form));
    let all = pairs.filter_map(sent).chain(bearer.map(Zeroizing::new)).map(secret_part);
    all.filter(|secret| !secret.is_empty()).collect()
}

/// Host and port of a URL, all of it that may be shown.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn decode<T: DeserializeOwned>(
    host: String,
    status: StatusCode,
    retry_after: Option<Duration>,
    body: &[u8],
) -> Result<T, GraphError> {
    if let Ok(json) = serde_json::from_slice::<Value>(body) {
        if let Some(error) = ApiError::read(&json, status.as_u16(), retry_after) {
            return Err(GraphError::Api(Box::new(error)));
        }
        if let Some(error) = OAuthError::read(&json) {
            return Err(GraphError::OAuth(error));
        }
    }
    if status.is_success()
        && let Ok(answer) = serde_json::from_slice(body)
    {
        return Ok(answer);
    }
    let class = ErrorClass::of_status(status.as_u16());
    if class == ErrorClass::RateLimited {
        return Err(GraphError::Api(Box::new(ApiError {
            class,
            code: None,
            subcode: None,
            message: "too many requests".to_owned(),
            user_message: None,
            trace: None,
            status: status.as_u16(),
            retry_after,
        })));
    }
    Err(GraphError::Unreadable { host, status: status.as_u16(), retry_after })
}

/// Reads a body; the error is `None` when it is longer than [`MAX_ANSWER`].
async fn read(mut response: Response) -> Result<Vec<u8>, Option<reqwest::Error>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(Some)? {
        if body.len() + chunk.len() > MAX_ANSWER {
            return Err(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// `Retry-After` (reference 9).
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok();
    time::retry_after(text(header::RETRY_AFTER)?, text(header::DATE))
}

/// Reads a recorded answer the way a live one is read.
pub fn decode_recorded<T: DeserializeOwned>(status: u16, body: &[u8]) -> Result<T, GraphError> {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    decode("recorded".to_owned(), status, None, body)
}
