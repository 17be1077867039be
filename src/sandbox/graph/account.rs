//! `/me`, also under either id of the account (reference 4).

use axum::http::Method;
use serde_json::{Map, Value, json};

use super::{Caller, fields};
use crate::sandbox::answer::GraphError;
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

pub(super) fn me(
    world: &mut World,
    caller: &Caller,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    if method != Method::GET {
        return Err(GraphError::unsupported_method(method));
    }
    caller.need("instagram_business_basic")?;
    let in_data = world.switches.me_in_data;
    // The documentation writes `Media_Creator`, live answers `MEDIA_CREATOR`.
    let shout = world.turn("account_type").is_multiple_of(2);
    let account = world
        .accounts
        .get(&caller.account)
        .ok_or_else(|| GraphError::no_such_object(method, &caller.account))?;
    let mut answer = Map::new();
    for field in fields::parse(params.get("fields").unwrap_or_default()) {
        let value = match field.name {
            "id" => json!(account.app_scoped_id),
            "user_id" => json!(account.id),
            "username" => json!(account.username),
            "name" => json!(account.name),
            "account_type" if shout => json!(account.account_type),
            "account_type" => json!(in_title_case(&account.account_type)),
            "profile_picture_url" => {
                json!("https://scontent.cdninstagram.com/v/sandbox.jpg?oe=65000000")
            }
            "followers_count" => json!(1204),
            "follows_count" => json!(87),
            "media_count" => json!(42),
            "biography" => json!("An account that exists in the sandbox only."),
            "website" => json!("https://example.com/"),
            other => return Err(GraphError::no_such_field(other)),
        };
        answer.insert(field.name.to_owned(), value);
    }
    if in_data && !answer.is_empty() {
        return Ok(json!({ "data": [answer] }));
    }
    answer.insert("id".to_owned(), json!(account.app_scoped_id));
    Ok(Value::Object(answer))
}

/// `MEDIA_CREATOR` as `Media_Creator`.
fn in_title_case(text: &str) -> String {
    let mut previous = '_';
    text.chars()
        .map(|letter| {
            let written = if previous == '_' { letter } else { letter.to_ascii_lowercase() };
            previous = letter;
            written
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_types_are_spelt_in_two_ways() {
        assert_eq!(in_title_case("MEDIA_CREATOR"), "Media_Creator");
        assert_eq!(in_title_case("BUSINESS"), "Business");
    }
}
