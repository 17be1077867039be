//! `/{META_APP_ID}/subscriptions` of `graph.facebook.com`: layers 1 and 2, with an app token (reference 5).

use std::sync::Arc;

use axum::http::Method;
use serde_json::{Value, json};
use url::Url;

use super::subscriptions::checked;
use crate::sandbox::answer::GraphError;
use crate::sandbox::delivery;
use crate::sandbox::params::Params;
use crate::sandbox::state::Shared;
use crate::sandbox::{META_APP_ID, META_APP_SECRET};

/// Longest verify token in characters; longer ones are refused.
const MAX_VERIFY_TOKEN: usize = 64;

pub(super) async fn subscriptions(
    shared: &Arc<Shared>,
    method: &Method,
    app: &str,
    token: Option<&str>,
    params: &Params,
) -> Result<Value, GraphError> {
    if token.and_then(|token| token.split_once('|')) != Some((META_APP_ID, META_APP_SECRET)) {
        return Err(GraphError::new(190, "Invalid OAuth access token signature.").oauth());
    }
    if app != META_APP_ID {
        return Err(GraphError::no_such_object(method, app).oauth());
    }
    match *method {
        Method::GET => Ok(shared.with(|world| match &world.callback {
            None => json!({ "data": [] }),
            Some(url) => {
                let fields: Vec<Value> = world
                    .app_fields
                    .iter()
                    .map(|name| json!({ "name": name, "version": "v25.0" }))
                    .collect();
                json!({ "data": [{
                    "object": "instagram", "callback_url": url, "active": true, "fields": fields,
                }] })
            }
        })),
        Method::POST => {
            if params.get("object") != Some("instagram") {
                return Err(GraphError::parameter("Param object must be one of {instagram}"));
            }
            let fields = checked(params.list("fields"))?;
            register(shared, params.get("callback_url"), params.get("verify_token"))
                .await
                .map_err(|why| {
                    GraphError::new(2200, format!("(#2200) Callback verification failed: {why}"))
                        .oauth()
                })?;
            shared.with(|world| world.app_fields = fields);
            Ok(json!({ "success": true }))
        }
        Method::DELETE => {
            shared.with(|world| world.callback = None);
            Ok(json!({ "success": true }))
        }
        _ => Err(GraphError::unsupported_method(method)),
    }
}

/// Runs the handshake and, if it succeeds, sets the callback URL.
pub(in crate::sandbox) async fn register(
    shared: &Arc<Shared>,
    callback_url: Option<&str>,
    verify_token: Option<&str>,
) -> Result<(), String> {
    let url = callback_url.and_then(|url| Url::parse(url).ok());
    let url = url.ok_or("callback_url must be a valid URL")?;
    let verify_token = verify_token.unwrap_or_default();
    if verify_token.is_empty() || verify_token.chars().count() > MAX_VERIFY_TOKEN {
        return Err(format!("verify_token must have 1 to {MAX_VERIFY_TOKEN} characters"));
    }
    delivery::handshake(shared, &url, verify_token).await?;
    shared.with(|world| world.callback = Some(url));
    Ok(())
}
