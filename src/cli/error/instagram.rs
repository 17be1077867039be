//! What Instagram said, or why nothing came from it.

use super::CommandError;
use crate::cli::advice;
use crate::cli::exit::Exit;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::graph::error::OAuthClass;

impl From<GraphError> for CommandError {
    fn from(error: GraphError) -> Self {
        Self::from_graph(&error, None)
    }
}

impl CommandError {
    /// Decodes what Instagram said (reference 2 and 9).
    pub(in crate::cli) fn from_graph(error: &GraphError, alias: Option<&str>) -> Self {
        match error {
            GraphError::Api(api) => {
                let it = Self::of(advice::exit_of(api.class), "instagram", error);
                let it = match &api.user_message {
                    Some(text) => it.hint(format!("Instagram says: {text}")),
                    None => it,
                };
                let it = match api.retry_after {
                    Some(rest) => it.hint(format!("Instagram asks to wait {} s", rest.as_secs())),
                    None => it,
                };
                match (api.class, api.accepted_values()) {
                    (ErrorClass::Permission, _) if advice::asks_for_review(&api.message) => {
                        advice::review(it)
                    }
                    (ErrorClass::InvalidParameter, Some(names)) => {
                        it.hint(format!("Instagram accepts: {}", names.join(", ")))
                    }
                    (class, _) => advice::advise(it, class, alias),
                }
            }
            GraphError::OAuth(oauth) => {
                let (exit, hint) = match oauth.class {
                    OAuthClass::CodeSpent => (
                        Exit::LoginNeeded,
                        "the code is used or older than an hour: run `igbot login` again",
                    ),
                    OAuthClass::WrongAppId => (
                        Exit::Configuration,
                        "INSTAGRAM_APP_ID must be the one under \"Instagram > API setup with Instagram login\", not the Meta app's",
                    ),
                    OAuthClass::WrongSecret => (
                        Exit::Configuration,
                        "INSTAGRAM_APP_SECRET must belong to INSTAGRAM_APP_ID: take both from \"API setup with Instagram login\"",
                    ),
                    OAuthClass::WrongRedirect => (
                        Exit::Configuration,
                        "copy the redirect URI back from \"Business login settings\" into IGBOT_REDIRECT_URI: it is compared character by character, a final / counts",
                    ),
                    OAuthClass::InvalidScope => {
                        (Exit::Configuration, "use the names that begin with instagram_business_")
                    }
                    OAuthClass::Other => (Exit::Refused, "run `igbot login` again"),
                };
                Self::of(exit, "login_refused", error).hint(hint)
            }
            GraphError::Unreachable { .. } => Self::of(Exit::Unavailable, "unreachable", error)
                .hint("check the network; nothing was done"),
            GraphError::Interrupted { .. }
            | GraphError::Unreadable { .. }
            | GraphError::NoReceipt => Self::of(Exit::Unavailable, "unavailable", error)
                .hint_to_repeat("Instagram or the network has a problem; try again later"),
            GraphError::Client(_) => Self::of(Exit::Configuration, "https", error)
                .hint("install the system's root certificates (the package ca-certificates)"),
        }
    }
}
