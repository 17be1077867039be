//! The receiver that faces the internet, or the proxy before it.

mod admin;
mod callbacks;
mod connections;
mod framing;
mod intake;

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

pub use admin::{Admin, AdminServer};
pub use callbacks::{DATA_DELETION, DEAUTHORIZE, LOGIN_CALLBACK};
pub use connections::serve;
pub use intake::Intake;

/// How long open requests may take to end after a stop.
const DRAIN_REQUESTS: Duration = Duration::from_secs(5);

/// A bound receiver.
pub struct Server {
    listener: TcpListener,
    intake: Intake,
}

impl Server {
    /// Binds `address`; port 0 takes a free one.
    ///
    /// # Errors
    /// The address is in use or not this machine's.
    pub async fn bind(address: SocketAddr, intake: Intake) -> std::io::Result<Self> {
        Ok(Self { listener: TcpListener::bind(address).await?, intake })
    }

    /// Where it is bound.
    ///
    /// # Errors
    /// The operating system does not say.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `stop` says so, then lets open requests end.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        connections::serve(self.listener, self.intake.router(), stop, DRAIN_REQUESTS).await;
    }
}
