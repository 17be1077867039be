//! What people do with igbot, against Instagram in a box, with the real program.

mod bad_input;
mod hostile;
mod login;
mod messages;
mod setup;
mod store;
mod tokens;
pub mod world;
