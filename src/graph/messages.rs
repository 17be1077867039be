//! Sending (reference 6) and reading single messages (reference 7).

use serde::Deserialize;
use serde_json::{Value, json};

use super::GraphError;
use super::transport::{Graph, authorized, call};
use crate::domain::id::IgScopedId;
use crate::domain::message::{OutgoingMessage, SenderAction};
use crate::domain::token::LongLivedToken;

/// The answer to a send.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Receipt {
    /// The person, as Instagram repeats it.
    pub recipient_id: Option<String>,
    /// The `mid` that the echo will carry; self messages call it `id`.
    #[serde(alias = "id")]
    pub message_id: String,
}

/// The answer to a sender action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ActionReceipt {
    /// The person, as Instagram repeats it.
    pub recipient_id: Option<String>,
}

/// The answer to an upload.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Upload {
    /// Under which the file can be sent again.
    pub attachment_id: String,
}

impl Graph {
    /// Sends a message once. There is no idempotency key, so the caller must not repeat it blindly.
    ///
    /// # Errors
    /// [`GraphError::leaves_send_open`] tells those after which the message may have arrived.
    pub async fn send(
        &self,
        token: &LongLivedToken,
        recipient: &IgScopedId,
        message: &OutgoingMessage,
    ) -> Result<Receipt, GraphError> {
        let message = match message {
            OutgoingMessage::Text(text) => json!({ "text": text }),
        };
        self.post_message(
            token,
            &json!({ "recipient": { "id": recipient }, "message": message }),
        )
        .await
    }

    /// Shows the person that their message was seen or that an answer is being written.
    ///
    /// # Errors
    /// As for every call.
    pub async fn send_action(
        &self,
        token: &LongLivedToken,
        recipient: &IgScopedId,
        action: SenderAction,
    ) -> Result<ActionReceipt, GraphError> {
        self.post_message(
            token,
            &json!({ "recipient": { "id": recipient }, "sender_action": action }),
        )
        .await
    }

    async fn post_message<T: serde::de::DeserializeOwned>(
        &self,
        token: &LongLivedToken,
        body: &Value,
    ) -> Result<T, GraphError> {
        let request = self.post(self.url(&["me", "messages"])).json(body);
        call(authorized(request, &token.0)).await
    }
}
