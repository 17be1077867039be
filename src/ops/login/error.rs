//! Why a login came to nothing.

use crate::callback::{BindError, InvalidRedirect};
use crate::graph::GraphError;

/// An error of logins alone.
#[derive(Debug, thiserror::Error)]
pub enum LoginError {
    /// The listener for the callback.
    #[error(transparent)]
    Bind(#[from] BindError),
    /// The person refused.
    #[error("the login was refused on Instagram's page: {0}")]
    Denied(String),
    /// Nobody came back from the consent page.
    #[error("the login was not completed within {} s", .0.as_secs())]
    TimedOut(std::time::Duration),
    /// Nobody can paste, no listener waits, and nobody said how long to wait for `serve`.
    #[error("this login cannot be completed here")]
    NoWayBack,
    /// An address that is not the end of a login.
    #[error(transparent)]
    Redirected(#[from] InvalidRedirect),
    /// No login is open for the state of an address.
    #[error(
        "no pending login matches this address: it is finished, more than an hour old, or in another store"
    )]
    NotOpen,
    /// Another process is ending the login.
    #[error("another process is completing this login, or has completed it")]
    Taken,
    /// The code never left, and can be exchanged later.
    #[error(transparent)]
    NotReached(Box<GraphError>),
    /// The code was exchanged, and then no lasting token was to be had.
    #[error("Instagram took the code of this login and gave no lasting token")]
    Spent(#[source] Box<GraphError>),
    /// What was given as a token is none.
    #[error("this is not an access token: a token is a single word without spaces")]
    NotAToken,
}
