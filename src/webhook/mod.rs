//! Instagram's webhook format as pure functions over bytes: nothing here reads a socket or a store.

pub mod content;
pub mod handshake;
pub(crate) mod key;
pub mod payload;
pub mod signature;
pub mod signed_request;
pub mod synthetic;
