//! Telling Meta where an app's webhook is (reference 5, layers 1 and 2).

use schemars::JsonSchema;
use secrecy::SecretString;
use serde::Serialize;
use url::Url;

use super::OpsError;
use crate::graph::Graph;
use crate::graph::subscriptions::{AppSubscription, DEFAULT_FIELDS, MetaApp, Registration};

/// What Meta has registered, read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Registered {
    /// Where deliveries go.
    pub callback_url: String,
    /// Whether they go at all.
    pub active: bool,
    /// What is delivered.
    pub fields: Vec<String>,
}

/// The fields to register when none are named.
pub fn usual_fields() -> Vec<String> {
    DEFAULT_FIELDS.map(str::to_owned).to_vec()
}

/// Registers a callback URL and fields; Meta shakes hands with it at once. What was registered before
/// is replaced.
///
/// # Errors
/// Meta refuses the app, a field or the handshake; or lists something else afterwards.
pub async fn register(
    graph: &Graph,
    app: &MetaApp,
    callback_url: &Url,
    verify_token: &SecretString,
    fields: &[String],
) -> Result<Registered, OpsError> {
    let registration = Registration { callback_url, verify_token, fields };
    graph.register(app, &registration).await?;
    let listed = graph.app_subscriptions(app).await?;
    let found = listed.into_iter().find(|it| it.callback_url == callback_url.as_str());
    found.map(Registered::from).ok_or(OpsError::NotRegistered)
}

/// What Meta has registered for Instagram, if anything is.
///
/// # Errors
/// Meta refuses the app.
pub async fn registered(graph: &Graph, app: &MetaApp) -> Result<Option<Registered>, OpsError> {
    let listed = graph.app_subscriptions(app).await?;
    Ok(listed.into_iter().find(|it| it.object == "instagram").map(Registered::from))
}

impl From<AppSubscription> for Registered {
    fn from(found: AppSubscription) -> Self {
        Self {
            callback_url: found.callback_url,
            active: found.active,
            fields: found.fields.into_iter().map(|field| field.name).collect(),
        }
    }
}
