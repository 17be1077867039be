//! How `serve` is reached, and what it owes those who reach it while it runs.

use std::net::SocketAddr;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::cli::args::socket_address;
use crate::cli::commands::results::JsonResult;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::Ui;
use crate::clock::SharedClock;
use crate::config::{Identity, TlsFiles, authorities};
use crate::domain::certificate::Validity;
use crate::domain::visible::visible;
use crate::ops::notice::Notice;
use crate::ops::stopped;
use crate::server::{Bound, Clients, HandedOver, Health, Listener, Problem, Tls, systemd};

/// Where `serve` listens unless told otherwise.
const USUAL: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

#[derive(Debug, clap::Args)]
pub(super) struct ListenArgs {
    /// Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080, or the socket passed
    /// by systemd]
    #[arg(long, value_name = "ADDRESS:PORT", value_parser = socket_address)]
    bind: Option<SocketAddr>,

    /// Listen on this Unix socket instead, for a proxy on this machine; its owner and group may
    /// connect
    #[arg(long, value_name = "PATH", conflicts_with_all = ["bind", "tls_cert"])]
    unix: Option<PathBuf>,

    #[command(flatten)]
    tls: TlsArgs,
}

#[derive(Debug, Clone, clap::Args)]
struct TlsArgs {
    /// Serve TLS with this certificate chain (PEM); SIGHUP reloads it
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,

    /// Private key of --tls-cert (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,

    /// Accept only clients with a certificate from these authorities (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_client_ca: Option<PathBuf>,

    /// Name that a client certificate must contain
    #[arg(
        long,
        value_name = "NAME",
        requires = "tls_client_ca",
        default_value = "client.webhooks.fbclientcerts.com"
    )]
    tls_client_name: String,
}

impl ListenArgs {
    /// Binds what the flags say, or takes what systemd has handed over.
    pub(super) async fn open(
        self,
        handed_over: Option<HandedOver>,
        clock: &SharedClock,
    ) -> Result<(Listener, Reloading), CommandError> {
        let material = self.tls.read(clock)?;
        let listener = match (handed_over, self.bind, self.unix) {
            (Some(socket), None, None) => Listener::handed_over(socket)?,
            (Some(_), ..) => {
                let message = "systemd passed a socket, but --bind or --unix was given too";
                return Err(CommandError::usage(message)
                    .hint("leave out the flag, or disable the socket unit"));
            }
            (None, _, Some(path)) => Listener::unix(&path).await?,
            (None, bind, None) => tcp(bind.unwrap_or(USUAL))?,
        };
        let Some((identity, clients)) = material else {
            return Ok((listener, Reloading { args: self.tls, tls: None, clock: clock.clone() }));
        };
        let tls = Tls::new(identity.key, clients)?;
        let listener = listener.secured(tls.clone()).ok_or_else(|| {
            CommandError::usage("TLS is not available on a Unix socket")
                .hint("leave out --tls-cert: the proxy in front terminates TLS")
        })?;
        Ok((listener, Reloading { args: self.tls, tls: Some(tls), clock: clock.clone() }))
    }
}

/// Binds a port.
pub(super) fn tcp(address: SocketAddr) -> Result<Listener, CommandError> {
    Listener::tcp(address).map_err(|error| unbound("--bind", address, &error))
}

impl TlsArgs {
    /// Reads the files; `None` without them.
    fn read(
        &self,
        clock: &SharedClock,
    ) -> Result<Option<(Identity, Option<Clients>)>, CommandError> {
        let (Some(certificate), Some(key)) = (self.tls_cert.clone(), self.tls_key.clone()) else {
            return Ok(None);
        };
        let identity = TlsFiles { certificate, key }.read()?;
        if let Some(certificate) = &identity.certificate {
            let (begins, ends) = (certificate.begins, certificate.ends);
            match certificate.validity(clock.now()) {
                Validity::Valid => tracing::info!(%ends, "read the certificate"),
                Validity::Early => {
                    tracing::warn!(%begins, "the certificate is not valid yet; clients will reject it");
                }
                Validity::Ended => {
                    tracing::warn!(%ends, "the certificate has expired; clients will reject it");
                }
            }
        }
        let clients = match &self.tls_client_ca {
            Some(path) => Some(Clients {
                authorities: authorities(path)?,
                name: self.tls_client_name.clone(),
            }),
            None => None,
        };
        Ok(Some((identity, clients)))
    }
}

