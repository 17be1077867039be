//! Hands an event to the owner's program behind a URL.
//!
//! Signed after the Standard Webhooks scheme with a key of its own, never the app secret. Redirects
//! are not followed, and a public name that leads to a private address is refused: whoever can
//! change a DNS record must not reach into the network (security, 16).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, DATE, RETRY_AFTER};
use reqwest::{Client, redirect};
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use sha2::Sha256;
use url::{Host, Url};

use super::HandlerError;
use crate::clock::SharedClock;
use crate::domain::event::EventKey;
use crate::domain::time;

/// How long a connection may take: a bot that is not there is told from one that thinks.
const CONNECT: Duration = Duration::from_secs(3);

/// Most bytes read of an answer.
const MAX_ANSWER: usize = 64 * 1024;

/// What keys of the scheme begin with.
const KEY_PREFIX: &str = "whsec_";

/// Fewest bytes of a key.
const MIN_KEY: usize = 24;

/// Names that are private by what they are, beside those without a dot.
const PRIVATE_SUFFIXES: [&str; 5] = [".localhost", ".local", ".internal", ".lan", ".home.arpa"];

/// A key that signs events on their way to a URL.
#[derive(Clone)]
pub struct ForwardKey(SecretSlice<u8>);

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key must be `whsec_` followed by at least {MIN_KEY} bytes in base64")]
pub struct InvalidForwardKey;

impl ForwardKey {
    /// Reads a key as the scheme writes them, with or without `whsec_`.
    ///
    /// # Errors
    /// Anything but base64, or too short.
    pub fn parse(text: &SecretString) -> Result<Self, InvalidForwardKey> {
        let text = text.expose_secret().trim();
        let bytes = STANDARD.decode(text.strip_prefix(KEY_PREFIX).unwrap_or(text));
        match bytes {
            Ok(bytes) if bytes.len() >= MIN_KEY => Ok(Self(bytes.into())),
            _ => Err(InvalidForwardKey),
        }
    }

    fn sign(&self, id: &str, timestamp: i64, body: &[u8]) -> String {
        // HMAC is defined for keys of every length; the error type belongs to the trait.
        #[expect(clippy::expect_used)]
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.expose_secret())
            .expect("HMAC takes keys of any length");
        mac.update(format!("{id}.{timestamp}.").as_bytes());
        mac.update(body);
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    }
}

/// What a URL answered.
pub(super) struct Answer {
    pub(super) body: Vec<u8>,
    /// It says that it is JSON, and not that it is text.
    pub(super) is_json: bool,
}

/// A program behind a URL.
#[derive(Clone)]
pub struct Endpoint {
    url: Url,
    client: Client,
    key: ForwardKey,
    clock: SharedClock,
}

impl Endpoint {
    /// Prepares calls to `url` that may take `limit` each.
    ///
    /// # Errors
    /// A TLS set-up that fails, as on a system without root certificates.
    pub fn new(
        url: Url,
        key: ForwardKey,
        limit: Duration,
        clock: SharedClock,
    ) -> Result<Self, HandlerError> {
        // Fails only if a provider was installed before, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .timeout(limit)
            .connect_timeout(CONNECT.min(limit))
            .redirect(redirect::Policy::none())
            .user_agent(concat!("igbot/", env!("CARGO_PKG_VERSION")));
        builder = match named_private(&url) {
            // What is private is not behind the proxy of the environment.
            true => builder.no_proxy(),
            false => {
                builder.dns_resolver(PublicOnly(url.host_str().unwrap_or_default().to_owned()))
            }
        };
        let client = builder.build().map_err(unreachable)?;
        let endpoint = Self { url, client, key, clock };
        if endpoint.url.scheme() == "http" && !named_private(&endpoint.url) {
            tracing::warn!(bot = %endpoint, "what people write goes to this bot unencrypted; use https");
        }
        Ok(endpoint)
    }

    pub(super) fn url(&self) -> &Url {
        &self.url
    }

    /// Posts an event and gives the answer. A repeat of the event has the same id.
    pub(super) async fn run(&self, key: EventKey, body: Vec<u8>) -> Result<Answer, HandlerError> {
        let (id, timestamp) = (format!("evt_{}", key.hex()), self.clock.now().as_second());
        let signature = self.key.sign(&id, timestamp, &body);
        let request = self
            .client
            .post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature)
            .body(body);
        let mut answer = request.send().await.map_err(unreachable)?;
        if !answer.status().is_success() {
            let text = |name| answer.headers().get(name)?.to_str().ok();
            let rest = text(RETRY_AFTER).and_then(|asked| time::retry_after(asked, text(DATE)));
            return Err(HandlerError::Status { status: answer.status().as_u16(), rest });
        }
        let encoding = answer.headers().get(CONTENT_ENCODING).map(|it| it.to_str().unwrap_or("?"));
        let encoding = encoding.unwrap_or_default().trim().to_ascii_lowercase();
        let is_compressed = !matches!(&*encoding, "" | "identity");
        let kind = answer.headers().get(CONTENT_TYPE).cloned();
        let mut output = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
            if output.len() + chunk.len() > MAX_ANSWER {
                return Err(HandlerError::TooLong(MAX_ANSWER));
            }
            output.extend_from_slice(&chunk);
        }
        if is_compressed && !output.is_empty() {
            return Err(HandlerError::Compressed);
        }
        // A page that some proxy made must not be sent to a customer.
        let kind = kind.as_ref().and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let kind = kind.to_ascii_lowercase();
        let (kind, parameters) = kind.split_once(';').unwrap_or((&kind, ""));
        let charset = parameters.split(';').find_map(|it| it.trim().strip_prefix("charset="));
        let charset = charset.map_or("utf-8", |it| it.trim_matches('"'));
        let is_utf8 = matches!(charset, "utf-8" | "utf8" | "us-ascii" | "ascii");
        let is_json = match kind.trim() {
            "application/json" | "application/x-ndjson" => true,
            kind if kind.starts_with("application/") && kind.ends_with("+json") => true,
            // JSON has no other encoding, whatever is said of it (RFC 8259).
            "text/plain" if !is_utf8 && !output.is_ascii() => return Err(HandlerError::Charset),
            "text/plain" => false,
            _ if output.is_empty() => false,
            _ => return Err(HandlerError::ContentType),
        };
        Ok(Answer { body: output, is_json })
    }
}

