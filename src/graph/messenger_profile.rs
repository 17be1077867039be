//! What a customer can tap before writing: ice breakers and the persistent menu (reference 6).

use serde_json::{Map, Value, json};
use url::Url;

use super::GraphError;
use super::messages::{Done, Preview};
use super::subscriptions::Listed;
use super::transport::{Graph, authorized};
use crate::domain::message::MenuPart;
use crate::domain::token::LongLivedToken;

impl Graph {
    /// What is set, each part in the words of the API; empty if nothing is.
    pub async fn profile_menu(
        &self,
        token: &LongLivedToken,
    ) -> Result<Map<String, Value>, GraphError> {
        let fields = MenuPart::ALL.map(MenuPart::as_str).join(",");
        let request = self
            .get(self.profile_menu_url())
            .query(&[("platform", "instagram"), ("fields", &fields)]);
        let answer: Listed<Map<String, Value>> = self.call(authorized(request, &token.0)).await?;
        Ok(answer.data.into_iter().flatten().collect())
    }

    /// The request that [`set_profile_menu`](Self::set_profile_menu) would make.
    pub fn preview_profile_menu(&self, part: MenuPart, entries: &Value) -> Preview {
        Preview { method: "POST", url: self.profile_menu_url(), body: body(part, entries) }
    }

    /// Sets one part in the place of what it was; the other is left as it is.
    ///
    /// # Errors
    /// After a lost answer it can be called again: setting the same again does no harm.
    pub async fn set_profile_menu(
        &self,
        token: &LongLivedToken,
        part: MenuPart,
        entries: &Value,
    ) -> Result<(), GraphError> {
        let request = self.post(self.profile_menu_url()).json(&body(part, entries));
        self.call::<Done>(authorized(request, &token.0)).await.map(drop)
    }

    /// The request that [`clear_profile_menu`](Self::clear_profile_menu) would make.
    pub fn preview_clear_profile_menu(&self, parts: &[MenuPart]) -> Preview {
        let body = json!({ "fields": words(parts) });
        Preview { method: "DELETE", url: self.profile_menu_url(), body }
    }

    /// Removes parts.
    pub async fn clear_profile_menu(
        &self,
        token: &LongLivedToken,
        parts: &[MenuPart],
    ) -> Result<(), GraphError> {
        let request = self.delete(self.profile_menu_url()).json(&json!({ "fields": words(parts) }));
        self.call::<Done>(authorized(request, &token.0)).await.map(drop)
    }

    fn profile_menu_url(&self) -> Url {
        self.url(&["me", "messenger_profile"])
    }
}

fn body(part: MenuPart, entries: &Value) -> Value {
    json!({ "platform": "instagram", part.as_str(): entries })
}

fn words(parts: &[MenuPart]) -> Vec<&'static str> {
    parts.iter().map(|part| part.as_str()).collect()
}
