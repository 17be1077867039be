//! What the running parts share: the world behind its lock, the clock, and the background tasks.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::SignedDuration;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::SandboxConfig;
use super::delivery;
use super::world::World;
use crate::clock::ShiftedClock;

/// Time a receiver has to answer a delivery or a handshake (reference 8.3).
const RECEIVER_TIMEOUT: Duration = Duration::from_secs(5);

/// Deliveries under way at a time.
const PARALLEL_DELIVERIES: usize = 32;

/// The sandbox behind its endpoints.
pub(super) struct Shared {
    world: Mutex<World>,
    /// Tasks of this sandbox; none once it has been stopped.
    tasks: Mutex<Option<JoinSet<()>>>,
    pub clock: Arc<ShiftedClock>,
    /// Wakes whatever waits for an hour of `clock`.
    clock_moved: watch::Sender<()>,
    pub client: reqwest::Client,
    pub permits: Semaphore,
    pub addr: SocketAddr,
    pub allow_http: bool,
    pub fast_retries: bool,
}

impl Shared {
    pub fn new(config: SandboxConfig, addr: SocketAddr) -> Result<Arc<Self>, reqwest::Error> {
        // The client wants a TLS provider even for plain HTTP. Installing it fails only if there is
        // one already, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(RECEIVER_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .user_agent("facebookplatform/1.0")
            .build()?;
        let clock = Arc::new(ShiftedClock::new(config.clock));
        let world = World::new(Arc::clone(&clock), config.random, config.callback_url);
        Ok(Arc::new(Self {
            world: Mutex::new(world),
            tasks: Mutex::new(Some(JoinSet::new())),
            clock,
            clock_moved: watch::Sender::new(()),
            client,
            permits: Semaphore::new(PARALLEL_DELIVERIES),
            addr,
            allow_http: config.allow_http,
            fast_retries: config.fast_retries,
        }))
    }

    /// Does something to the world, then sends out the deliveries that it caused.
    pub fn with<T>(self: &Arc<Self>, act: impl FnOnce(&mut World) -> T) -> T {
        let (result, outgoing) = {
            let mut world = lock(&self.world);
            let result = act(&mut world);
            (result, std::mem::take(&mut world.outgoing))
        };
        for delivery in outgoing {
            self.spawn(delivery::deliver(Arc::clone(self), delivery));
        }
        result
    }

    /// Runs a task until it ends or the sandbox does.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        if let Some(tasks) = lock(&self.tasks).as_mut() {
            while tasks.try_join_next().is_some() {}
            tasks.spawn(task);
        }
    }

    /// Moves the sandbox's clock and wakes who waits for it.
    pub fn advance(&self, by: SignedDuration) {
        self.clock.advance(by);
        self.clock_moved.send_replace(());
    }

    /// Notices each move of the clock from now on.
    pub fn clock_moves(&self) -> watch::Receiver<()> {
        self.clock_moved.subscribe()
    }

    /// Ends every task without waiting.
    pub fn abort(&self) {
        drop(lock(&self.tasks).take());
    }

    /// Ends every task and waits for it.
    pub async fn stop(&self) {
        let tasks = lock(&self.tasks).take();
        if let Some(mut tasks) = tasks {
            tasks.shutdown().await;
        }
    }
}

/// A panic of another holder leaves data that is still worth serving.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
