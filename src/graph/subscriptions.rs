//! Webhook subscriptions of an account and of the app (reference 5).

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::GraphError;
use super::messages::Preview;
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

/// `{"success":true}`.
#[derive(Debug, Deserialize)]
pub struct Success {
    /// False has not been seen; it would mean that nothing was done.
    pub success: bool,
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
    ) -> Result<Success, GraphError> {
        let request = self
            .post(self.url(&["me", "subscribed_apps"]))
            .query(&[("subscribed_fields", fields.join(","))]);
        self.call(authorized(request, &token.0)).await
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
    pub async fn unsubscribe(&self, token: &LongLivedToken) -> Result<Success, GraphError> {
        let request = self.delete(self.url(&["me", "subscribed_apps"]));
        self.call(authorized(request, &token.0)).await
    }

    /// The app's own subscriptions, asked with an app token made of the Meta app's id and secret.
    ///
    /// # Errors
    /// Code 190 when id or secret are not the Meta app's.
    pub async fn app_subscriptions(
        &self,
        meta_app_id: &str,
        meta_app_secret: &SecretString,
    ) -> Result<Vec<AppSubscription>, GraphError> {
        let version = self.endpoints.version.as_str();
        let path = [version, meta_app_id, "subscriptions"];
        let url = transport::join(&self.endpoints.meta_graph, &path);
        let app_token = format!("{meta_app_id}|{}", meta_app_secret.expose_secret());
        let request = authorized(self.get(url), &SecretString::from(app_token));
        let listed: Listed<AppSubscription> = self.call(request).await?;
        Ok(listed.data)
    }

    /// Registers where the app's deliveries go and which. Meta shakes hands with the address before
    /// it answers.
    ///
    /// # Errors
    /// Code 190 when id or secret are not the Meta app's; a refusal when the handshake fails.
    pub async fn register(
        &self,
        meta_app_id: &str,
        meta_app_secret: &SecretString,
        registration: &Registration<'_>,
    ) -> Result<Success, GraphError> {
        let path = [self.endpoints.version.as_str(), meta_app_id, "subscriptions"];
        let url = transport::join(&self.endpoints.meta_graph, &path);
        let app_token = format!("{meta_app_id}|{}", meta_app_secret.expose_secret());
        // A form, so that the verify token is in no URL.
        let request = self.post(url).form(&[
            ("object", "instagram"),
            ("callback_url", registration.callback_url.as_str()),
            ("verify_token", registration.verify_token.expose_secret()),
            ("fields", &registration.fields.join(",")),
        ]);
        self.call(authorized(request, &SecretString::from(app_token))).await
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
