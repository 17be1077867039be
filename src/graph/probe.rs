//! Looks that diagnose: what Instagram's answers carry beside their body, and what Meta would see of
//! a public webhook.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::GraphError;
use super::transport::{Graph, execute};

/// What the head of an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// Instagram's clock.
    pub date: Option<Timestamp>,
    /// The version that answered; an expired one is replaced in silence (reference 12).
    pub version: Option<String>,
}

/// How a public webhook answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAnswer {
    /// HTTP status.
    pub status: u16,
    /// Whether it redirects, which Instagram does not follow.
    pub redirects: bool,
    /// The first bytes of its body.
    pub body: String,
}

/// Most bytes looked at of a public answer.
const LOOK: usize = 256;

impl Graph {
    /// Asks Instagram for anything, to see the head of its answer.
    ///
    /// # Errors
    /// Instagram cannot be reached. An error in its answer is no error here.
    pub async fn served(&self) -> Result<Served, GraphError> {
        let response = execute(self.get(self.url(&["me"]))).await?;
        let text = |name: &str| response.headers().get(name)?.to_str().ok();
        let date = text(header::DATE.as_str())
            .and_then(|date| DateTimeParser::new().parse_timestamp(date).ok());
        Ok(Served { date, version: text("instagram-api-version").map(str::to_owned) })
    }

    /// Does the handshake that Meta does when a callback URL is registered.
    ///
    /// # Errors
    /// DNS, TLS or the connection fail.
    pub async fn shake_hands(
        &self,
        webhook: &Url,
        verify_token: &SecretString,
        challenge: &str,
    ) -> Result<PublicAnswer, GraphError> {
        let query = [
            ("hub.mode", "subscribe"),
            ("hub.challenge", challenge),
            ("hub.verify_token", verify_token.expose_secret()),
        ];
        answer(self.get(webhook.clone()).query(&query)).await
    }

    /// Delivers a signed body as Meta does.
    ///
    /// # Errors
    /// DNS, TLS or the connection fail.
    pub async fn deliver(
        &self,
        webhook: &Url,
        body: Vec<u8>,
        signature: &str,
    ) -> Result<PublicAnswer, GraphError> {
        let request = self
            .post(webhook.clone())
            .header("X-Hub-Signature-256", signature)
            .header(header::CONTENT_TYPE, "application/json")
            .body(body);
        answer(request).await
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Result<PublicAnswer, GraphError> {
    let mut response = execute(request).await?;
    let (status, redirects) = (response.status().as_u16(), response.status().is_redirection());
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        body.extend_from_slice(&chunk);
        if body.len() >= LOOK {
            body.truncate(LOOK);
            break;
        }
    }
    Ok(PublicAnswer { status, redirects, body: String::from_utf8_lossy(&body).into_owned() })
}
