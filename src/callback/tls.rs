//! TLS of the login listener, for `https://localhost:PORT` redirect URIs where Meta takes them
//! (reference 1).

use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::sign::{CertifiedKey, SingleCertAndKey};

/// Why TLS cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// rustls does not take the certificate.
    #[error("the certificate cannot be used")]
    Config(#[source] rustls::Error),
    /// No certificate could be made.
    #[error("cannot create a certificate")]
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