/// Reads the certificate anew when asked to.
pub(super) struct Reloading {
    args: TlsArgs,
    tls: Option<Tls>,
    clock: SharedClock,
}

impl Reloading {
    fn reload(&self) -> Result<bool, CommandError> {
        let (Some(tls), Some((identity, clients))) = (&self.tls, self.args.read(&self.clock)?)
        else {
            return Ok(false);
        };
        tls.renew(identity.key, clients)?;
        Ok(true)
    }
}

/// Hears SIGHUP from now on, which would end the process otherwise.
pub(super) fn hangup() -> Result<Signal, CommandError> {
    Ok(signal(SignalKind::hangup())?)
}

/// Reloads at SIGHUP, and tells the service manager how things are until the process ends.
pub(super) async fn tend(
    reloading: Reloading,
    mut hangup: Signal,
    health: Health,
    mut stop: watch::Receiver<bool>,
) {
    systemd::ready();
    let mut beat = systemd::watchdog().map(interval);
    if let Some(beat) = &mut beat {
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    }
    let mut stopping = false;
    loop {
        tokio::select! {
            () = stopped(&mut stop), if !stopping => {
                stopping = true;
                systemd::stopping();
            }
            Some(()) = hangup.recv() => {
                systemd::reloading();
                match reloading.reload() {
                    Ok(true) => tracing::info!("reloaded the certificate for new connections"),
                    Ok(false) => tracing::info!(
                        "SIGHUP reloads certificates, and there are none; settings are read at startup"
                    ),
                    Err(error) => tracing::error!(
                        error = error.line(),
                        "the new certificate cannot be used; keeping the old one"
                    ),
                }
                systemd::ready();
            }
            () = next(&mut beat) => match health.problem().await {
                // A restart makes no room, and would take running bots with it.
                None | Some(Problem::DiskFull) => systemd::alive(),
                Some(problem) => {
                    tracing::error!(%problem, "not telling the service manager: alive");
                }
            },
        }
    }
}

async fn next(beat: &mut Option<Interval>) {
    match beat {
        Some(beat) => drop(beat.tick().await),
        None => std::future::pending().await,
    }
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] =
    &[JsonResult::lines::<Line>("serve"), JsonResult::lines::<Ready>("sandbox")];

/// The first line of a server.
#[derive(Serialize, JsonSchema)]
struct Ready {
    /// `ready`.
    event: &'static str,
    /// Where it listens: an address, or a socket's path.
    bind: String,
    /// Where health and metrics are, if anywhere.
    admin: Option<String>,
}

/// A line of `serve`.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "they are printed one by one; this is their form")]
enum Line {
    Ready(Ready),
    Notice(Notice),
}

/// Says that a server is bound: the first line of `serve` and `sandbox`.
pub(super) fn ready(
    ui: Ui,
    bound: &Bound,
    place: &str,
    admin: Option<SocketAddr>,
) -> Result<(), CommandError> {
    let admin = admin.map(|admin| admin.to_string());
    let ready = Ready { event: "ready", bind: bound.to_string(), admin };
    ui.element(&ready, |_| format!("ready {}", visible(place)))
}

/// Why nothing can be heard at the address that a flag names.
pub(super) fn unbound(flag: &str, address: SocketAddr, error: &std::io::Error) -> CommandError {
    let it = CommandError::new(
        Exit::Configuration,
        "bind",
        format!("cannot listen on {address}: {error}"),
    );
    match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            it.hint(format!("stop what is listening there, or choose another address with {flag}; port 0 picks a free one"))
        }
        _ => it.hint(format!("choose another address with {flag}")),
    }
}
