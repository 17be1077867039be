//! What to do about each row of the reference's table of errors.

use super::error::CommandError;
use super::exit::Exit;
use crate::graph::class::{ErrorClass, LoginReason};

/// The exit code of a row of reference 9.
pub(super) fn exit_of(class: ErrorClass) -> Exit {
    match class {
        ErrorClass::LoginNeeded(_) => Exit::LoginNeeded,
        ErrorClass::RateLimited => Exit::RateLimited,
        ErrorClass::Temporary => Exit::Unavailable,
        ErrorClass::SentAnyway => Exit::OutcomeUnknown,
        ErrorClass::UnknownPath => Exit::Failure,
        _ => Exit::Refused,
    }
}

/// Whether a refusal is for want of the review of the human agent tag. It has no code of its own
/// (reference 6); the tag's name stays as it is in every language.
pub(super) fn asks_for_review(message: &str) -> bool {
    message.contains("Human Agent")
}

/// The next step after such a refusal.
pub(super) fn review(it: CommandError) -> CommandError {
    it.hint(
        "--human-agent needs the app to be reviewed for the feature \"Human Agent\": ask for it in the App Dashboard under \"App Review\"; without it, write within 24 hours of the person's last message",
    )
}

/// Adds the cause and the next step that belong to a row of reference 9.
pub(super) fn advise(it: CommandError, class: ErrorClass, alias: Option<&str>) -> CommandError {
    let again = match alias {
        Some(alias) => format!("run `igbot login --alias {alias}` to authorize again"),
        None => "run `igbot login` to authorize again".to_owned(),
    };
    match class {
        ErrorClass::LoginNeeded(reason) => {
            let it = match reason {
                LoginReason::AppRemoved => it.hint("the person removed the app on Instagram's website"),
                LoginReason::Checkpoint => {
                    it.hint("Instagram wants the person to log in at instagram.com and pass a check first")
                }
                LoginReason::PasswordChanged => {
                    it.hint("the password was changed, or Instagram ended the session for security")
                }
                LoginReason::Expired => {
                    it.hint("the token was not refreshed within its 60 days; put `igbot refresh-tokens` into cron")
                }
                LoginReason::Unconfirmed => it.hint("the account must be confirmed at instagram.com first"),
                LoginReason::RoleLost => it.hint("the account lost its role on the app"),
                LoginReason::Invalid => it,
            };
            it.hint(again)
        }
        ErrorClass::RateLimited => it.hint_to_repeat("wait and try again; the login is still valid"),
        ErrorClass::Temporary => it.hint_to_repeat("Instagram has an outage; try again later, the login is still valid"),
        ErrorClass::WindowClosed => it.hint(
            "messages can be sent for 24 hours after the person's last one; wait until they write again",
        ),
        ErrorClass::NoRole => it.hints([
            "the account has no role on the app: add it under \"App roles > Instagram testers\" and accept the invitation at instagram.com (Settings > Apps and websites > Tester invites)",
            "an app in use by others needs Advanced Access (app review); switching it to Live is not enough",
        ]),
        ErrorClass::Permission => it.hints([
            "a permission is missing: `igbot account show` lists those granted; `igbot login` opens the page on which to tick the others",
            "without Advanced Access (app review) it works only between people who have a role on the app",
        ]),
        ErrorClass::NotProfessional => it.hint(
            "switch it to a professional account in the Instagram app: Settings > Account type and tools",
        ),
        ErrorClass::RecipientUnknown => it.hint(
            "the id must be the sender of a message to this very account (a username is written @name); ids of other accounts or apps do not work, nor does a conversation that another app answers (\"Conversation routing\")",
        ),
        ErrorClass::ThreadOwnedElsewhere => it.hint(
            "another app answers this conversation: change the default under \"Conversation routing\" in Instagram's settings",
        ),
        ErrorClass::MessageAccessOff => it.hint(
            "the account's owner must switch on \"Allow access to messages\" (Settings > Messages > Connected tools)",
        ),
        ErrorClass::RecipientNotMessageable | ErrorClass::PersonUnavailable => {
            it.hint("this person cannot be messaged through the API")
        }
        ErrorClass::AlreadyReplied => it.hint("a comment can be answered privately once"),
        ErrorClass::CommentNotReplyable => {
            it.hint("comments can be answered privately for 7 days, those of a live broadcast only during it")
        }
        ErrorClass::ConsentMissing => it.hint("profiles can be read once the person has written to the account"),
        ErrorClass::Capability => it.hint("the app lacks a capability: see the App Dashboard"),
        ErrorClass::UnknownPath => it.hint("this is a bug in igbot: please report it"),
        ErrorClass::ImagesOneByOne => it.hint("send the images one by one"),
        ErrorClass::MediaTooLarge => it.hint("images may be up to 8 MB, audio, video and files up to 25 MB"),
        ErrorClass::LinkRefused => it.hint("send the text without the link"),
        ErrorClass::PolicyBlock | ErrorClass::Restricted => {
            it.hint("Instagram has restricted the account for a while: see its \"Account status\" in the app")
        }
        ErrorClass::SentAnyway => it.hint("the message was probably delivered: check before repeating"),
        ErrorClass::ObjectMissing => it.hint(
            "the id does not exist, or belongs to another account or app: `igbot event list` shows those that came in",
        ),
        ErrorClass::MessageGone => {
            it.hint("it was deleted, or is not among the 20 newest of its conversation, which are all that can be read")
        }
        ErrorClass::MediaMissing => {
            it.hint("Instagram could not fetch the media file: its address must be public and answer quickly")
        }
        ErrorClass::InvalidParameter => it.hint(
            "Instagram does not accept a value of this call, as the message says; `--dry-run`, where a command has it, shows the request",
        ),
        ErrorClass::Other => {
            it.hint("this error is not in Meta's lists; its code and trace are what Meta's support asks for")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::GraphError;
    use crate::graph::error::{ApiError, OAuthClass, OAuthError};

    fn shown(class: ErrorClass) -> CommandError {
        let error = GraphError::Api(Box::new(ApiError {
            class,
            code: Some(1),
            subcode: None,
            message: "in any language".to_owned(),
            user_message: None,
            trace: None,
            status: 400,
            retry_after: None,
        }));
        CommandError::from_graph(&error, Some("shop"))
    }

    #[test]
    fn every_class_of_the_reference_has_a_hint_and_only_dead_tokens_advise_a_login() {
        use ErrorClass::*;
        let dead = [
            LoginReason::Invalid,
            LoginReason::AppRemoved,
            LoginReason::Checkpoint,
            LoginReason::PasswordChanged,
            LoginReason::Expired,
            LoginReason::Unconfirmed,
            LoginReason::RoleLost,
        ];
        for reason in dead {
            let error = shown(LoginNeeded(reason));
            assert_eq!(error.exit, Exit::LoginNeeded);
            assert!(error.hints.iter().any(|hint| hint.text.contains("igbot login --alias shop")));
        }
        for (class, exit) in [
            (Permission, Exit::Refused),
            (WindowClosed, Exit::Refused),
            (Restricted, Exit::Refused),
            (ThreadOwnedElsewhere, Exit::Refused),
            (NoRole, Exit::Refused),
            (InvalidParameter, Exit::Refused),
            (ObjectMissing, Exit::Refused),
            (RecipientUnknown, Exit::Refused),
            (NotProfessional, Exit::Refused),
            (CommentNotReplyable, Exit::Refused),
            (AlreadyReplied, Exit::Refused),
            (RecipientNotMessageable, Exit::Refused),
            (MessageAccessOff, Exit::Refused),
            (ConsentMissing, Exit::Refused),
            (PersonUnavailable, Exit::Refused),
            (Capability, Exit::Refused),
            (UnknownPath, Exit::Failure),
            (ImagesOneByOne, Exit::Refused),
            (MediaTooLarge, Exit::Refused),
            (MediaMissing, Exit::Refused),
            (LinkRefused, Exit::Refused),
            (PolicyBlock, Exit::Refused),
            (RateLimited, Exit::RateLimited),
            (Temporary, Exit::Unavailable),
            (SentAnyway, Exit::OutcomeUnknown),
            (MessageGone, Exit::Refused),
            (Other, Exit::Refused),
        ] {
            let error = shown(class);
            assert_eq!(error.exit, exit, "{class:?}");
            assert!(!error.hints.is_empty(), "{class:?} has no hint");
            let again = error.hints.iter().any(|hint| hint.text.contains("to authorize again"));
            assert!(!again, "{class:?} advises a login");
        }
    }

    #[test]
    fn every_refusal_of_the_code_exchange_has_a_hint() {
        for class in [
            OAuthClass::CodeSpent,
            OAuthClass::WrongAppId,
            OAuthClass::WrongSecret,
            OAuthClass::WrongRedirect,
            OAuthClass::InvalidScope,
            OAuthClass::Other,
        ] {
            let error = OAuthError { class, message: "in any language".to_owned() };
            let shown = CommandError::from_graph(&GraphError::OAuth(error), None);
            assert!(!shown.hints.is_empty(), "{class:?}");
        }
    }
}
