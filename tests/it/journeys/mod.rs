//! What people do with igbot, against Instagram in a box, with the real program.

mod bad_input;
mod batches;
mod by_hand;
mod carriers;
mod handlers;
mod hostile;
mod inbox;
mod login;
mod messages;
mod refusals;
mod sends;
mod setup;
mod store;
mod tls;
mod tokens;
mod transport;
mod wire;
pub mod world;
