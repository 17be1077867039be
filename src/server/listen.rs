//! Where requests come in: a TCP port, a Unix socket, or a socket that systemd hands over.

use std::fmt;
use std::future::{Future, ready};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _};
use std::os::unix::net::UnixListener as StdUnixListener;
use std::path::{Path, PathBuf};
use std::{fs, net};

use listenfd::ListenFd;
use rustix::fs::{FlockOperation, flock};
use rustix::net::sockopt::socket_acceptconn;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, TcpStream, UnixListener, UnixSocket, UnixStream};

use super::tls::{Secured, Tls};

/// Mode of a Unix socket: whoever may write to it may connect, and the proxy runs as another user,
/// to be let in by the socket's group. The directory above it tells the rest.
const SOCKET_MODE: u32 = 0o660;

/// Connections that may wait to be accepted: more than are served at a time. Whoever finds no room
/// there has to try again after a second, however quickly a crowd before it is let in.
const BACKLOG: u32 = 4_096;

/// Hands out connections, and makes each ready for HTTP outside the accept loop.
pub trait Listen: Send + Sync + 'static {
    /// A connection as it comes.
    type Raw: Send;
    /// A connection that speaks HTTP.
    type Stream: AsyncRead + AsyncWrite + Unpin + Send + 'static;

    /// Waits for the next connection.
    fn accept(&self) -> impl Future<Output = io::Result<Self::Raw>> + Send;

    /// What has to happen before HTTP, within a limit of its own.
    fn open(
        &self,
        raw: Self::Raw,
    ) -> impl Future<Output = io::Result<Self::Stream>> + Send + 'static;
}

/// A connection of a rarer kind than plain TCP. One copy of the HTTP engine, of a hundred kilobytes,
/// serves them all.
pub(super) type AnyStream = Box<dyn Duplex>;

/// What goes both ways.
pub(super) trait Duplex: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Duplex for T {}

impl Listen for TcpListener {
    type Raw = TcpStream;
    type Stream = TcpStream;

    async fn accept(&self) -> io::Result<TcpStream> {
        let (stream, _) = Self::accept(self).await?;
        // Answers are small; waiting to fill a packet only delays them.
        let _ = stream.set_nodelay(true);
        Ok(stream)
    }

    fn open(&self, raw: TcpStream) -> impl Future<Output = io::Result<TcpStream>> + 'static {
        ready(Ok(raw))
    }
}

/// A Unix socket, and its file if that is ours to remove.
pub(super) struct LocalSocket {
    listener: UnixListener,
    _file: Option<SocketFile>,
}

impl Listen for LocalSocket {
    type Raw = UnixStream;
    type Stream = AnyStream;

    async fn accept(&self) -> io::Result<UnixStream> {
        Ok(self.listener.accept().await?.0)
    }

    fn open(&self, raw: UnixStream) -> impl Future<Output = io::Result<AnyStream>> + 'static {
        ready(Ok(Box::new(raw) as AnyStream))
    }
}

/// A bound socket of any kind.
pub struct Listener(pub(super) SocketKind);

pub(super) enum SocketKind {
    Tcp(TcpListener),
    Secured(Secured),
    Unix(LocalSocket),
}

/// Where a listener is bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// On a port.
    Tcp(SocketAddr),
    /// On a path, shown as `unix:PATH`; empty for a socket without one.
    Unix(PathBuf),
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => address.fmt(f),
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

/// Why a Unix socket cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum UnixSocketError {
    /// Somebody answers on it.
    #[error("{} is in use", .0.display())]
    InUse(PathBuf),
    /// Something else lies there. It is left alone.
    #[error("{} already exists and is not a socket", .0.display())]
    NoSocket(PathBuf),
    /// The operating system refuses.
    #[error("cannot listen on {}: {source}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
}

impl Listener {
    /// Binds a port; port 0 takes a free one.
    ///
    /// # Errors
    /// The address is in use or not this machine's.
    pub fn tcp(address: SocketAddr) -> io::Result<Self> {
        let socket = match address {
            SocketAddr::V4(_) => TcpSocket::new_v4()?,
            SocketAddr::V6(_) => TcpSocket::new_v6()?,
        };
        // Connections of a `serve` before this one may still be ending.
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        Ok(Self(SocketKind::Tcp(socket.listen(BACKLOG)?)))
    }

    /// Binds a Unix socket, in place of one that a dead process left. Its file goes with it.
    pub async fn unix(path: &Path) -> Result<Self, UnixSocketError> {
        let (listener, file) = bind(path).await?;
        Ok(Self(SocketKind::Unix(LocalSocket { listener, _file: Some(file) })))
    }

    /// The socket that systemd has handed over.
    ///
    /// # Errors
    /// It cannot be made non-blocking, or not be watched for events.
    pub fn handed_over(socket: HandedOver) -> io::Result<Self> {
        Ok(Self(match socket {
            HandedOver::Tcp(socket) => {
                socket.set_nonblocking(true)?;
                SocketKind::Tcp(TcpListener::from_std(socket)?)
            }
            HandedOver::Unix(socket) => {
                socket.set_nonblocking(true)?;
                SocketKind::Unix(LocalSocket {
                    listener: UnixListener::from_std(socket)?,
                    _file: None,
                })
            }
        }))
    }

