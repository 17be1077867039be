//! `/me`: which account a token belongs to (reference 4).

use serde::Deserialize;

use super::GraphError;
use super::shaped::Shaped;
use super::transport::{Graph, authorized};
use crate::domain::account::AccountType;
use crate::domain::id::{AccountId, AppScopedId};
use crate::domain::token::LongLivedToken;

const FIELDS: &str = "id,user_id,username,name,account_type";

/// The answer of `/me`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// The id that webhooks carry.
    pub user_id: AccountId,
    /// The id that deletion callbacks carry; the documented shape leaves it out.
    pub id: Option<AppScopedId>,
    /// The handle.
    pub username: String,
    /// The display name.
    pub name: Option<String>,
    /// The kind of account.
    pub account_type: Option<AccountType>,
}

/// The answer of `/me`: in a list as documented, flat in life.
pub type MeAnswer = Shaped<Me>;

impl From<MeAnswer> for Me {
    fn from(answer: MeAnswer) -> Self {
        answer.body()
    }
}

impl Graph {
    /// Asks which account a token belongs to; also the way to see whether it still works.
    ///
    /// # Errors
    /// Code 190 when the token is dead, code 100 when the account has no role on the app.
    pub async fn me(&self, token: &LongLivedToken) -> Result<Me, GraphError> {
        let request = self.get(self.url(&["me"])).query(&[("fields", FIELDS)]);
        self.call::<MeAnswer>(authorized(request, &token.0)).await.map(Me::from)
    }
}
