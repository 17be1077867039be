//! Instagram's webhook format as pure functions over bytes: nothing here reads a socket or a store.

mod alteration;
pub mod content;
pub mod forensics;
pub mod handshake;
pub(crate) mod key;
pub mod payload;
pub mod signature;
pub mod signed_request;
pub mod synthetic;