    /// The same with a handshake first; `None` for a Unix socket, which needs none.
    pub fn secured(self, tls: Tls) -> Option<Self> {
        match self.0 {
            SocketKind::Tcp(listener) => Some(Self(SocketKind::Secured(Secured { listener, tls }))),
            _ => None,
        }
    }

    /// The URL of a path on it; a Unix socket, which has none, as it is.
    ///
    /// # Errors
    /// The operating system does not say where it is bound.
    pub fn url(&self, path: &str) -> io::Result<String> {
        let bound = self.bound()?;
        Ok(match self.0 {
            SocketKind::Tcp(_) => format!("http://{bound}{path}"),
            SocketKind::Secured(_) => format!("https://{bound}{path}"),
            SocketKind::Unix(_) => bound.to_string(),
        })
    }

    /// Where it is bound.
    ///
    /// # Errors
    /// The operating system does not say where.
    pub fn bound(&self) -> io::Result<Bound> {
        Ok(match &self.0 {
            SocketKind::Tcp(listener) | SocketKind::Secured(Secured { listener, .. }) => {
                Bound::Tcp(listener.local_addr()?)
            }
            SocketKind::Unix(socket) => {
                let address = socket.listener.local_addr()?;
                Bound::Unix(address.as_pathname().map(Path::to_owned).unwrap_or_default())
            }
        })
    }
}

/// A socket from systemd (`sd_listen_fds(3)`).
pub enum HandedOver {
    /// A TCP port.
    Tcp(net::TcpListener),
    /// A Unix socket.
    Unix(StdUnixListener),
}

/// Why what systemd has handed over is not served.
#[derive(Debug, thiserror::Error)]
pub enum HandOverError {
    /// There is one webhook, and which of several sockets it should be nobody says.
    #[error("systemd hands over {0} sockets, and igbot serves one")]
    Many(usize),
    /// It is of another kind.
    #[error("what systemd hands over is no TCP or Unix stream socket")]
    OtherKind,
    /// It is a connection.
    #[error("the socket that systemd hands over does not listen")]
    Connection,
}

impl HandedOver {
    /// Takes what systemd hands over; `None` if it hands nothing over to this process.
    ///
    /// This changes the environment, so it is for the beginning, when no other thread reads that. From
    /// then on no program that igbot runs inherits the socket.
    pub fn take() -> Result<Option<Self>, HandOverError> {
        let mut sockets = ListenFd::from_env();
        let socket = match sockets.len() {
            0 => return Ok(None),
            1 => match (sockets.take_tcp_listener(0), sockets.take_unix_listener(0)) {
                (Ok(Some(socket)), _) => Self::Tcp(socket),
                (_, Ok(Some(socket))) => Self::Unix(socket),
                _ => return Err(HandOverError::OtherKind),
            },
            many => return Err(HandOverError::Many(many)),
        };
        let listens = match &socket {
            Self::Tcp(socket) => socket_acceptconn(socket),
            Self::Unix(socket) => socket_acceptconn(socket),
        };
        match listens {
            Ok(true) => Ok(Some(socket)),
            _ => Err(HandOverError::Connection),
        }
    }
}

/// The file of a socket of ours, removed when it is no longer served.
struct SocketFile {
    path: PathBuf,
    /// Device and inode: what somebody else has put there meanwhile is theirs.
    id: (u64, u64),
}

impl Drop for SocketFile {
    fn drop(&mut self) {
        if fs::symlink_metadata(&self.path).is_ok_and(|it| (it.dev(), it.ino()) == self.id) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

async fn bind(path: &Path) -> Result<(UnixListener, SocketFile), UnixSocketError> {
    let failed = |source| UnixSocketError::Io { path: path.to_owned(), source };
    let directory = path.parent().filter(|it| !it.as_os_str().is_empty());
    let directory = fs::File::open(directory.unwrap_or(Path::new("."))).map_err(failed)?;
    // Two that start at once must not each take the other's new socket for one that was left. The
    // lock ends with this function.
    flock(&directory, FlockOperation::LockExclusive).map_err(|error| failed(error.into()))?;
    match fs::symlink_metadata(path) {
        Ok(found) if !found.file_type().is_socket() => {
            return Err(UnixSocketError::NoSocket(path.to_owned()));
        }
        Ok(_) => match UnixStream::connect(path).await {
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => {
                fs::remove_file(path).map_err(failed)?;
            }
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return Err(failed(error)),
            _ => return Err(UnixSocketError::InUse(path.to_owned())),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    // Until its mode is set the umask lets nobody else in, so it is never more open than it should be.
    let socket = UnixSocket::new_stream().map_err(failed)?;
    socket.bind(path).map_err(failed)?;
    let listener = socket.listen(BACKLOG).map_err(failed)?;
    let id = fs::symlink_metadata(path).map(|it| (it.dev(), it.ino())).map_err(failed)?;
    let file = SocketFile { path: path.to_owned(), id };
    fs::set_permissions(path, fs::Permissions::from_mode(SOCKET_MODE)).map_err(failed)?;
    Ok((listener, file))
}
