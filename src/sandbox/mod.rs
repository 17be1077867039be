//! Instagram in a box, on loopback, for demos, tests and first steps without a Meta app.
//!
//! The sandbox is a judge, not a friend: it is written from the reference, never from igbot's own
//! client. It refuses what Instagram refuses and answers in all the shapes seen. Its state lives in
//! memory and ends with it. Besides the calls of Instagram's three hosts, which share one port here
//! because their paths do not collide, it has a control API under `/sandbox/` and a page at `/phone`
//! that plays the customer's phone.

mod answer;
mod consent;
mod control;
mod customers;
mod delivery;
mod faults;
mod graph;
mod oauth;
mod params;
pub mod person;
mod phone;
mod server;
mod state;
mod template;
#[cfg(test)]
mod tests;
mod tokens;
mod world;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use url::Url;

use crate::clock::SharedClock;
use crate::random::SharedRandom;
use state::Shared;

/// Id of the sandbox's Instagram app.
pub const INSTAGRAM_APP_ID: &str = "1000000000000001";

/// Secret of the sandbox's Instagram app; signs the deliveries.
pub const INSTAGRAM_APP_SECRET: &str = "0123456789abcdef0123456789abcdef";

/// Id of the sandbox's Meta app, which the consent page does not take (reference 1).
pub const META_APP_ID: &str = "2000000000000002";

/// Secret of the sandbox's Meta app.
pub const META_APP_SECRET: &str = "fedcba9876543210fedcba9876543210";

/// Verify token that [`environment`] hands out; the sandbox itself sends whichever it is given.
pub const VERIFY_TOKEN: &str = "sandbox-verify-token";

/// Account id of the `BUSINESS` account.
pub const BUSINESS_ACCOUNT: &str = "17841400000000001";

/// Username of the `BUSINESS` account, as the consent form takes it.
pub const BUSINESS_USERNAME: &str = "harbour_coffee";

/// Account id of the `MEDIA_CREATOR` account.
pub const CREATOR_ACCOUNT: &str = "17841400000000002";

/// Username of the `MEDIA_CREATOR` account.
pub const CREATOR_USERNAME: &str = "mira.paints";

/// Username of the personal account, with which a login cannot go on (reference 4).
pub const PERSONAL_USERNAME: &str = "just_toni";

/// Username of the professional account without a role on the app: its login works, and then every
/// Graph call answers 100 "Unsupported request" (reference 13).
pub const NO_ROLE_USERNAME: &str = "stranger_shop";

/// A customer of the `BUSINESS` account, by Instagram-scoped id.
pub const DEFAULT_CUSTOMER: &str = "1270000000000001";

/// Redirect URI that [`environment`] hands out.
pub const REDIRECT_URI: &str = "http://127.0.0.1:8765/callback";

/// What a sandbox is started with.
#[derive(Debug, Clone)]
pub struct SandboxConfig {
    /// Address to listen on; loopback only, port 0 takes a free one.
    pub bind: SocketAddr,
    /// Takes `http` redirect URIs on loopback, which Instagram refuses (reference 1).
    pub allow_http: bool,
    /// Callback URL of the app, set without a handshake; `http` on loopback only.
    pub callback_url: Option<Url>,
    /// Time; the sandbox puts a clock of its own on top, which its control API can move.
    pub clock: SharedClock,
    /// Randomness for tokens, codes and message ids.
    pub random: SharedRandom,
    /// Retries failed deliveries after 100 ms and more instead of seconds and more.
    pub fast_retries: bool,
}

/// A running sandbox; it ends when it is dropped or stopped.
pub struct Sandbox {
    addr: SocketAddr,
    shared: Arc<Shared>,
}

impl Sandbox {
    /// Binds and serves in background tasks of the current tokio runtime.
    ///
    /// # Errors
    /// An address that is taken or not on loopback (the control API has no password), a callback
    /// URL other than `http` on loopback.
    pub async fn start(config: SandboxConfig) -> io::Result<Self> {
        if !config.bind.ip().is_loopback() {
            return Err(invalid("the sandbox listens on loopback only"));
        }
        if let Some(url) = &config.callback_url
            && !delivery::deliverable(url)
        {
            return Err(invalid("the sandbox delivers to http on loopback only"));
        }
        let listener = tokio::net::TcpListener::bind(config.bind).await?;
        let addr = listener.local_addr()?;
        let shared = Shared::new(config, addr).map_err(io::Error::other)?;
        shared.spawn(server::serve(listener, Arc::clone(&shared)));
        Ok(Self { addr, shared })
    }

    /// The address it listens on.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// `http://127.0.0.1:PORT`, the base URL of all of Instagram's hosts.
    pub fn base_url(&self) -> String {
        base_url(self.addr)
    }

    /// The page that plays the customer's phone.
    pub fn phone_url(&self) -> String {
        format!("{}/phone", self.base_url())
    }

    /// Ends it and waits until its port is free.
    pub async fn stop(self) {
        self.shared.stop().await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.shared.abort();
    }
}

/// The variables that point igbot at a sandbox on `addr`.
pub fn environment(addr: SocketAddr) -> Vec<(&'static str, String)> {
    let base = base_url(addr);
    vec![
        ("INSTAGRAM_APP_ID", INSTAGRAM_APP_ID.to_owned()),
        ("INSTAGRAM_APP_SECRET", INSTAGRAM_APP_SECRET.to_owned()),
        ("META_APP_ID", META_APP_ID.to_owned()),
        ("META_APP_SECRET", META_APP_SECRET.to_owned()),
        ("INSTAGRAM_VERIFY_TOKEN", VERIFY_TOKEN.to_owned()),
        ("IGBOT_REDIRECT_URI", REDIRECT_URI.to_owned()),
        ("IGBOT_AUTHORIZE_URL", base.clone()),
        ("IGBOT_API_URL", base.clone()),
        ("IGBOT_GRAPH_URL", base.clone()),
        ("IGBOT_META_GRAPH_URL", base),
    ]
}

fn base_url(addr: SocketAddr) -> String {
    format!("http://{addr}")
}

fn invalid(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, why)
}