/// Equal if they ask the same address: the rest is the same throughout a process.
impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        self.url == other.url
    }
}

impl Eq for Endpoint {}

/// Shows where, without what may hold a secret, as the path of a webhook does.
impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url.origin().ascii_serialization())
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Endpoint({self})")
    }
}

fn unreachable(error: reqwest::Error) -> HandlerError {
    let error = error.without_url();
    if error.is_connect() {
        HandlerError::Unreachable(error.into())
    } else if error.is_timeout() {
        HandlerError::NoAnswer
    } else {
        HandlerError::BrokenOff(error.into())
    }
}

/// Whether whoever wrote the URL knew that it is private.
fn named_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            !name.contains('.') || PRIVATE_SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
        }
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => true,
        None => false,
    }
}

/// Resolves names, but this one not to addresses inside a network. The other is that of a proxy, to
/// which the check is left then.
struct PublicOnly(String);

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let checked = name.as_str().eq_ignore_ascii_case(&self.0);
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if checked && found.iter().any(|address| is_private(address.ip())) {
                return Err("its name resolves to a private address".into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

fn is_private(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(ip) => {
            let [first, second, ..] = ip.octets();
            ip.is_private()
                || ip.is_loopback()
                || ip.is_link_local()
                || ip.is_unspecified()
                || ip.is_broadcast()
                || ip.is_multicast()
                // Shared by carriers, as by some clouds for their metadata (RFC 6598).
                || (first == 100 && (64..128).contains(&second))
                // For measuring networks (RFC 2544), for protocols (RFC 6890), and for later.
                || (first == 198 && (18..20).contains(&second))
                || ip.octets().starts_with(&[192, 0, 0])
                || first == 0
                || first >= 240
        }
        IpAddr::V6(ip) => {
            let segments = ip.segments();
            ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_unique_local()
                || ip.is_unicast_link_local()
                || ip.is_multicast()
                // Site-local once, and the NAT64 of a network of one's own (RFC 8215).
                || segments[0] & 0xffc0 == 0xfec0
                || segments.starts_with(&[0x64, 0xff9b, 1])
                // Teredo hides where it leads.
                || segments.starts_with(&[0x2001, 0])
                || within(segments).is_some_and(|ip| is_private(ip.into()))
        }
    }
}

/// The IPv4 address to which an IPv6 address leads: by NAT64 (RFC 6052), by 6to4 (RFC 3056), or as it
/// was once written.
fn within(segments: [u16; 8]) -> Option<Ipv4Addr> {
    let [high, low] = match segments {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => [high, low],
        [0, 0, 0, 0, 0, 0, high, low] => [high, low],
        _ => return None,
    };
    Some(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Standard Webhooks specification's libraries.
    #[test]
    fn the_published_example_of_the_scheme_is_reproduced() {
        let key = SecretString::from("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        let key = ForwardKey::parse(&key).unwrap();
        let body = br#"{"test": 2432232314}"#;
        let signature = key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn keys_are_base64_of_some_length() {
        for (text, fine) in [
            ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true),
            ("whsec_short", false),
            ("whsec_", false),
            ("", false),
            ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!", false),
        ] {
            assert_eq!(ForwardKey::parse(&SecretString::from(text)).is_ok(), fine, "{text}");
        }
    }

    #[test]
    fn private_addresses_are_known_and_so_are_private_names() {
        for (address, private) in [
            ("127.0.0.1", true),
            ("10.1.2.3", true),
            ("172.31.0.1", true),
            ("169.254.169.254", true),
            ("100.100.100.200", true),
            ("0.0.0.0", true),
            ("::1", true),
            ("::ffff:192.168.0.1", true),
            ("fd00::1", true),
            ("fe80::1", true),
            ("64:ff9b::7f00:1", true),
            ("64:ff9b::a9fe:a9fe", true),
            ("64:ff9b:1::808:808", true),
            ("2002:7f00:1::1", true),
            ("::127.0.0.1", true),
            ("fec0::1", true),
            ("2001:0:7f00:1::1", true),
            ("198.18.0.1", true),
            ("192.0.0.1", true),
            ("240.0.0.1", true),
            ("64:ff9b::808:808", false),
            ("2002:808:808::1", false),
            ("8.8.8.8", false),
            ("100.128.0.1", false),
            ("2606:4700::1", false),
        ] {
            assert_eq!(is_private(address.parse().unwrap()), private, "{address}");
        }
        for (url, named) in [
            ("http://localhost:9000/", true),
            ("http://bot:9000/", true),
            ("http://bot.internal/", true),
            ("http://192.168.0.4/", true),
            ("http://[fd00::1]/", true),
            ("https://bot.example.com/", false),
            ("https://localhost.example.com/", false),
        ] {
            assert_eq!(named_private(&Url::parse(url).unwrap()), named, "{url}");
        }
    }

    #[tokio::test]
    async fn a_public_name_does_not_lead_to_this_machine() {
        let resolve =
            |host: &str| PublicOnly(host.to_owned()).resolve("localhost".parse().unwrap());
        assert!(resolve("localhost").await.is_err());
        assert!(resolve("bot.example.com").await.is_ok(), "it is that of a proxy");
    }
}
