//! `serve` with a certificate of its own, and clients that must have one.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyPair,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, SupportedProtocolVersion, version};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::by_hand::{delivery, exchange};
use super::world::{Running, World};

const META: &str = "client.webhooks.fbclientcerts.com";

/// An authority of the tests.
struct Authority(CertifiedIssuer<'static, KeyPair>);

struct Issued {
    certificate: CertificateDer<'static>,
    key: KeyPair,
}

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    fn issues(&self, common: &str, names: &[&str], ended: bool) -> Issued {
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        params.distinguished_name.push(DnType::CommonName, common);
        params.extended_key_usages =
            vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
        if ended {
            params.not_after = rcgen::date_time_ymd(2020, 1, 1);
        }
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap().der().clone();
        Issued { certificate, key }
    }

    fn write(&self, path: &Path) {
        fs::write(path, pem("CERTIFICATE", self.0.der())).unwrap();
    }
}

impl Issued {
    /// Writes both files; like an operator's, the key is closed to others.
    fn write(&self, world: &World) {
        fs::write(world.path("cert.pem"), pem("CERTIFICATE", &self.certificate)).unwrap();
        private(&world.path("key.pem"), pem("PRIVATE KEY", self.key.serialized_der()));
    }
}

fn pem(label: &str, der: &[u8]) -> String {
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(der))
}

fn private(path: &Path, text: String) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

/// A client that trusts an authority, and may have a certificate of its own.
async fn connect(
    address: &str,
    authority: &Authority,
    own: Option<&Issued>,
    version: &'static SupportedProtocolVersion,
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(authority.0.der().clone()).unwrap();
    let builder =
        ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_protocol_versions(&[version])
            .unwrap()
            .with_root_certificates(roots);
    let mut config = match own {
        None => builder.with_no_client_auth(),
        Some(own) => {
            let key = PrivatePkcs8KeyDer::from(own.key.serialize_der());
            let key = PrivateKeyDer::from(key);
            builder.with_client_auth_cert(vec![own.certificate.clone()], key).unwrap()
        }
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let stream = TcpStream::connect(address).await?;
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config)).connect(name, stream).await
}

fn shown(stream: &TlsStream<TcpStream>) -> CertificateDer<'static> {
    stream.get_ref().1.peer_certificates().unwrap()[0].clone().into_owned()
}

