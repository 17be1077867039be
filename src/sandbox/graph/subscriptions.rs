//! `subscribed_apps`: what an account is subscribed to, layer 3 (reference 5).

use axum::http::Method;
use serde_json::{Value, json};

use super::Caller;
use crate::sandbox::INSTAGRAM_APP_ID;
use crate::sandbox::answer::GraphError;
use crate::sandbox::params::Params;
use crate::sandbox::world::{FIELDS, World};

pub(super) fn subscribed_apps(
    world: &mut World,
    caller: &Caller,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    let account = world
        .accounts
        .get_mut(&caller.account)
        .ok_or_else(|| GraphError::no_such_object(method, &caller.account))?;
    match *method {
        Method::GET => Ok(match &account.subscribed {
            None => json!({ "data": [] }),
            // Once unsubscribed, the app may still be listed, without fields.
            Some(fields) if fields.is_empty() => json!({ "data": [{ "id": INSTAGRAM_APP_ID }] }),
            Some(fields) => json!({
                "data": [{ "id": INSTAGRAM_APP_ID, "subscribed_fields": fields }]
            }),
        }),
        Method::POST => {
            let fields = checked(params.list("subscribed_fields"))?;
            for field in &fields {
                caller.need(permission(field))?;
            }
            // The list is replaced, not joined.
            account.subscribed = Some(fields);
            Ok(json!({ "success": true }))
        }
        Method::DELETE => {
            account.subscribed = account.subscribed.take().map(|_| Vec::new());
            Ok(json!({ "success": true }))
        }
        _ => Err(GraphError::unsupported_method(method)),
    }
}

/// Refuses the whole list for one bad name, listing the good ones.
pub(super) fn checked(fields: Vec<String>) -> Result<Vec<String>, GraphError> {
    if fields.is_empty() {
        return Err(GraphError::new(100, "The parameter subscribed_fields is required"));
    }
    let mut unique: Vec<String> = Vec::new();
    for (at, field) in fields.into_iter().enumerate() {
        if !FIELDS.contains(&field.as_str()) {
            return Err(GraphError::parameter(format_args!(
                "Param subscribed_fields[{at}] must be one of {{{}}} - got \"{field}\".",
                FIELDS.join(", ")
            )));
        }
        if !unique.contains(&field) {
            unique.push(field);
        }
    }
    Ok(unique)
}

fn permission(field: &str) -> &'static str {
    match field {
        "comments" | "live_comments" => "instagram_business_manage_comments",
        _ => "instagram_business_manage_messages",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bad_name_voids_the_list_in_instagrams_words() {
        let fields = ["messages", "messaging_seen", "messaging_deliveries"].map(str::to_owned);
        let error = checked(fields.to_vec()).unwrap_err();
        assert_eq!(
            error.message,
            "(#100) Param subscribed_fields[2] must be one of {comments, live_comments, message_edit, \
             message_reactions, messages, messaging_handover, messaging_optins, messaging_postbacks, \
             messaging_referral, messaging_seen, standby} - got \"messaging_deliveries\"."
        );
    }
}
