//! What people do with igbot, against Instagram in a box, with the real program.

mod bad_input;
mod handlers;
mod hostile;
mod inbox;
mod login;
mod messages;
mod refusals;
mod setup;
mod store;
mod tokens;
mod wire;
pub mod world;
