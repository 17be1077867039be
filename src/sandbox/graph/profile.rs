//! `messenger_profile`: ice breakers and the persistent menu (reference 6).

use axum::http::Method;
use serde_json::{Map, Value, json};
use url::Url;

use super::Caller;
use crate::sandbox::answer::GraphError;
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// Most ice breakers of one locale.
const MAX_ICE_BREAKERS: usize = 4;

/// What can be set.
const PARTS: [&str; 2] = ["ice_breakers", "persistent_menu"];

pub(super) fn messenger_profile(
    world: &mut World,
    caller: &Caller,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    caller.need("instagram_business_manage_messages")?;
    let profile = match world.accounts.get_mut(&caller.account) {
        Some(account) => &mut account.messenger_profile,
        None => return Err(GraphError::no_such_object(method, &caller.account)),
    };
    match *method {
        Method::GET => {
            let asked = known(params.list("fields"))?;
            let found: Map<String, Value> = profile
                .iter()
                .filter(|(name, _)| asked.contains(name))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
            let data = if found.is_empty() { json!([]) } else { json!([found]) };
            Ok(json!({ "data": data }))
        }
        Method::POST => {
            let body = params.json.as_ref().and_then(Value::as_object);
            let body =
                body.ok_or_else(|| GraphError::parameter("The body must be a JSON object"))?;
            if body.get("platform").and_then(Value::as_str) != Some("instagram") {
                return Err(GraphError::parameter("Param platform must be one of {instagram}"));
            }
            let given: Vec<(&String, &Value)> =
                body.iter().filter(|(name, _)| PARTS.contains(&name.as_str())).collect();
            if given.is_empty() {
                return Err(GraphError::parameter("At least one profile property is required"));
            }
            for (name, value) in &given {
                check(name, value)?;
            }
            for (name, value) in given {
                profile.insert(name.clone(), value.clone());
            }
            Ok(json!({ "result": "success" }))
        }
        Method::DELETE => {
            for name in known(params.list("fields"))? {
                profile.remove(&name);
            }
            Ok(json!({ "result": "success" }))
        }
        _ => Err(GraphError::unsupported_method(method)),
    }
}

fn known(names: Vec<String>) -> Result<Vec<String>, GraphError> {
    match names.iter().find(|name| !PARTS.contains(&name.as_str())) {
        Some(name) => Err(GraphError::parameter(format_args!(
            "Param fields must be one of {{{}}} - got \"{name}\".",
            PARTS.join(", ")
        ))),
        None if names.is_empty() => Err(GraphError::new(100, "The parameter fields is required")),
        None => Ok(names),
    }
}

/// Each entry names its actions: an ice breaker has a question and a payload, an item of the menu a
/// title and what its type leads to.
fn check(name: &str, value: &Value) -> Result<(), GraphError> {
    let refused = || GraphError::parameter(format_args!("Invalid parameter {name}"));
    for entry in value.as_array().filter(|list| !list.is_empty()).ok_or_else(refused)? {
        let actions = entry["call_to_actions"].as_array().filter(|list| !list.is_empty());
        let actions = actions.ok_or_else(refused)?;
        let has = |key: &str| actions.iter().all(|action| action[key].is_string());
        let complete = if name == "ice_breakers" {
            actions.len() <= MAX_ICE_BREAKERS && has("question") && has("payload")
        } else {
            let leads = |action: &Value| match action["type"].as_str() {
                Some("postback") => action["payload"].is_string(),
                Some("web_url") => {
                    action["url"].as_str().is_some_and(|url| Url::parse(url).is_ok())
                }
                _ => false,
            };
            has("title") && actions.iter().all(leads)
        };
        if !complete {
            return Err(refused());
        }
    }
    Ok(())
}
