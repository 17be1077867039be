//! The end of the consent page: what Instagram sends the browser back with, and the one-shot
//! listener on loopback that waits for it (reference 1, security "Login").

mod front;
mod listener;
pub mod page;
mod redirected;
mod tls;

pub use listener::{BindError, Listener, Waiting};
pub use page::Verdict;
pub use redirected::{Callback, InvalidRedirect, Redirected};
pub use tls::TlsError;
