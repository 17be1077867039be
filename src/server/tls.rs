//! TLS before HTTP: the certificate that is shown now, and who may come in.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustls::client::danger::HandshakeSignatureValid;
use rustls::client::verify_server_name;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{ParsedCertificate, VerifierBuilderError, WebPkiClientVerifier};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::{
    CertificateError, DigitallySignedStruct, DistinguishedName, RootCertStore, ServerConfig,
    SignatureScheme,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use super::listen::{AnyStream, Listen};
use crate::domain::certificate::Certificate;
use crate::ops::log_throttle::LogThrottle;

/// The whole handshake must be done this long after the connection opened.
const HANDSHAKE_LIMIT: Duration = Duration::from_secs(10);

/// Which clients are let in.
pub struct Clients {
    /// Who must have signed their certificate.
    pub authorities: RootCertStore,
    /// The name that it must carry.
    pub name: String,
}

/// Why a certificate cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum TlsSetupError {
    /// rustls refuses.
    #[error("cannot set up TLS")]
    Config(#[from] rustls::Error),
    /// The authorities cannot be used.
    #[error("cannot use the client certificate authorities")]
    Clients(#[from] VerifierBuilderError),
}

/// What new connections are answered with; it can be renewed while they come.
#[derive(Clone)]
pub struct Tls {
    config: watch::Sender<Arc<ServerConfig>>,
    /// Keeps the log short.
    throttle: Arc<LogThrottle>,
}

impl Tls {
    /// Begins with a certificate, and with who may come in if not everybody may.
    ///
    /// # Errors
    /// rustls cannot work with the certificate or the authorities.
    pub fn new(key: Arc<CertifiedKey>, clients: Option<Clients>) -> Result<Self, TlsSetupError> {
        let config = watch::Sender::new(Arc::new(config(key, clients)?));
        Ok(Self { config, throttle: Arc::default() })
    }

    /// Changes both for connections that are yet to come.
    ///
    /// # Errors
    /// rustls cannot work with them. Connections then meet the former ones.
    pub fn renew(
        &self,
        key: Arc<CertifiedKey>,
        clients: Option<Clients>,
    ) -> Result<(), TlsSetupError> {
        self.config.send_replace(Arc::new(config(key, clients)?));
        Ok(())
    }
}

fn config(key: Arc<CertifiedKey>, clients: Option<Clients>) -> Result<ServerConfig, TlsSetupError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()?;
    let builder = match clients {
        None => builder.with_no_client_auth(),
        Some(Clients { authorities, name }) => {
            let chain =
                WebPkiClientVerifier::builder_with_provider(Arc::new(authorities), provider)
                    .build()?;
            builder.with_client_cert_verifier(Arc::new(Named { chain, name }))
        }
    };
    let mut config = builder.with_cert_resolver(Arc::new(SingleCertAndKey::from(key)));
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// Lets in whoever has a certificate of an authority, and with a certain name on it.
///
/// The authority alone is not enough: Meta's signs for more than webhooks (reference 8.3).
#[derive(Debug)]
struct Named {
    chain: Arc<dyn ClientCertVerifier>,
    name: String,
}

impl Named {
    fn is_on(&self, certificate: &CertificateDer<'_>) -> bool {
        let common = Certificate::parse(certificate).is_some_and(|it| {
            it.common_names.iter().any(|name| name.eq_ignore_ascii_case(&self.name))
        });
        let alternative = || {
            let parsed = ParsedCertificate::try_from(certificate).ok()?;
            let name = ServerName::try_from(self.name.as_str()).ok()?;
            verify_server_name(&parsed, &name).ok()
        };
        common || alternative().is_some()
    }
}

impl ClientCertVerifier for Named {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        self.chain.root_hint_subjects()
    }

    fn verify_client_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, rustls::Error> {
        let verified = self.chain.verify_client_cert(certificate, intermediates, now)?;
        match self.is_on(certificate) {
            true => Ok(verified),
            false => Err(CertificateError::ApplicationVerificationFailure.into()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.chain.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.chain.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.chain.supported_verify_schemes()
    }
}

/// A listener whose connections begin with a handshake.
pub(super) struct Secured {
    pub(super) listener: TcpListener,
    pub(super) tls: Tls,
}

impl Listen for Secured {
    type Raw = TcpStream;
    type Stream = AnyStream;

    async fn accept(&self) -> io::Result<TcpStream> {
        Listen::accept(&self.listener).await
    }

    fn open(
        &self,
        raw: TcpStream,
    ) -> impl Future<Output = io::Result<Self::Stream>> + Send + 'static {
        let acceptor = TlsAcceptor::from(Arc::clone(&self.tls.config.borrow()));
        let throttle = Arc::clone(&self.tls.throttle);
        async move {
            let opened = timeout(HANDSHAKE_LIMIT, acceptor.accept(raw)).await?;
            if let Err(error) = &opened
                && let Some(why) = refusal(error)
                && let Some(earlier) = throttle.allow(why)
            {
                // Not only a stranger's noise: somebody has to find out why Meta does not come in.
                tracing::warn!(%error, earlier, "refused a client by its certificate");
            }
            Ok(Box::new(opened?) as AnyStream)
        }
    }
}

/// What was wrong with the client's certificate, if the handshake ended because of it.
fn refusal(error: &io::Error) -> Option<&'static str> {
    match error.get_ref()?.downcast_ref::<rustls::Error>()? {
        rustls::Error::NoCertificatesPresented => Some("none"),
        rustls::Error::InvalidCertificate(problem) => Some(match problem {
            CertificateError::ApplicationVerificationFailure => "its name",
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => "its end",
            _ => "its authority",
        }),
        _ => None,
    }
}
