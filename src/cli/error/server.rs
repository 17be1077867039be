//! Errors of sockets, certificates and the sandbox.

use super::CommandError;
use crate::cli::exit::Exit;
use crate::config::{TlsError, Wanted};
use crate::ops::doctor::close;
use crate::sandbox::person::PersonError;
use crate::server::{HandOverError, TlsSetupError, UnixSocketError};

impl From<TlsError> for CommandError {
    fn from(error: TlsError) -> Self {
        let it = Self::of(Exit::Configuration, "certificate", &error);
        match &error {
            TlsError::Unreadable { .. } => {
                it.hint("check the path, and that the user igbot runs as may read the file")
            }
            TlsError::OpenToOthers { path } => it.hint(close(path)),
            TlsError::Missing { wanted: Wanted::Certificate, .. } => it.hint(
                "the file must be PEM: one or more blocks that begin with -----BEGIN CERTIFICATE-----",
            ),
            TlsError::Missing { wanted: Wanted::Key, .. } => it.hints([
                "the file must be PEM, with a block that begins with -----BEGIN PRIVATE KEY-----, or RSA or EC PRIVATE KEY",
                "an ENCRYPTED PRIVATE KEY has to be decrypted first: openssl pkey -in FILE -out FILE",
            ]),
            TlsError::Unusable { .. } => {
                it.hint("RSA keys of 2048 bits and more, ECDSA P-256 and P-384, and Ed25519 work")
            }
            TlsError::Mismatch { .. } => it.hint(
                "give the key that the certificate was issued for; the server's own certificate comes first in its file",
            ),
        }
    }
}

impl From<TlsSetupError> for CommandError {
    fn from(error: TlsSetupError) -> Self {
        Self::of(Exit::Configuration, "certificate", &error)
            .hint("check the files of --tls-cert, --tls-key and --tls-client-ca")
    }
}

impl From<UnixSocketError> for CommandError {
    fn from(error: UnixSocketError) -> Self {
        let it = Self::of(Exit::Configuration, "bind", &error);
        match &error {
            UnixSocketError::InUse(_) => {
                it.hint("end what listens there, or choose another path with --unix")
            }
            UnixSocketError::NoSocket(_) => {
                it.hint("it was left alone; choose another path with --unix, or move it away")
            }
            UnixSocketError::Io { .. } => it.hint(
                "the directory must be there and writable for igbot, and the path shorter than 108 bytes",
            ),
        }
    }
}

impl From<HandOverError> for CommandError {
    fn from(error: HandOverError) -> Self {
        let it = Self::of(Exit::Configuration, "bind", &error);
        match &error {
            HandOverError::Many(_) => it.hint("leave one Listen line in the socket unit"),
            HandOverError::OtherKind => it.hint("use ListenStream= in the socket unit"),
            HandOverError::Connection => it.hint("use Accept=no in the socket unit"),
        }
    }
}

impl From<PersonError> for CommandError {
    fn from(error: PersonError) -> Self {
        Self::new(Exit::Failure, "demo", format!("the simulated person failed: {error}"))
    }
}
