//! A receiver of webhooks with its dispatcher, as `serve` and `demo` run one.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::{Notify, watch};

use super::listen::unbound;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::ops::Services;
use crate::ops::account_callbacks::{self, AccountCallbacks};
use crate::ops::dispatch::{DispatchPolicy, Dispatcher};
use crate::ops::log_throttle::LogThrottle;
use crate::ops::meter::Meter;
use crate::ops::notice::Watcher;
use crate::ops::receive::{Receiver, SigningSecret};
use crate::ops::refusals::Refusals;
use crate::server::{Admin, AdminServer, Bound, Health, Listener, WebhookRoutes, serve_webhooks};
use crate::webhook::forensics::Suspect;

/// The secrets that deliveries may be signed with, those that may have been taken for them, and the
/// handshake's token.
pub(super) struct Secrets {
    pub(super) signing: Vec<SigningSecret>,
    pub(super) suspects: Vec<Suspect>,
    pub(super) verify_token: SecretString,
}

impl Secrets {
    /// Reads them; `serve` does not start without (security, 2).
    pub(super) fn read(context: &Context) -> Result<Self, CommandError> {
        let suspects = context.suspects()?;
        let signing = suspects.iter().filter(|it| it.signs);
        let signing =
            signing.map(|it| SigningSecret { name: it.name, secret: it.secret.clone() }).collect();
        Ok(Self { signing, suspects, verify_token: context.settings.verify_token()? })
    }
}

/// A receiver with its dispatcher, ready to start.
pub(super) struct ReceiverSetup {
    pub(super) listener: Listener,
    pub(super) admin: Option<SocketAddr>,
    pub(super) path: String,
    pub(super) secrets: Secrets,
    pub(super) policy: DispatchPolicy,
    /// Public base address, without a final slash; empty if nobody knows it.
    pub(super) public_url: String,
}

/// A receiver at work.
pub(super) struct RunningReceiver {
    pub(super) bound: Bound,
    /// Its webhook, as a URL if it has one.
    pub(super) webhook: String,
    pub(super) health: Health,
    pub(super) admin: Option<SocketAddr>,
    /// It tells of the others to their end, and ends when it is told to.
    admin_server: Option<(tokio::task::JoinHandle<()>, watch::Sender<bool>)>,
    server: tokio::task::JoinHandle<()>,
    dispatcher: tokio::task::JoinHandle<()>,
    /// Carries out what is owed to those who want to be forgotten, without an end of its own.
    deletions: tokio::task::JoinHandle<()>,
}

impl ReceiverSetup {
    pub(super) async fn start(
        self,
        services: &Services,
        stop: watch::Receiver<bool>,
        drain: Duration,
        watcher: Watcher,
    ) -> Result<RunningReceiver, CommandError> {
        let (bell, meter) = (Arc::new(Notify::new()), Arc::new(Meter::default()));
        let secrets = self.secrets.signing.iter().map(|it| it.secret.clone()).collect();
        let receiver = Receiver::new(
            services.store.clone(),
            Arc::clone(&services.clock),
            self.secrets.signing,
        );
        if let Err(error) = receiver.note_secrets().await {
            tracing::warn!(%error, "could not record which secrets are configured");
        }
        let owed = Arc::new(Notify::new());
        let deletions = tokio::spawn(account_callbacks::finish_deletions(
            services.store.clone(),
            Arc::clone(&owed),
        ));
        let accounts = AccountCallbacks {
            store: services.store.clone(),
            clock: Arc::clone(&services.clock),
            random: Arc::clone(&services.random),
            secrets,
            owed,
            public_url: self.public_url,
        };
        let intake = WebhookRoutes {
            path: self.path.clone(),
            verify_token: self.secrets.verify_token,
            receiver,
            refusals: Refusals::new(
                self.secrets.suspects,
                Arc::clone(&meter),
                services.store.clone(),
                Arc::clone(&services.clock),
            ),
            accounts,
            throttle: LogThrottle::default(),
            meter: Arc::clone(&meter),
            bell: Arc::clone(&bell),
            watcher: watcher.clone(),
        };
        let bound = self.listener.bound()?;
        let health = Health {
            store: services.store.clone(),
            clock: Arc::clone(&services.clock),
            meter: Arc::clone(&meter),
        };
        let admin_server = match self.admin {
            Some(bind) => {
                let admin = Admin { health: health.clone(), stop: stop.clone() };
                Some(
                    AdminServer::bind(bind, admin)
                        .await
                        .map_err(|e| unbound("--admin", bind, &e))?,
                )
            }
            None => None,
        };
        let admin = admin_server.as_ref().map(AdminServer::address).transpose()?;
        let dispatcher = Dispatcher::new(services.clone(), self.policy, bell, watcher, meter);
        Ok(RunningReceiver {
            webhook: self.listener.url(&self.path)?,
            bound,
            health,
            admin,
            admin_server: admin_server.map(|server| {
                let (close, closed) = watch::channel(false);
                (tokio::spawn(server.run(closed)), close)
            }),
            server: tokio::spawn(serve_webhooks(self.listener, intake, stop.clone())),
            dispatcher: tokio::spawn(dispatcher.run(stop, drain)),
            deletions,
        })
    }
}

impl RunningReceiver {
    /// Waits until all have ended after a stop.
    pub(super) async fn ended(self) {
        let end = async |task: tokio::task::JoinHandle<()>| {
            if let Err(error) = task.await {
                tracing::error!(%error, "a part of the receiver failed");
            }
        };
        end(self.server).await;
        end(self.dispatcher).await;
        if let Some((admin_server, close)) = self.admin_server {
            close.send_replace(true);
            end(admin_server).await;
        }
        abort(self.deletions).await;
    }
}

/// Ends a task that has no end of its own. What holds the store must be gone before it can be closed.
pub(super) async fn abort(task: tokio::task::JoinHandle<()>) {
    task.abort();
    // It says that it was aborted.
    let _ = task.await;
}
