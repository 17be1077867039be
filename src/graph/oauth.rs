//! Consent page, code exchange, long-lived tokens and their refresh (reference 1 to 3).

use std::num::NonZeroU32;

use jiff::SignedDuration;
use secrecy::{ExposeSecret, SecretString};
use serde::de::{self, Deserializer};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::error::{GraphError, OAuthClass, OAuthError};
use super::shaped::Shaped;
use super::transport::{self, Graph};
use crate::domain::id::AppScopedId;
use crate::domain::token::{LongLivedToken, MAX_TOKEN_LIFE, ShortLivedToken};

/// What igbot asks for unless told otherwise: to know the account and to read and write messages.
pub const DEFAULT_SCOPES: [&str; 3] = [
    "instagram_business_basic",
    "instagram_business_manage_messages",
    "instagram_business_manage_comments",
];

/// The pair "API setup with Instagram login" shows; not the Meta app's.
#[derive(Debug, Clone)]
pub struct AppCredentials {
    /// Instagram app id, digits only.
    pub app_id: String,
    /// Instagram app secret.
    pub secret: SecretString,
}

/// What the consent page is asked.
#[derive(Debug)]
pub struct Authorization<'a> {
    /// Instagram app id.
    pub app_id: &'a str,
    /// Where the browser is sent afterwards; compared as a string, character by character.
    pub redirect_uri: &'a str,
    /// Permissions to ask for.
    pub scopes: &'a [String],
    /// Comes back unchanged, and tells our login from somebody else's.
    pub state: &'a str,
    /// Asks for the password even if a session is open.
    pub force_reauth: bool,
}

/// What a code was exchanged for.
#[derive(Debug)]
pub struct CodeExchange {
    /// The token; lives one hour.
    pub token: ShortLivedToken,
    /// The account as this app sees it. Webhooks carry another id: ask `/me`.
    pub app_scoped_id: Option<AppScopedId>,
    /// Granted permissions; empty when Instagram did not say.
    pub permissions: Vec<String>,
}

/// A long-lived token and how long it lives from now.
#[derive(Debug)]
pub struct Lease {
    /// The token.
    pub token: LongLivedToken,
    /// `expires_in`: about 60 days, never exactly; `None` if Instagram did not say it.
    pub lifetime: Option<SignedDuration>,
}

impl Graph {
    /// The address of the consent page.
    pub fn authorize_url(&self, ask: &Authorization<'_>) -> Url {
        let mut url = self.endpoints.authorize.clone();
        let mut query = url.query_pairs_mut();
        query
            .append_pair("client_id", ask.app_id)
            .append_pair("redirect_uri", ask.redirect_uri)
            .append_pair("response_type", "code")
            .append_pair("scope", &ask.scopes.join(","))
            .append_pair("state", ask.state);
        if ask.force_reauth {
            query.append_pair("force_reauth", "true");
        }
        drop(query);
        url
    }

    /// Exchanges a code for a short-lived token. A code works once.
    ///
    /// # Errors
    /// [`GraphError::OAuth`] when Instagram refuses the code, the app or the redirect URI.
    pub async fn exchange_code(
        &self,
        app: &AppCredentials,
        redirect_uri: &str,
        code: &SecretString,
    ) -> Result<CodeExchange, GraphError> {
        #[derive(Serialize)]
        struct Form<'a> {
            client_id: &'a str,
            client_secret: &'a str,
            grant_type: &'a str,
            redirect_uri: &'a str,
            code: &'a str,
        }
        let url = transport::join(&self.endpoints.api, &["oauth", "access_token"]);
        let request = self.post(url).form(&Form {
            client_id: &app.app_id,
            client_secret: app.secret.expose_secret(),
            grant_type: "authorization_code",
            redirect_uri,
            code: code.expose_secret(),
        });
        match self.call::<CodeAnswer>(request).await {
            Ok(answer) => Ok(answer.into()),
            Err(GraphError::Api(error)) => Err(match OAuthError::from_graph(&error) {
                Some(refused) => GraphError::OAuth(refused),
                None => GraphError::Api(error),
            }),
            Err(error) => Err(error),
        }
    }

    /// Exchanges a short-lived token for a long-lived one.
    ///
    /// # Errors
    /// Instagram refuses the token, or the secret belongs to another app.
    pub async fn exchange_token(
        &self,
        app: &AppCredentials,
        token: &ShortLivedToken,
    ) -> Result<Lease, GraphError> {
        let url = transport::join(&self.endpoints.graph, &["access_token"]);
        let request = self.get(url).query(&[
            ("grant_type", "ig_exchange_token"),
            ("client_secret", app.secret.expose_secret()),
            ("access_token", token.0.expose_secret()),
        ]);
        match self.call::<ExchangeAnswer>(request).await {
            Ok(answer) => Ok(answer.into()),
            Err(GraphError::Api(error)) => Err(match OAuthError::from_graph(&error) {
                Some(refused) if refused.class == OAuthClass::WrongSecret => refused.into(),
                _ => GraphError::Api(error),
            }),
            Err(error) => Err(error),
        }
    }

    /// Gives a long-lived token another 60 days. Takes no secret; Instagram wants the token to be
    /// at least 24 hours old.
    ///
    /// # Errors
    /// Instagram refuses the token; the old one stays what it was.
    pub async fn refresh_token(&self, token: &LongLivedToken) -> Result<Lease, GraphError> {
        let url = transport::join(&self.endpoints.graph, &["refresh_access_token"]);
        let request = self.get(url).query(&[
            ("grant_type", "ig_refresh_token"),
            ("access_token", token.0.expose_secret()),
        ]);
        self.call::<LeaseAnswer>(request).await.map(Lease::from)
    }
}

