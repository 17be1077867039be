//! Checks that ask Instagram.

use super::{Check, Doctor};
use crate::config::Setting;
use crate::domain::account::Account;
use crate::graph::class::ErrorClass;
use crate::graph::subscriptions::MetaApp;
use crate::graph::{Graph, GraphError};
use crate::ops::{OpsError, Services, causes, link, register, subscribe};
use crate::store::Store;

/// A clock further off than this makes expiry times wrong and confuses logs.
const SKEW_SECONDS: i64 = 120;

impl Doctor<'_> {
    pub(super) async fn instagram_checks(&self) -> Vec<Check> {
        let Some(graph) = &self.graph else {
            return vec![Check::skipped(
                "instagram",
                "the settings do not allow calls to Instagram",
            )];
        };
        let served = match graph.served().await {
            Ok(served) => served,
            Err(error) => {
                let fix =
                    "check network, proxy and root certificates (the package ca-certificates)";
                return vec![Check::failure("instagram", causes(&error), fix)];
            }
        };
        let skew = served.date.map(|date| self.clock.now().duration_since(date).as_secs());
        let clock = match skew {
            None => Check::skipped("clock-skew", "Instagram's answer has no date"),
            Some(skew) if skew.abs() > SKEW_SECONDS => Check::failure(
                "clock-skew",
                format!("this machine's clock is {skew} seconds off Instagram's"),
                "set the clock, and keep it right with NTP",
            ),
            Some(skew) => Check::ok("clock-skew", format!("{skew} seconds")),
        };
        let wanted = self.settings.get(Setting::ApiVersion).unwrap_or_default();
        let version = match served.version {
            None => Check::skipped("version-served", "Instagram's answer names no version"),
            Some(version) if version == wanted => Check::ok("version-served", version),
            Some(version) => Check::warning(
                "version-served",
                format!("{version} answers instead of {wanted}"),
                "run `igbot config unset INSTAGRAM_API_VERSION`",
            ),
        };
        vec![
            Check::ok("instagram", "reachable"),
            clock,
            version,
            self.app_subscription(graph).await,
        ]
    }

    /// The two layers above the account: callback URL and fields of the app (reference 5).
    async fn app_subscription(&self, graph: &Graph) -> Check {
        const ID: &str = "app-subscription";
        let app = self.settings.app_id(Setting::MetaAppId).ok();
        let secret = self.settings.secret(Setting::MetaAppSecret).ok().flatten();
        let (Some(app), Some(secret)) = (app, secret) else {
            return Check::skipped(ID, "needs META_APP_ID and META_APP_SECRET");
        };
        let fix = "set callback URL and fields in the App Dashboard, under webhooks";
        let app = MetaApp { id: app.to_owned(), secret };
        let found = match register::registered(graph, &app).await {
            Ok(found) => found,
            Err(error) => {
                let fix = "check that META_APP_ID and META_APP_SECRET are those of \"App settings > Basic\"";
                return Check::failure(ID, causes(&error), fix);
            }
        };
        let Some(found) = found.filter(|it| it.active) else {
            return Check::failure(ID, "the app has no active webhook for Instagram", fix);
        };
        let backend = self.settings.get(Setting::BackendUrl).map(|base| base.trim_end_matches('/'));
        let below = |base: &str| {
            found.callback_url.strip_prefix(base).is_some_and(|rest| rest.starts_with('/'))
        };
        if backend.is_some_and(|base| !below(base)) {
            let message = format!("deliveries go to {}, not to BACKEND_URL", found.callback_url);
            return Check::warning(ID, message, fix);
        }
        match found.fields.iter().any(|field| field == "messages") {
            true => {
                Check::ok(ID, format!("{} fields, to {}", found.fields.len(), found.callback_url))
            }
            false => Check::failure(ID, "the field `messages` is not ticked for the app", fix),
        }
    }

    pub(super) async fn online_account_checks(
        &self,
        store: &Store,
        accounts: &[Account],
    ) -> Vec<Check> {
        let Some(graph) = self.graph.clone() else { return Vec::new() };
        let services = Services {
            store: store.clone(),
            graph,
            clock: self.clock.clone(),
            random: self.random.clone(),
        };
        let mut checks = Vec::new();
        for account in accounts {
            let verified = link::verify(&services, account).await;
            let subscription = match verified {
                Ok(_) => subscribed(account, subscribe::status(&services, account).await),
                Err(_) => Check::skipped(SUBSCRIPTION, "not asked: see token-online"),
            };
            checks.push(token(account, verified.err()).of(&account.alias));
            checks.push(subscription.of(&account.alias));
        }
        checks
    }
}

fn token(account: &Account, error: Option<OpsError>) -> Check {
    const ID: &str = "token-online";
    let Some(error) = error else { return Check::ok(ID, "Instagram accepts the token") };
    let class = match &error {
        OpsError::Account { source, .. } => source.class(),
        _ => None,
    };
    let text = match &error {
        OpsError::Account { source, .. } => causes(source),
        other => other.to_string(),
    };
    match class {
        _ if matches!(error, OpsError::TokenOfAnother { .. }) => Check::failure(
            ID,
            text,
            format!("run `igbot login --alias {}` as the right account", account.alias),
        ),
        Some(ErrorClass::LoginNeeded(_)) => {
            Check::failure(ID, text, format!("run `igbot login --alias {}`", account.alias))
        }
        Some(ErrorClass::NoRole) => Check::failure(
            ID,
            "the account has no role on the app, or the app has no Advanced Access (code 100 \"Unsupported request\")",
            "add it under \"App roles > Instagram testers\" and accept the invitation at instagram.com, or pass the app review",
        ),
        Some(ErrorClass::RateLimited | ErrorClass::Temporary) | None => {
            Check::warning(ID, text, "try again later; the token may be fine")
        }
        Some(_) => Check::failure(ID, text, "see the message"),
    }
}

const SUBSCRIPTION: &str = "subscription-online";

fn subscribed(account: &Account, subscription: Result<subscribe::Subscription, OpsError>) -> Check {
    let fix = format!("run `igbot webhook subscribe -A {}`", account.alias);
    match subscription {
        Ok(it) if it.subscribed_fields.iter().any(|field| field == "messages") => {
            Check::ok(SUBSCRIPTION, it.subscribed_fields.join(", "))
        }
        Ok(it) if it.subscribed_fields.is_empty() => {
            Check::failure(SUBSCRIPTION, "Instagram delivers nothing for this account", fix)
        }
        Ok(_) => {
            Check::failure(SUBSCRIPTION, "Instagram delivers no `messages` for this account", fix)
        }
        Err(OpsError::Account { source: source @ GraphError::Api(_), .. }) => {
            Check::failure(SUBSCRIPTION, causes(&source), fix)
        }
        Err(error) => Check::warning(SUBSCRIPTION, error.cause(), "try again later"),
    }
}
