//! What people do with igbot, against Instagram in a box, with the real program.

mod api;
mod bad_input;
mod batches;
mod by_hand;
mod carriers;
mod handlers;
mod hostile;
mod inbox;
mod limits;
mod login;
mod messages;
mod odd_answers;
mod outages;
mod people;
mod profiles;
mod refusals;
mod results;
mod sends;
mod settings;
mod setup;
mod store;
mod tls;
mod tokens;
mod transport;
mod uploads;
mod wire;
pub mod world;