/// The answer of the code exchange.
pub type CodeAnswer = Shaped<CodeBody>;

/// The answer of the exchange for a lasting token.
pub type ExchangeAnswer = Shaped<ExchangeBody>;

/// The answer of a refresh.
pub type LeaseAnswer = Shaped<LeaseBody>;

/// The inner part of a code exchange.
#[derive(Debug, Deserialize)]
pub struct CodeBody {
    #[serde(deserialize_with = "token")]
    access_token: SecretString,
    #[serde(default)]
    user_id: Option<LenientId>,
    #[serde(default)]
    permissions: Permissions,
}

/// An id, or something else that must not spoil a good token.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum LenientId {
    Id(AppScopedId),
    Other(serde::de::IgnoredAny),
}

/// Permissions as a list, as comma-separated text, absent, or in a shape that must not spoil a good token.
#[derive(Debug, Default, Deserialize)]
#[serde(untagged)]
enum Permissions {
    #[default]
    Absent,
    List(Vec<String>),
    Text(String),
    Other(serde::de::IgnoredAny),
}

impl From<CodeAnswer> for CodeExchange {
    fn from(answer: CodeAnswer) -> Self {
        let body = answer.body();
        Self {
            token: ShortLivedToken(body.access_token),
            app_scoped_id: match body.user_id {
                Some(LenientId::Id(id)) => Some(id),
                _ => None,
            },
            permissions: match body.permissions {
                Permissions::Absent | Permissions::Other(_) => Vec::new(),
                Permissions::List(list) => list,
                Permissions::Text(text) => text
                    .split([',', ' '])
                    .filter(|name| !name.is_empty())
                    .map(str::to_owned)
                    .collect(),
            },
        }
    }
}

/// What an exchange gives. A token is not thrown away because its life is said in an odd way: the code behind it
/// is spent.
#[derive(Debug, Deserialize)]
pub struct ExchangeBody {
    #[serde(deserialize_with = "lasting_token")]
    access_token: SecretString,
    #[serde(default)]
    expires_in: Value,
}

/// What a refresh gives. In doubt the token that was refreshed is kept, which lives on.
#[derive(Debug, Deserialize)]
pub struct LeaseBody {
    #[serde(deserialize_with = "lasting_token")]
    access_token: SecretString,
    expires_in: NonZeroU32,
}

impl From<ExchangeAnswer> for Lease {
    fn from(answer: ExchangeAnswer) -> Self {
        let ExchangeBody { access_token, expires_in } = answer.body();
        Self { token: LongLivedToken(access_token), lifetime: lifetime(&expires_in) }
    }
}

impl From<LeaseAnswer> for Lease {
    fn from(answer: LeaseAnswer) -> Self {
        let LeaseBody { access_token, expires_in } = answer.body();
        Self { token: LongLivedToken(access_token), lifetime: lifetime(&expires_in.get().into()) }
    }
}

/// Reads how many seconds a token lives. One believed to live longer than any does would never be due and die
/// unseen.
fn lifetime(expires_in: &Value) -> Option<SignedDuration> {
    let seconds = match expires_in {
        Value::String(text) => text.trim().parse().ok(),
        number => number.as_f64(),
    };
    let seconds = seconds.filter(|it| *it >= 1.0)?.min(MAX_TOKEN_LIFE.as_secs_f64());
    SignedDuration::try_from_secs_f64(seconds.trunc()).ok()
}

/// Longest token taken; they have several hundred characters at most (reference 2).
const MAX_TOKEN: usize = 4096;

/// A token that will replace another one: no word that a careless program writes for nothing.
fn lasting_token<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    let text = token(deserializer)?;
    let plain = text.expose_secret();
    let nothing = ["null", "none", "nil", "undefined", "true", "false", "nan", "error"];
    let page = plain.contains(['<', '>', '{', '}', '"']);
    if page
        || plain.len() > MAX_TOKEN
        || nothing.iter().any(|word| plain.eq_ignore_ascii_case(word))
    {
        return Err(de::Error::custom("this is no token"));
    }
    Ok(text)
}

/// A token: text that is not blank and can travel in a header.
fn token<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    let text = SecretString::deserialize(deserializer)?;
    let sound = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_graphic());
    if sound(text.expose_secret()) {
        Ok(text)
    } else {
        Err(de::Error::custom("the token is empty or has blanks"))
    }
}