/// Starts `serve` with the files that [`Issued::write`] and [`Authority::write`] have made.
async fn serve(world: &World, more: &[&str]) -> (Running, String) {
    let (certificate, key) = (world.path("cert.pem"), world.path("key.pem"));
    let mut arguments = vec!["serve", "--bind", "127.0.0.1:0", "--tls-cert"];
    arguments.extend([certificate.to_str().unwrap(), "--tls-key", key.to_str().unwrap()]);
    arguments.extend(more);
    let mut serve = world.start(&arguments).await;
    let ready = serve.line().await;
    let address = ready.trim().strip_prefix("ready https://").expect("https");
    (serve, address.trim_end_matches("/webhook").to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_is_served_and_renewed_without_an_end_of_any_connection() {
    let world = World::linked().await;
    let authority = Authority::new();
    let first = authority.issues("first", &["localhost"], false);
    first.write(&world);
    let (mut serve, address) = serve(&world, &[]).await;
    let mut old = connect(&address, &authority, None, &version::TLS13).await.unwrap();
    assert_eq!(shown(&old), first.certificate);
    assert_eq!(old.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
    assert_eq!(exchange(&mut old, &delivery("a")).await.unwrap(), 200);
    let mut older = connect(&address, &authority, None, &version::TLS12).await.unwrap();
    assert_eq!(exchange(&mut older, &delivery("b")).await.unwrap(), 200);

    let second = authority.issues("second", &["localhost"], false);
    second.write(&world);
    serve.signal("-HUP").await;
    serve.says("reloaded the certificate").await;
    let new = connect(&address, &authority, None, &version::TLS13).await.unwrap();
    assert_eq!(shown(&new), second.certificate);
    assert_eq!(exchange(&mut old, &delivery("c")).await.unwrap(), 200);

    fs::write(world.path("cert.pem"), "half a file").unwrap();
    serve.signal("-HUP").await;
    serve.says("keeping the old one").await;
    let new = connect(&address, &authority, None, &version::TLS13).await.unwrap();
    assert_eq!(shown(&new), second.certificate);

    // Nobody waits for a handshake that does not come.
    let silent = TcpStream::connect(&address).await.unwrap();
    serve.stop().await.ok();
    drop(silent);
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_cannot_be_used_are_named_with_what_to_do() {
    let world = World::linked().await;
    let authority = Authority::new();
    let (own, other) = (
        authority.issues("own", &["localhost"], false),
        authority.issues("other", &["localhost"], false),
    );
    let file = |name: &str| world.path(name).to_str().unwrap().to_owned();
    own.write(&world);
    authority.write(&world.path("ca.pem"));
    let key = pem("PRIVATE KEY", own.key.serialized_der());
    private(&world.path("other.pem"), pem("PRIVATE KEY", other.key.serialized_der()));
    private(&world.path("encrypted.pem"), key.replace("PRIVATE", "ENCRYPTED PRIVATE"));
    private(&world.path("one-line.pem"), key.replace('\n', ""));
    private(&world.path("cut.pem"), pem("PRIVATE KEY", &own.key.serialized_der()[..40]));
    fs::write(world.path("open.pem"), &key).unwrap();
    fs::set_permissions(world.path("open.pem"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::write(world.path("cut-cert.pem"), pem("CERTIFICATE", &own.certificate[..100])).unwrap();
    let made = std::process::Command::new("mkfifo").arg(world.path("pipe")).status().unwrap();
    assert!(made.success());
    for (certificate, key, authorities, message, hint) in [
        ("pipe", "key.pem", "ca.pem", "not a regular file", "check the path"),
        ("cert.pem", "pipe", "ca.pem", "not a regular file", "check the path"),
        ("cert.pem", "key.pem", "pipe", "not a regular file", "check the path"),
        ("none.pem", "key.pem", "ca.pem", "cannot read", "check the path"),
        ("key.pem", "key.pem", "ca.pem", "no certificate found in", "BEGIN CERTIFICATE"),
        ("cut-cert.pem", "key.pem", "ca.pem", "cannot use the certificate in", "ECDSA"),
        ("cert.pem", "none.pem", "ca.pem", "cannot read", "check the path"),
        ("cert.pem", "cert.pem", "ca.pem", "can be read by others", "chmod 600"),
        ("cert.pem", "open.pem", "ca.pem", "can be read by others", "chmod 600"),
        ("cert.pem", "encrypted.pem", "ca.pem", "no private key found in", "openssl pkey"),
        ("cert.pem", "one-line.pem", "ca.pem", "no private key found in", "PEM"),
        ("cert.pem", "cut.pem", "ca.pem", "cannot use the private key in", "ECDSA"),
        ("cert.pem", "other.pem", "ca.pem", "does not match", "issued for"),
        ("cert.pem", "key.pem", "none.pem", "cannot read", "check the path"),
        ("cert.pem", "key.pem", "cut-cert.pem", "cannot use the certificate in", "ECDSA"),
    ] {
        let (certificate, key, authorities) = (file(certificate), file(key), file(authorities));
        let mut arguments = vec!["serve", "--bind", "127.0.0.1:0", "--tls-cert", &certificate];
        arguments.extend(["--tls-key", &key, "--tls-client-ca", &authorities]);
        let ended = world.run(&arguments).await;
        assert_eq!(ended.code, 3, "{ended:?}");
        assert!(ended.stderr.contains(message), "`{message}`: {ended:?}");
        assert!(ended.stderr.contains(hint), "`{hint}`: {ended:?}");
        let body = &own.key.serialize_der()[40..70];
        assert!(!ended.stderr.contains(&STANDARD.encode(body)), "a key was said: {ended:?}");
    }
    for alone in ["--tls-cert", "--tls-key", "--tls-client-ca"] {
        assert_eq!(world.run(&["serve", alone, &file("cert.pem")]).await.code, 2, "{alone}");
    }

    // One that has ended is served all the same: an old certificate may be better than none.
    authority.issues("ended", &["localhost"], true).write(&world);
    let (mut serve, _) = serve(&world, &[]).await;
    serve.says("the certificate has expired").await;
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn only_clients_with_the_right_name_from_the_right_authority_come_in() {
    let world = World::linked().await;
    let (own, clients, stranger) = (Authority::new(), Authority::new(), Authority::new());
    own.issues("server", &["localhost"], false).write(&world);
    let file = world.path("ca.pem");
    clients.write(&file);
    let (mut serve, address) = serve(&world, &["--tls-client-ca", file.to_str().unwrap()]).await;
    let by_common_name = clients.issues(META, &[], false);
    let by_alternative = clients.issues("whatever", &[META], false);
    for (client, fine, said) in [
        (Some(&by_common_name), true, false),
        (Some(&by_alternative), true, false),
        (None, false, true),
        (
            Some(&clients.issues("ads.fbclientcerts.com", &["ads.fbclientcerts.com"], false)),
            false,
            true,
        ),
        // The same cause again within a minute.
        (Some(&clients.issues(&format!("not-{META}"), &[], false)), false, false),
        (Some(&clients.issues(META, &[META], true)), false, true),
        (Some(&stranger.issues(META, &[META], false)), false, true),
    ] {
        for version in [&version::TLS12, &version::TLS13] {
            let answered = async {
                let mut stream = connect(&address, &own, client, version).await?;
                exchange(&mut stream, &delivery("a")).await
            };
            assert_eq!(answered.await.is_ok_and(|it| it == 200), fine, "{version:?}");
        }
        if said {
            serve.says("refused a client by its certificate").await;
        }
    }
    // Other authorities, after a reload: who came in before does not any more.
    stranger.write(&file);
    serve.signal("-HUP").await;
    serve.says("reloaded the certificate").await;
    let refused = async {
        let mut stream = connect(&address, &own, Some(&by_common_name), &version::TLS13).await?;
        exchange(&mut stream, &delivery("a")).await
    };
    assert!(refused.await.is_err());
    serve.stop().await.ok();
}
