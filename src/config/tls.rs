//! Certificates and private keys from files.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use zeroize::Zeroizing;

use super::secret::{self, NotPrivate};
use crate::domain::certificate::Certificate;

/// Largest file read; the bundle of all public authorities has a quarter of it.
const MAX_BYTES: u64 = 1 << 20;

/// Certificate and key of a listener.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// The chain, PEM, the listener's own certificate first.
    pub certificate: PathBuf,
    /// The private key, PEM, not encrypted.
    pub key: PathBuf,
}

/// A certificate with its key, which fits.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Both, ready for rustls.
    pub key: Arc<CertifiedKey>,
    /// What the certificate says; `None` if it is odd enough that only rustls can read it.
    pub certificate: Option<Certificate>,
}

/// Why TLS cannot be set up from files.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The file cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// Others may read the private key.
    #[error("the private key {} can be read by others", path.display())]
    OpenToOthers { path: PathBuf },
    /// The file has no such thing in it, or a damaged one. The reader's own words may quote the key.
    #[error("no {wanted} found in {}", path.display())]
    Missing {
        /// What was looked for.
        wanted: Wanted,
        path: PathBuf,
    },
    /// The file has one, and it cannot be used.
    #[error("cannot use the {wanted} in {}: {source}", path.display())]
    Unusable {
        /// What cannot be used.
        wanted: Wanted,
        path: PathBuf,
        /// Why not.
        source: rustls::Error,
    },
    /// Both are fine, and are not a pair.
    #[error("the private key {} does not match the certificate {}", key.display(), certificate.display())]
    Mismatch {
        /// The certificate's file.
        certificate: PathBuf,
        /// The key's file.
        key: PathBuf,
    },
}

/// What a file is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A certificate, or several.
    Certificate,
    /// A private key.
    Key,
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Certificate => "certificate",
            Self::Key => "private key",
        })
    }
}

impl TlsFiles {
    /// Reads both and sees whether they fit. An ended certificate is no error here.
    ///
    /// # Errors
    /// A key of the service manager's (`$CREDENTIALS_DIRECTORY`) may look open to others, which is
    /// no error: an access list that lets the service in shows as a mode.
    pub fn read(&self) -> Result<Identity, TlsError> {
        let chain = certificates(&self.certificate)?;
        let unusable = |wanted, path: &Path| {
            let path = path.to_owned();
            move |source| TlsError::Unusable { wanted, path, source }
        };
        let certificate = chain.first().and_then(|der| Certificate::parse(der));
        let provider = rustls::crypto::ring::default_provider();
        let key = private_key(&self.key)?;
        let key = provider.key_provider.load_private_key(key);
        let key = CertifiedKey::new(chain, key.map_err(unusable(Wanted::Key, &self.key))?);
        match key.keys_match() {
            // Some kinds of keys do not tell; the first handshake will.
            Ok(()) | Err(rustls::Error::InconsistentKeys(rustls::InconsistentKeys::Unknown)) => {
                Ok(Identity { key: Arc::new(key), certificate })
            }
            Err(rustls::Error::InconsistentKeys(_)) => Err(TlsError::Mismatch {
                certificate: self.certificate.clone(),
                key: self.key.clone(),
            }),
            Err(source) => Err(unusable(Wanted::Certificate, &self.certificate)(source)),
        }
    }
}

/// Reads the authorities in a PEM file.
///
/// # Errors
/// The file cannot be read, has no certificate, or one that cannot be an authority.
pub fn authorities(path: &Path) -> Result<RootCertStore, TlsError> {
    let mut store = RootCertStore::empty();
    for certificate in certificates(path)? {
        store.add(certificate).map_err(|source| TlsError::Unusable {
            wanted: Wanted::Certificate,
            path: path.to_owned(),
            source,
        })?;
    }
    Ok(store)
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let file = regular(path).and_then(|()| fs::File::open(path));
    let text = file.and_then(whole).map_err(|source| unreadable(path, source))?;
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
    match chain {
        Ok(chain) if !chain.is_empty() => Ok(chain),
        _ => Err(TlsError::Missing { wanted: Wanted::Certificate, path: path.to_owned() }),
    }
}

fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, TlsError> {
    regular(path).map_err(|source| unreadable(path, source))?;
    let credential = env::var_os("CREDENTIALS_DIRECTORY")
        .is_some_and(|dir| Path::new(&dir).is_absolute() && path.starts_with(&dir));
    let file = match credential {
        true => fs::File::open(path).map_err(NotPrivate::Unreadable),
        false => secret::open_private(path),
    };
    let file = file.map_err(|problem| match problem {
        NotPrivate::Unreadable(source) => unreadable(path, source),
        NotPrivate::OpenToOthers => TlsError::OpenToOthers { path: path.to_owned() },
    })?;
    let text = whole(file).map_err(|source| unreadable(path, source))?;
    PrivateKeyDer::from_pem_slice(&text)
        .map_err(|_| TlsError::Missing { wanted: Wanted::Key, path: path.to_owned() })
}

/// To open a pipe would last until somebody writes into it, at every reload.
fn regular(path: &Path) -> io::Result<()> {
    match fs::metadata(path)?.is_file() {
        true => Ok(()),
        false => Err(io::Error::other("not a regular file")),
    }
}

fn whole(file: fs::File) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::default();
    file.take(MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, source: io::Error) -> TlsError {
    TlsError::Unreadable { path: path.to_owned(), source }
}
