//! TLS in front of the login listener, for `https://localhost:PORT` redirect URIs where Meta takes
//! them (reference 1).
//!
//! The listener's own server speaks plain HTTP only. Each TLS connection brings one request, which is
//! handed on to it over loopback, and its answer goes back.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Largest head of a request; a callback has about two kilobytes.
const MAX_HEAD: usize = 16 * 1024;

/// How long a silent connection is kept.
const SILENCE: Duration = Duration::from_secs(10);

/// The end of a head.
const BLANK_LINE: &[u8] = b"\r\n\r\n";

/// Why TLS cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// rustls does not take the certificate.
    #[error("the certificate does not work")]
    Config(#[source] rustls::Error),
    /// No certificate could be made.
    #[error("cannot make a certificate")]
    Certificate(#[source] rcgen::Error),
}

/// Uses a certificate, or makes one for this login that no browser trusts.
pub(super) fn config(identity: Option<Arc<CertifiedKey>>) -> Result<Arc<ServerConfig>, TlsError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let identity = match identity {
        Some(identity) => identity,
        None => Arc::new(make(&provider)?),
    };
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(TlsError::Config)?
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(SingleCertAndKey::from(identity)));
    Ok(Arc::new(config))
}

fn make(provider: &CryptoProvider) -> Result<CertifiedKey, TlsError> {
    let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    let made = rcgen::generate_simple_self_signed(names).map_err(TlsError::Certificate)?;
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    CertifiedKey::from_der(vec![made.cert.der().clone()], key.into(), provider)
        .map_err(TlsError::Config)
}

/// Takes TLS connections on `socket` for as long as the process lives, and hands their requests to
/// the plain listener that this returns.
pub(super) fn unwrap(socket: TcpListener, config: Arc<ServerConfig>) -> io::Result<TcpListener> {
    let plain = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    let inner = plain.local_addr()?;
    thread::spawn(move || {
        for stream in socket.incoming().map_while(Result::ok) {
            let config = Arc::clone(&config);
            thread::spawn(move || {
                // A browser that distrusts the certificate breaks off; that is its right.
                if let Err(error) = hand_on(stream, config, inner) {
                    tracing::debug!(%error, "a connection to the login listener ended early");
                }
            });
        }
    });
    Ok(plain)
}

fn hand_on(stream: TcpStream, config: Arc<ServerConfig>, inner: SocketAddr) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut tls = StreamOwned::new(connection, stream);
    let mut head = Vec::new();
    let mut chunk = [0; 2048];
    let end = loop {
        let found = head.windows(BLANK_LINE.len()).position(|window| window == BLANK_LINE);
        match found {
            Some(end) => break end,
            None if head.len() > MAX_HEAD => return Err(io::Error::other("the head is too long")),
            None => {}
        }
        match tls.read(&mut chunk)? {
            0 => return Ok(()),
            count => head.extend_from_slice(chunk.get(..count).unwrap_or_default()),
        }
    };
    let mut plain = TcpStream::connect(inner)?;
    // The answer's end is the connection's end, and whatever follows the head is not handed on.
    plain.write_all(head.get(..end).unwrap_or_default())?;
    plain.write_all(b"\r\nConnection: close\r\n\r\n")?;
    io::copy(&mut plain, &mut tls)?;
    tls.conn.send_close_notify();
    tls.flush()
}
