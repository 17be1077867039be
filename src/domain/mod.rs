//! The vocabulary of igbot and its pure rules: no file, no socket, no clock of its own.

pub mod account;
pub mod certificate;
pub mod event;
pub mod id;
pub(crate) mod json;
pub mod media;
pub mod message;
pub mod rate;
pub mod routes;
pub mod shell;
pub mod time;
pub mod token;
pub(crate) mod visible;
pub mod window;
