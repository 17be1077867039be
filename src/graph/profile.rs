//! A customer's profile (reference 7).

use serde::{Deserialize, Serialize};

use super::GraphError;
use super::transport::{Graph, authorized};
use crate::domain::id::IgScopedId;
use crate::domain::token::LongLivedToken;

/// What Instagram shows of a person who has written; every field may be absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The handle.
    pub username: Option<String>,
    /// The display name.
    pub name: Option<String>,
    /// Followers.
    pub follower_count: Option<u64>,
    /// Whether the person follows the account.
    pub is_user_follow_business: Option<bool>,
    /// Whether the account follows the person.
    pub is_business_follow_user: Option<bool>,
    /// Whether the person is verified.
    pub is_verified_user: Option<bool>,
    /// Where their picture lies: signed, for whoever has the address, gone within days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_pic: Option<String>,
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
        self.call(authorized(request, &token.0)).await
    }
}
