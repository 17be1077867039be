//! A listener on loopback for one callback.
//!
//! It answers the browser only when the login has ended, so that the page says what really
//! happened. A second callback (double click, prefetch) gets the same page and causes no second
//! exchange. Everything else is a 4xx and does not end the login.

use std::fs::{self, DirBuilder};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::os::unix::fs::DirBuilderExt as _;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustls::sign::CertifiedKey;
use tiny_http::{Header, Method, Request, Response, Server};
use tokio::sync::oneshot;
use url::{Host, Url};

use super::front;
use super::page::{self, Verdict};
use super::redirected::{Callback, Redirected};
use super::tls::{self, TlsError};

/// How often a waiting thread looks whether the login has ended.
const POLL: Duration = Duration::from_millis(50);

/// How long late callbacks are still answered after the login has ended.
const LINGER: Duration = Duration::from_secs(1);

/// Why no listener could be set up.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// The redirect URI does not lead to this machine.
    #[error("the redirect URI does not point at this machine")]
    NotLoopback,
    /// TLS cannot be set up.
    #[error("cannot listen with TLS")]
    Tls(#[from] TlsError),
    /// Something else listens there.
    #[error("port {port} on this machine is in use")]
    InUse {
        /// The port.
        port: u16,
    },
    /// The directory for temporary files cannot be used, or its path is too long for a socket.
    #[error("cannot make a socket under {}", directory.display())]
    Temporary { directory: PathBuf, source: io::Error },
    /// The operating system refuses.
    #[error("cannot listen on port {port}")]
    Io {
        /// The port.
        port: u16,
        source: io::Error,
    },
}

/// A directory that no other user looks into, for as long as this lives.
struct PrivateDir(PathBuf);

impl PrivateDir {
    fn make(name: &str) -> io::Result<Self> {
        let path = std::env::temp_dir().join(format!("igbot-{name}"));
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for PrivateDir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Sockets that are bound and not yet served.
pub struct Listener {
    servers: Vec<Server>,
    inner: PrivateDir,
    path: String,
    port: u16,
}

impl Listener {
    /// Tells whether a redirect URI leads to this machine, so that [`bind`](Self::bind) can work.
    pub fn is_for(redirect_uri: &Url) -> bool {
        match redirect_uri.host() {
            Some(Host::Domain(name)) => name == "localhost",
            // What is bound; 127.0.0.2 is this machine too, and nobody would listen there.
            Some(Host::Ipv4(ip)) => ip == Ipv4Addr::LOCALHOST,
            Some(Host::Ipv6(ip)) => ip == Ipv6Addr::LOCALHOST,
            None => false,
        }
    }

    /// Binds the address of a redirect URI on 127.0.0.1 and ::1; with TLS if it is `https`, with a
    /// certificate made for this login if there is no `identity`. `name` is one that nobody can foresee.
    ///
    /// # Errors
    /// A machine without IPv6 is no error.
    pub fn bind(
        redirect_uri: &Url,
        identity: Option<Arc<CertifiedKey>>,
        name: &str,
    ) -> Result<Self, BindError> {
        let port = match redirect_uri.port_or_known_default() {
            Some(port) if Self::is_for(redirect_uri) => port,
            _ => return Err(BindError::NotLoopback),
        };
        let tls = match redirect_uri.scheme() {
            "https" => Some(tls::config(identity)?),
            _ => None,
        };
        let temporary = |source| BindError::Temporary { directory: std::env::temp_dir(), source };
        let inner = PrivateDir::make(name).map_err(temporary)?;
        let mut servers = Vec::new();
        let addresses = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
        for address in addresses {
            match TcpListener::bind(SocketAddr::new(address, port)) {
                Ok(socket) => {
                    let inner = inner.0.join(servers.len().to_string());
                    let plain = front::before(socket, tls.clone(), inner).map_err(temporary)?;
                    servers.push(serve(plain).map_err(|source| BindError::Io { port, source })?);
                }
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                    return Err(BindError::InUse { port });
                }
                // No IPv6 here: browsers fall back to 127.0.0.1.
                Err(_) if address.is_ipv6() => {}
                Err(source) => return Err(BindError::Io { port, source }),
            }
        }
        Ok(Self { servers, inner, path: redirect_uri.path().to_owned(), port })
    }

    /// Starts to answer, waiting for the callback of the login of `state`.
    pub fn wait_for(self, state: &str) -> Waiting {
        let (found, callback) = oneshot::channel();
        let shared = Arc::new(Shared {
            path: self.path,
            port: self.port,
            state: state.to_owned(),
            progress: Mutex::new(Progress {
                found: Some(found),
                held: Vec::new(),
                verdict: None,
                ended: None,
            }),
        });
        for server in self.servers {
            let shared = Arc::clone(&shared);
            thread::spawn(move || shared.run(&server));
        }
        Waiting { callback, shared, _inner: self.inner }
    }
}

fn serve(plain: UnixListener) -> io::Result<Server> {
    Server::from_listener(plain, None).map_err(io::Error::other)
}

/// A login that waits for its callback.
pub struct Waiting {
    callback: oneshot::Receiver<Callback>,
    shared: Arc<Shared>,
    _inner: PrivateDir,
}

impl Waiting {
    /// Waits for the callback; for ever if none comes.
    pub async fn callback(&mut self) -> Callback {
        match (&mut self.callback).await {
            Ok(callback) => callback,
            // The threads hold the sender until they have used it.
            Err(_) => std::future::pending().await,
        }
    }

