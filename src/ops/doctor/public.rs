//! Checks that look at the public address of `serve` the way Meta does.

use std::net::ToSocketAddrs as _;

use url::Url;

use super::{Check, Doctor};
use crate::config::Setting;
use crate::graph::Graph;
use crate::ops::causes;
use crate::webhook::signature::Signature;

/// Delivered by the body check: escapes that a proxy which re-encodes JSON would change, and no
/// event that anybody would store.
const PROBE: &[u8] = br#"{"object":"instagram","entry":[],"probe":"\u00f3 \/ \ud83d\udc4d"}"#;

impl Doctor<'_> {
    /// Looks at a public address of `serve` as Meta does: name, certificate, handshake, and whether a
    /// signed body arrives as it was sent.
    pub async fn probe(&self, webhook: &Url) -> Vec<Check> {
        let host = webhook.host_str().unwrap_or_default().to_owned();
        let port = webhook.port_or_known_default().unwrap_or(443);
        let name = (host.clone(), port);
        let resolved =
            tokio::task::spawn_blocking(move || name.to_socket_addrs().map(Iterator::count));
        if !matches!(resolved.await, Ok(Ok(1..))) {
            let fix = "set the DNS record of the host";
            return vec![Check::failure("public-dns", format!("{host} has no address"), fix)];
        }
        let mut checks = vec![Check::ok("public-dns", format!("{host} has an address"))];
        let Some(graph) = &self.graph else { return checks };
        checks.extend(self.handshake(graph, webhook).await);
        checks.push(self.body_unchanged(graph, webhook).await);
        checks
    }

    /// Connection, certificate, redirects and the answer to a handshake.
    async fn handshake(&self, graph: &Graph, webhook: &Url) -> Vec<Check> {
        let Ok(token) = self.settings.verify_token() else {
            return vec![Check::skipped("public-handshake", "the verify token is unknown")];
        };
        let challenge = self.random.token();
        let answer = match graph.shake_hands(webhook, &token, &challenge).await {
            Ok(answer) => answer,
            Err(error) => {
                return vec![Check::failure(
                    "public-tls",
                    causes(&error),
                    "check that the proxy is up, with a certificate from a public CA and the full chain",
                )];
            }
        };
        let tls = match webhook.scheme() {
            "https" => Check::ok("public-tls", "connection and certificate are fine"),
            _ => Check::warning("public-tls", "not https", "Instagram delivers to https only"),
        };
        let redirect = match answer.redirects {
            true => Check::failure(
                "public-redirect",
                format!("the address redirects (HTTP {})", answer.status),
                "register the address it redirects to: Instagram does not follow redirects",
            ),
            false => Check::ok("public-redirect", "no redirect"),
        };
        let handshake = match (answer.status, answer.body == challenge) {
            (200, true) => Check::ok("public-handshake", "the challenge was returned"),
            (403, _) => Check::failure(
                "public-handshake",
                "the verify token was refused",
                "`igbot serve` runs with another INSTAGRAM_VERIFY_TOKEN",
            ),
            (status, _) => Check::failure(
                "public-handshake",
                format!("HTTP {status} instead of the challenge"),
                "check that the proxy passes /webhook to `igbot serve`",
            ),
        };
        vec![tls, redirect, handshake]
    }

    /// Delivers a signed body with escapes: it verifies only if nothing on the way changed it.
    async fn body_unchanged(&self, graph: &Graph, webhook: &Url) -> Check {
        const ID: &str = "public-body";
        let Ok(secret) = self.settings.need_secret(Setting::AppSecret) else {
            return Check::skipped(ID, "the app secret is unknown");
        };
        let signature = Signature::of(&secret, PROBE).header();
        match graph.deliver(webhook, PROBE.to_vec(), &signature).await {
            Err(error) => Check::failure(ID, causes(&error), "see the check `public-tls`"),
            Ok(answer) if answer.status == 200 => Check::ok(ID, "a signed body arrives unchanged"),
            Ok(answer) if answer.status == 401 => Check::failure(
                ID,
                "a signed body was refused",
                "a proxy changes the body, or `igbot serve` runs with another INSTAGRAM_APP_SECRET",
            ),
            Ok(answer) => Check::failure(
                ID,
                format!("a signed body was answered with HTTP {}", answer.status),
                "check that the proxy passes POST /webhook to `igbot serve`",
            ),
        }
    }
}
