//! Why a use case did not do what it was asked, named after what helps.

use super::batch::BatchError;
use super::login::LoginError;
use super::refresh::NotTried;
use crate::domain::account::{Alias, InvalidAlias};
use crate::domain::media::InvalidFile;
use crate::domain::message::Outcome;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::store::StoreError;

/// An error with what lies behind it, on one line.
pub(super) fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let said = cause.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        source = cause.source();
    }
    text
}

/// An error of a use case.
#[derive(Debug, thiserror::Error)]
pub enum OpsError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A batch.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// A message that is named by a number of igbot's.
    #[error("there is no message {number} with an id of Instagram's")]
    NoMessage {
        /// As it was given.
        number: String,
    },
    /// Instagram, in a call for no account yet.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// Instagram, in a call for an account.
    #[error("the call to Instagram failed for `{alias}`")]
    Account {
        /// Alias of the account.
        alias: Alias,
        /// What it said.
        source: GraphError,
    },
    /// Some of a profile menu was set, and then a call failed.
    #[error("Instagram has taken the {parts} and not the rest")]
    MenuPartlySet {
        /// Which of it, in the words of the API.
        parts: String,
        /// What went wrong then.
        source: Box<OpsError>,
    },
    /// A profile menu may have been changed, and it could not be read back.
    #[error("the profile menu of `{alias}` may have been changed")]
    MenuInDoubt {
        /// Of the account.
        alias: Alias,
        /// Why nobody knows.
        source: GraphError,
    },
    /// A list of Instagram's that leads back to where it was, or on to ever more empty pages.
    #[error("Instagram's list does not come to its end")]
    CutShort,
    /// Meta took a registration and lists another one.
    #[error("Meta accepted the registration but does not list it")]
    NotRegistered,
    /// Instagram gave a token that ends no later than the one there is.
    #[error("the new token for `{alias}` would not expire later than the current one")]
    NotLonger {
        /// Alias of the account.
        alias: Alias,
    },
    /// Instagram gave a token that belongs to somebody else.
    #[error("the new token for `{alias}` belongs to @{username}")]
    NewTokenOfAnother {
        /// For whom it was asked.
        alias: Alias,
        /// Whose it is.
        username: String,
    },
    /// Instagram says that the token of an account belongs to somebody else.
    #[error("the token of `{alias}` belongs to @{username}")]
    TokenOfAnother {
        /// Under whom it is stored.
        alias: Alias,
        /// Whose it is.
        username: String,
    },
    /// Instagram gave a token that it does not take.
    #[error("the new token for `{alias}` does not work")]
    NewTokenDead {
        /// For whom it was asked.
        alias: Alias,
        /// What it said.
        source: GraphError,
    },
    /// The run ended before the account's turn.
    #[error("`{alias}` was not checked: {why}")]
    NotTried {
        /// Which account.
        alias: Alias,
        /// What ended the run.
        why: NotTried,
    },
    /// The message was asked for before under the same key, and was not sent then.
    #[error("this message was already requested{}", reason.as_ref().map(|it| format!(": {it}")).unwrap_or_default())]
    EndedBefore {
        /// How that ended.
        outcome: Outcome,
        /// What Instagram said, if it did.
        reason: Option<String>,
    },
    /// Somebody said stop before there was an answer.
    #[error("the send was stopped {}", if *outcome == Outcome::Unknown { "before Instagram answered" } else { "before it began" })]
    Interrupted {
        /// What that means for the message.
        outcome: Outcome,
    },
    /// What was to be deleted of one person is the account itself.
    #[error("this id belongs to the account `{alias}` itself")]
    OwnAccount {
        /// Alias of the account.
        alias: Alias,
    },
    /// The person may not be written to any more, as far as the store knows.
    #[error("the messaging window {}", since.map_or_else(|| "is closed".to_owned(), |it| format!("closed at {it}")))]
    WindowClosed {
        /// Since when.
        since: Option<jiff::Timestamp>,
        /// How long a human agent may still write.
        human_agent: jiff::SignedDuration,
    },
    /// A file cannot be opened.
    #[error("cannot open {}", path.display())]
    Unopened { path: std::path::PathBuf, source: std::io::Error },
    /// A file cannot be read.
    #[error("cannot read the file")]
    Unread(#[source] std::io::Error),
    /// A file became shorter, or unreadable, after its upload had begun.
    #[error("the file changed while it was read")]
    FileChanged,
    /// An upload was answered as if it had worked, but without an id.
    #[error("Instagram accepted the upload of `{alias}` but returned no id")]
    NoUploadId {
        /// Which account.
        alias: Alias,
    },
    /// A file that Instagram would refuse.
    #[error(transparent)]
    NotUploadable(#[from] InvalidFile),
    /// A file cannot be written.
    #[error("cannot write the file")]
    Unwritten(#[source] std::io::Error),
    /// The store knows nobody of this name.
    #[error("no known person has the username @{name}")]
    NobodyCalled {
        /// What was asked for.
        name: String,
    },
    /// The store knows several people of this name.
    #[error("several people have had the username @{name}")]
    SeveralCalled {
        /// What was asked for.
        name: String,
        /// Who they are.
        ids: Vec<String>,
    },
    /// Instagram shows nothing of a person.
    #[error("Instagram shows no profile for {person_id}")]
    NoProfile {
        /// Id of the person.
        person_id: String,
    },
    /// The call succeeded and reading back showed something else.
    #[error("Instagram accepted the change of `{alias}` but does not show it")]
    MenuNotChanged {
        /// Which account.
        alias: Alias,
    },
    /// The owner of the account has removed the app on Instagram's side.
    #[error("the owner of `{alias}` has removed the app; the account is inactive")]
    AppRemoved {
        /// Which account.
        alias: Alias,
    },
    /// No account is linked.
    #[error("no account is linked")]
    NoAccount,
    /// The name fits none of the linked accounts.
    #[error("no linked account matches `{given}`")]
    UnknownAccount {
        /// What was asked for.
        given: String,
        /// The aliases there are.
        known: Vec<String>,
    },
    /// Several accounts are linked and none was named.
    #[error("several accounts are linked")]
    WhichAccount {
        /// Their aliases.
        known: Vec<String>,
    },
    /// A login.
    #[error(transparent)]
    Login(#[from] LoginError),
    /// A personal account.
    #[error(
        "`{username}` is a personal account; Instagram's API works only with professional accounts"
    )]
    NotProfessional {
        /// Its handle.
        username: String,
    },
    /// The username makes no alias and none was given.
    #[error("`{username}` cannot be used as an alias")]
    NeedsAlias {
        /// The handle.
        username: String,
        source: InvalidAlias,
    },
    /// A webhook field that Instagram would refuse together with all others.
    #[error("`{name}` is not a webhook field of Instagram Login")]
    UnknownField {
        /// The name.
        name: String,
    },
    /// The call succeeded and reading back showed something else.
    #[error("Instagram accepted the subscription of `{alias}` but does not list it")]
    NotSubscribed {
        /// Which account.
        alias: Alias,
    },
}

impl OpsError {
    /// For what cannot be done with a file from the beginning.
    pub(super) fn unopened(path: &std::path::Path) -> impl Fn(std::io::Error) -> Self + Copy {
        move |source| Self::Unopened { path: path.to_owned(), source }
    }

    /// Whether Instagram has refused a token for good.
    pub fn needs_login(&self) -> bool {
        match self {
            Self::Account { source, .. } => {
                matches!(source.class(), Some(ErrorClass::LoginNeeded(_)))
            }
            Self::AppRemoved { .. } => true,
            _ => false,
        }
    }

    /// Whether Instagram may have done it although no usable answer came.
    pub fn lost_answer(&self) -> bool {
        matches!(
            self,
            Self::Account {
                source: GraphError::Interrupted { .. } | GraphError::Unreadable { .. },
                ..
            }
        )
    }

    /// The innermost thing there is to say: what Instagram said, if it said something.
    pub fn cause(&self) -> String {
        match self {
            Self::Account { source, .. } => source.to_string(),
            Self::NotTried { why, .. } => format!("not checked: {why}"),
            other => other.to_string(),
        }
    }
}
