//! A customer's profile (reference 7).

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::GraphError;
use super::transport::{Graph, authorized};
use crate::domain::id::IgScopedId;
use crate::domain::token::LongLivedToken;

/// What Instagram shows of a person who has written; every field may be absent, and one that cannot
/// be read counts as such.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Profile {
    /// The handle.
    #[serde(deserialize_with = "readable")]
    pub username: Option<String>,
    /// The display name.
    #[serde(deserialize_with = "readable")]
    pub name: Option<String>,
    /// Followers.
    #[serde(deserialize_with = "number")]
    pub follower_count: Option<u64>,
    /// Whether the person follows the account.
    #[serde(deserialize_with = "readable")]
    pub is_user_follow_business: Option<bool>,
    /// Whether the account follows the person.
    #[serde(deserialize_with = "readable")]
    pub is_business_follow_user: Option<bool>,
    /// Whether the person is verified.
    #[serde(deserialize_with = "readable")]
    pub is_verified_user: Option<bool>,
    /// Where their picture lies: signed, for whoever has the address, gone within days.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "readable")]
    pub profile_pic: Option<String>,
}

/// A value, if it is of the kind that is expected.
fn readable<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    json: D,
) -> Result<Option<T>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(json)?).ok())
}

/// A number, or its text.
fn number<'de, D: Deserializer<'de>>(json: D) -> Result<Option<u64>, D::Error> {
    let value = Value::deserialize(json)?;
    Ok(value.as_u64().or_else(|| value.as_str()?.parse().ok()))
}

impl Profile {
    /// Whether Instagram told nothing: the answer `{}` has been seen in place of code 230.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Graph {
    /// The profile of a person who has written to the account, with their picture if `picture`.
    ///
    /// # Errors
    /// Code 230 when they have not.
    pub async fn profile(
        &self,
        token: &LongLivedToken,
        person: &IgScopedId,
        picture: bool,
    ) -> Result<Profile, GraphError> {
        let usual = "name,username,follower_count,is_user_follow_business,\
                     is_business_follow_user,is_verified_user";
        let fields = if picture { format!("{usual},profile_pic") } else { usual.to_owned() };
        let request = self.get(self.url(&[person.as_str()])).query(&[("fields", fields)]);
        let profile: Profile = self.call(authorized(request, &token.0)).await?;
        // Whatever was asked for, an address that is public to whoever has it is not shown unasked.
        let profile_pic = profile.profile_pic.filter(|_| picture);
        Ok(Profile { profile_pic, ..profile })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_may_be_a_text_and_what_cannot_be_read_is_left_out() {
        for (count, expected) in [
            (json!(12), Some(12)),
            (json!("12"), Some(12)),
            (json!("many"), None),
            (json!(-1), None),
            (json!([12]), None),
            (json!(null), None),
        ] {
            let json = json!({ "name": "Ada", "is_verified_user": "no", "follower_count": count });
            let expected = Profile {
                name: Some("Ada".into()),
                follower_count: expected,
                ..Profile::default()
            };
            assert_eq!(Profile::deserialize(json).unwrap(), expected, "{count}");
        }
    }
}
