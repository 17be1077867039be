//! Errors of the use cases, and of what they are asked to send.

use std::io::ErrorKind;

use super::{CommandError, LOOK_FIRST};
use crate::cli::exit::Exit;
use crate::domain::message::{InvalidMessage, InvalidText, Outcome};
use crate::graph::subscriptions;
use crate::ops::OpsError;
use crate::ops::refresh::NotTried;

impl From<InvalidMessage> for CommandError {
    fn from(error: InvalidMessage) -> Self {
        match error {
            InvalidMessage::Text(InvalidText::Empty) => {
                Self::of(Exit::Usage, "invalid_text", &error)
                    .hint("give the text as an argument or on standard input")
            }
            InvalidMessage::Text(InvalidText::Nul) => {
                Self::of(Exit::Usage, "invalid_text", &error).hint("write it in UTF-8")
            }
            InvalidMessage::Text(InvalidText::TooLong { .. }) => Self::of(
                Exit::Usage,
                "invalid_text",
                &error,
            )
            .hint("shorten the text or send it in parts; accents and emoji take 2 to 4 bytes each"),
            InvalidMessage::Field { .. } => Self::of(Exit::Usage, "invalid_message", &error)
                .hint("nothing was sent; `igbot schema action` describes every kind of message"),
        }
    }
}

