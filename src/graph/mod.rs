//! Instagram's and Meta's HTTP interfaces: the only room that knows their URLs and JSON.
//!
//! Nothing here stores, prints or repeats anything. Whether a failed call may be made again is the
//! use case's decision; [`class`] gives it what it needs.
//!
//! # Errors
//!
//! What every call may fail with is a [`GraphError`]; a method names only what it adds.
//!
//! * [`GraphError::Api`]: Instagram refuses, for a reason that its [`class::ErrorClass`] names.
//!   [`GraphError::OAuth`] is the same in the shape of the code exchange.
//! * [`GraphError::Unreachable`]: there was no connection, and nothing was done.
//! * [`GraphError::Interrupted`] and [`GraphError::Unreadable`]: no whole answer came, or not the
//!   expected JSON; what was asked for may have been done.
//! * [`GraphError::Client`]: the request could not be made.

pub mod accounts;
pub mod class;
pub mod conversations;
pub mod error;
pub mod messages;
pub mod messenger_profile;
pub mod oauth;
pub mod paging;
pub mod probe;
pub mod profile;
pub mod raw;
mod redact;
mod secret;
mod shaped;
pub mod subscriptions;
pub mod transport;
pub mod upload;
pub mod usage;

pub use error::GraphError;
pub use transport::{Endpoints, Graph};