    /// Tells every browser that waits how the login ended, and those that come late.
    pub fn finish(&self, verdict: Verdict) {
        let held = {
            let mut progress = self.shared.progress();
            progress.verdict = Some(verdict);
            progress.found = None;
            progress.ended = Some(Instant::now());
            std::mem::take(&mut progress.held)
        };
        for request in held {
            show(request, verdict);
        }
    }

    /// Goes on answering late callbacks for a moment after [`finish`](Self::finish).
    pub async fn linger(self) {
        let since = self.shared.progress().ended.map_or(LINGER, |ended| ended.elapsed());
        tokio::time::sleep(LINGER.saturating_sub(since)).await;
    }
}

/// Ends the threads of a login that nobody finished.
impl Drop for Waiting {
    fn drop(&mut self) {
        let mut progress = self.shared.progress();
        progress.ended.get_or_insert_with(Instant::now);
    }
}

struct Shared {
    path: String,
    port: u16,
    state: String,
    progress: Mutex<Progress>,
}

struct Progress {
    found: Option<oneshot::Sender<Callback>>,
    /// Browsers that came with the right state and wait for the end of the login.
    held: Vec<Request>,
    verdict: Option<Verdict>,
    ended: Option<Instant>,
}

impl Shared {
    fn progress(&self) -> std::sync::MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self, server: &Server) {
        while self.progress().ended.is_none_or(|ended| ended.elapsed() < LINGER) {
            if let Ok(Some(request)) = server.recv_timeout(POLL) {
                self.answer(request);
            }
        }
    }

    fn answer(&self, request: Request) {
        let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
        if *request.method() != Method::Get || path != self.path || !self.is_for_us(&request) {
            return show(request, Verdict::NotFound);
        }
        let ours = Redirected::from_query(query).and_then(|it| it.of_login(&self.state, false));
        let Ok(callback) = ours else {
            return show(request, Verdict::Stray);
        };
        let mut progress = self.progress();
        if let Some(verdict) = progress.verdict {
            drop(progress);
            return show(request, verdict);
        }
        progress.held.push(request);
        if let Some(found) = progress.found.take() {
            // The login may have timed out this very moment; then nobody listens.
            let _ = found.send(callback);
        }
    }

    /// Checks `Host` against this machine's own names: a page elsewhere whose name was made to point
    /// here must not reach the listener (security, 18).
    fn is_for_us(&self, request: &Request) -> bool {
        let mut hosts = request.headers().iter().filter(|header| header.field.equiv("Host"));
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return false;
        };
        let host = host.value.as_str();
        let name = host
            .strip_suffix(&format!(":{}", self.port))
            .or(matches!(self.port, 80 | 443).then_some(host));
        matches!(name, Some("127.0.0.1" | "localhost" | "[::1]"))
    }
}

fn show(request: Request, verdict: Verdict) {
    let mut response = Response::from_string(verdict.html()).with_status_code(verdict.status());
    for (name, value) in page::HEADERS {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that has gone away needs no answer.
    let _ = request.respond(response);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_user_reaches_the_server_behind_the_front() {
        use std::os::unix::fs::PermissionsExt as _;
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let redirect: Url = format!("http://127.0.0.1:{port}/callback").parse().unwrap();
        let listener = Listener::bind(&redirect, None, "test-0123456789").unwrap();
        let inner = listener.inner.0.clone();
        assert_eq!(fs::metadata(&inner).unwrap().permissions().mode() & 0o777, 0o700);
        assert!(Listener::bind(&redirect, None, "test-0123456789").is_err(), "not found but made");
        drop(listener);
        assert!(!inner.exists());
    }
}