impl From<OpsError> for CommandError {
    fn from(error: OpsError) -> Self {
        match error {
            OpsError::Store(error) => error.into(),
            OpsError::Batch(error) => error.into(),
            OpsError::Login(error) => error.into(),
            OpsError::Graph(error) => error.into(),
            OpsError::Account { ref alias, ref source } => {
                Self::from_graph(source, Some(alias.as_str())).about(error.to_string())
            }
            OpsError::TokenOfAnother { ref alias, .. } => Self::of(Exit::Refused, "token_of_another", &error)
                .hint(format!("nothing was changed; run `igbot login --alias {alias}` as the right account")),
            OpsError::MenuPartlySet { .. } => Self::of(Exit::PartlyDone, "partly_set", &error)
                .hint("see what is set with `igbot profile-menu show`, and set the rest again"),
            OpsError::MenuInDoubt { .. } => Self::of(Exit::OutcomeUnknown, "outcome_unknown", &error)
                .hint("see what is set with `igbot profile-menu show` before setting it again"),
            OpsError::CutShort => Self::of(Exit::Unavailable, "cut_short", &error)
                .hint("what was read is incomplete; try again later"),
            OpsError::NotRegistered => Self::of(Exit::Refused, "not_registered", &error)
                .hint("check \"Webhooks\" in the App Dashboard, and try again in a minute"),
            OpsError::NewTokenOfAnother { .. } | OpsError::NewTokenDead { .. } => {
                Self::of(Exit::Unavailable, "odd_token", &error)
                    .hint("the old token was kept; try again, and if it happens again, run `igbot login`")
            }
            OpsError::NotLonger { .. } => Self::of(Exit::Unavailable, "not_longer", &error)
                .hint("the old token was kept; try again later"),
            OpsError::NotTried { why, .. } => {
                let exit = match why {
                    NotTried::Unreachable => Exit::Unavailable,
                    NotTried::RateLimited => Exit::RateLimited,
                    NotTried::StoreFails => Exit::Configuration,
                    NotTried::Stopped => Exit::Interrupted,
                };
                Self::of(exit, "not_tried", &error).hint("run `igbot refresh-tokens` again later")
            }
            OpsError::EndedBefore { outcome, .. } => match outcome {
                Outcome::Unknown => Self::of(Exit::OutcomeUnknown, "outcome_unknown", &error)
                    .hint(LOOK_FIRST),
                _ => Self::of(Exit::Refused, "refused_before", &error)
                    .hint("change the message and take another --dedupe-key"),
            },
            OpsError::Interrupted { outcome } => match outcome {
                Outcome::Unknown => Self::of(Exit::OutcomeUnknown, "outcome_unknown", &error)
                    .hint(LOOK_FIRST),
                _ => Self::of(Exit::Interrupted, "interrupted", &error),
            },
            OpsError::OwnAccount { ref alias } => Self::of(Exit::Usage, "own_account", &error)
                .hint("name a person who wrote to it; nothing was deleted")
                .hint(format!("everything of the account goes with `igbot unlink {alias} --purge`")),
            OpsError::WindowClosed { human_agent, .. } => {
                let it = Self::of(Exit::Refused, "window_closed", &error)
                    .hint("wait until the person writes again; only they can open the window")
                    .hint("if igbot was not running when they last wrote: --window warn asks Instagram");
                match human_agent.is_positive() {
                    true => it.hint("a person's own answer may still go out with --human-agent"),
                    false => it,
                }
            }
            OpsError::NotUploadable(_) => Self::of(Exit::Usage, "not_uploadable", &error).hint(
                "images may be png, jpeg or gif of 8 MB; sound, films and PDFs may have 25 MB; nothing was sent",
            ),
            OpsError::FileChanged => Self::of(Exit::Failure, "file_changed", &error)
                .hint("nothing was sent; run it again once nothing writes to the file"),
            OpsError::NoUploadId { .. } => Self::of(Exit::Unavailable, "no_upload_id", &error)
                .hint_to_repeat("nothing was sent; try again later"),
            OpsError::Unopened { ref source, .. }
            | OpsError::Unread(ref source)
            | OpsError::Unwritten(ref source) => {
                let exit = match source.kind() {
                    ErrorKind::StorageFull | ErrorKind::BrokenPipe => Exit::Failure,
                    _ => Exit::Usage,
                };
                Self::of(exit, "file", &error)
                    .hint("check the path, its permissions and the free disk space")
            }
            OpsError::NobodyCalled { .. } => Self::of(Exit::Usage, "unknown_person", &error)
                .hint("run `igbot conversation list --remote` to learn usernames, or give the id"),
            OpsError::NoMessage { .. } => Self::of(Exit::Usage, "no_message", &error)
                .hint("take the number or the id of a message from `igbot message list`"),
            OpsError::SeveralCalled { ref ids, .. } => {
                let ids = ids.join(", ");
                Self::of(Exit::Usage, "which_person", &error)
                    .hint(format!("give the id of the one you mean: {ids}"))
            }
            OpsError::NoProfile { .. } => Self::of(Exit::Refused, "no_profile", &error)
                .hint("profiles can be read once the person has written to the account"),
            OpsError::MenuNotChanged { .. } => Self::of(Exit::Refused, "not_changed", &error)
                .hint("run `igbot profile-menu show` in a minute, and set it again if it is missing"),
            OpsError::AppRemoved { ref alias } => Self::of(Exit::LoginNeeded, "inactive", &error)
                .hint(format!("nothing was sent; run `igbot login --alias {alias}` to authorize again")),
            OpsError::NoAccount => Self::of(Exit::LoginNeeded, "no_account", &error)
                .hint("run `igbot login` to link one"),
            OpsError::UnknownAccount { ref known, .. } => {
                let known = known.join(", ");
                Self::of(Exit::Usage, "unknown_account", &error)
                    .hint(format!("linked accounts: {known}; see `igbot account list`"))
            }
            OpsError::WhichAccount { ref known } => {
                let known = known.join(", ");
                Self::of(Exit::Usage, "which_account", &error)
                    .hint(format!("name one with --account: {known}"))
                    .hint("or choose the one that is meant without it: `igbot account use NAME`")
            }
            OpsError::NotProfessional { .. } => Self::of(Exit::Refused, "personal_account", &error).hint(
                "switch it to a professional account in the Instagram app (Settings > Account type and tools), then run `igbot login` again",
            ),
            OpsError::NeedsAlias { .. } => {
                Self::of(Exit::Usage, "needs_alias", &error).hint("give one with --alias")
            }
            OpsError::UnknownField { .. } => Self::of(Exit::Usage, "unknown_field", &error)
                .hint(format!("fields are: {}", subscriptions::FIELDS.join(", "))),
            OpsError::NotSubscribed { .. } => Self::of(Exit::Refused, "not_subscribed", &error)
                .hint("run `igbot webhook status` in a minute; tick the fields in the App Dashboard too"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_is_no_fault_of_the_network() {
        let error = CommandError::from(OpsError::FileChanged);
        assert_eq!(error.exit, Exit::Failure);
        assert_eq!(error.message, "the file changed while it was read");
        assert!(error.hints.iter().any(|hint| hint.text.contains("nothing was sent")));
    }
}
