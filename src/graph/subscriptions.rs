//! Webhook subscriptions of an account and of the app (reference 5).

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use super::GraphError;
use super::messages::{Done, Preview};
use super::secret::HIDDEN;
use super::transport::{self, Graph, authorized};
use crate::domain::token::LongLivedToken;

/// Every field an account can be subscribed to with Instagram Login.
///
/// One other name makes Instagram refuse the whole call, so names are checked before it.
pub const FIELDS: [&str; 11] = [
    "comments",
    "live_comments",
    "message_edit",
    "message_reactions",
    "messages",
    "messaging_handover",
    "messaging_optins",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
    "standby",
];

/// What igbot subscribes to unless told otherwise. `comments` is left out for an account that did
/// not grant [`COMMENTS_PERMISSION`].
pub const DEFAULT_FIELDS: [&str; 7] = [
    "messages",
    "message_edit",
    "message_reactions",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
    "comments",
];

/// The permission that the `comments` field needs.
pub const COMMENTS_PERMISSION: &str = "instagram_business_manage_comments";

/// One app subscribed to an account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SubscribedApp {
    /// Its fields; absent and empty mean the same: nothing is delivered.
    #[serde(default)]
    pub subscribed_fields: Vec<String>,
}

/// The app's own subscription: where deliveries go, for which fields.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AppSubscription {
    /// `instagram`, or another product of Meta's.
    pub object: String,
    /// Where deliveries go.
    pub callback_url: String,
    /// Whether they go at all.
    #[serde(default)]
    pub active: bool,
    /// What is delivered.
    #[serde(default)]
    pub fields: Vec<AppField>,
}

/// A field of the app's subscription.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AppField {
    /// Its name.
    pub name: String,
    /// The version of its payload, set in the dashboard.
    pub version: Option<String>,
}

/// A list as the Graph API wraps it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Listed<T> {
    /// The elements.
    pub data: Vec<T>,
}

/// The pair of "App settings > Basic".
#[derive(Debug, Clone)]
pub struct MetaApp {
    /// Its id.
    pub id: String,
    /// Its secret.
    pub secret: SecretString,
}

impl MetaApp {
    /// What it authorizes itself with.
    fn token(&self) -> SecretString {
        format!("{}|{}", self.id, self.secret.expose_secret()).into()
    }
}

impl Graph {
    /// Subscribes the account to exactly these fields: the call **replaces** the list.
    ///
    /// # Errors
    /// Code 100 if one name is not valid; then nothing changes.
    pub async fn subscribe(
        &self,
        token: &LongLivedToken,
        fields: &[String],
    ) -> Result<(), GraphError> {
        let request = self
            .post(self.url(&["me", "subscribed_apps"]))
            .query(&[("subscribed_fields", fields.join(","))]);
        self.call::<Done>(authorized(request, &token.0)).await.map(drop)
    }

    /// The request that [`subscribe`](Self::subscribe) would make, or [`unsubscribe`](Self::unsubscribe)
    /// if no field is left.
    pub fn preview_subscribe(&self, fields: &[String]) -> Preview {
        let url = self.url(&["me", "subscribed_apps"]);
        match fields {
            [] => Preview { method: "DELETE", url, body: json!({}) },
            fields => {
                let body = json!({ "subscribed_fields": fields.join(",") });
                Preview { method: "POST", url, body }
            }
        }
    }

    /// The fields the account is subscribed to now.
    pub async fn subscribed_fields(
        &self,
        token: &LongLivedToken,
    ) -> Result<Vec<String>, GraphError> {
        let request = self.get(self.url(&["me", "subscribed_apps"]));
        let apps: Listed<SubscribedApp> = self.call(authorized(request, &token.0)).await?;
        Ok(apps.data.into_iter().flat_map(|app| app.subscribed_fields).collect())
    }

    /// Ends the account's subscription.
    pub async fn unsubscribe(&self, token: &LongLivedToken) -> Result<(), GraphError> {
        let request = self.delete(self.url(&["me", "subscribed_apps"]));
        self.call::<Done>(authorized(request, &token.0)).await.map(drop)
    }

    /// The app's own subscriptions.
    ///
    /// # Errors
    /// Code 190 when id or secret are not the Meta app's.
    pub async fn app_subscriptions(
        &self,
        app: &MetaApp,
    ) -> Result<Vec<AppSubscription>, GraphError> {
        let request = self.get(self.app_subscriptions_url(app));
        let listed: Listed<AppSubscription> = self.call(authorized(request, &app.token())).await?;
        Ok(listed.data)
    }

    /// Registers where the app's deliveries go and which. Meta shakes hands with the address before
    /// it answers.
    ///
    /// # Errors
    /// Code 190 when id or secret are not the Meta app's; a refusal when the handshake fails.
    pub async fn register(
        &self,
        app: &MetaApp,
        registration: &Registration<'_>,
    ) -> Result<(), GraphError> {
        // A form, so that the verify token is in no URL.
        let form = registration.form(registration.verify_token.expose_secret());
        let request = self.post(self.app_subscriptions_url(app)).form(&form);
        self.call::<Done>(authorized(request, &app.token())).await.map(drop)
    }

    /// The request that [`register`](Self::register) would make, without the verify token.
    pub fn preview_register(&self, app: &MetaApp, registration: &Registration<'_>) -> Preview {
        let form = registration.form(HIDDEN);
        let body = form.map(|(name, value)| (name.to_owned(), Value::from(value)));
        let url = self.app_subscriptions_url(app);
        Preview { method: "POST", url, body: Value::Object(body.into_iter().collect()) }
    }

    fn app_subscriptions_url(&self, app: &MetaApp) -> Url {
        let path = [self.endpoints.version.as_str(), &app.id, "subscriptions"];
        transport::join(&self.endpoints.meta_graph, &path)
    }
}

/// What an app's webhook is to be.
#[derive(Debug)]
pub struct Registration<'a> {
    /// Where deliveries go.
    pub callback_url: &'a Url,
    /// What the handshake carries.
    pub verify_token: &'a SecretString,
    /// What is delivered.
    pub fields: &'a [String],
}

impl Registration<'_> {
    fn form(&self, verify_token: &str) -> [(&'static str, String); 4] {
        [
            ("object", "instagram".to_owned()),
            ("callback_url", self.callback_url.to_string()),
            ("verify_token", verify_token.to_owned()),
            ("fields", self.fields.join(",")),
        ]
    }
}
