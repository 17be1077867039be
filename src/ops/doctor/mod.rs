//! Finds out why something does not work, before somebody has to guess.
//!
//! Every check has an id that stays, says what it saw, and names the fix. Checks that ask Instagram
//! or the public address run only when wished; those that cannot run say so instead of failing.

mod accounts;
mod local;
mod online;
mod public;

pub use local::close;

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;
use url::Url;

use crate::clock::SharedClock;
use crate::config::Settings;
use crate::graph::Graph;
use crate::random::SharedRandom;
use crate::store::{Store, StoreError};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As it should be.
    Ok,
    /// It works, or may, but look at it.
    Warning,
    /// It does not work.
    Failure,
    /// It could not be looked at.
    Skipped,
}

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Check {
    /// Its name, the same in every version.
    pub id: &'static str,
    /// The account it is about, by alias.
    pub account: Option<String>,
    /// How it ended.
    pub status: Status,
    /// What it saw.
    pub message: String,
    /// What to do about it.
    pub fix: Option<String>,
}

impl Check {
    fn new(id: &'static str, status: Status, message: impl Into<String>) -> Self {
        Self { id, account: None, status, message: message.into(), fix: None }
    }

    fn ok(id: &'static str, message: impl Into<String>) -> Self {
        Self::new(id, Status::Ok, message)
    }

    fn warning(id: &'static str, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { fix: Some(fix.into()), ..Self::new(id, Status::Warning, message) }
    }

    fn failure(id: &'static str, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { fix: Some(fix.into()), ..Self::new(id, Status::Failure, message) }
    }

    fn skipped(id: &'static str, message: impl Into<String>) -> Self {
        Self::new(id, Status::Skipped, message)
    }

    fn of(self, alias: impl ToString) -> Self {
        Self { account: Some(alias.to_string()), ..self }
    }
}

/// What the checks look at.
pub struct Doctor<'a> {
    /// Settings as resolved.
    pub settings: &'a Settings,
    /// Where the key file would lie.
    pub key_file: Option<PathBuf>,
    /// The store, or why it does not open; absent where not even its path or key is known.
    pub store: Option<Result<Store, StoreError>>,
    /// Instagram, if the settings allow to reach it.
    pub graph: Option<Graph>,
    /// The time.
    pub clock: SharedClock,
    /// Randomness, for probes.
    pub random: SharedRandom,
}

/// Which checks to run beside those on this machine.
#[derive(Debug, Default)]
pub struct Reach {
    /// Ask Instagram.
    pub online: bool,
    /// Ask this public address of `serve`.
    pub public_url: Option<Url>,
}

impl Doctor<'_> {
    /// Runs the checks, those on this machine first.
    pub async fn examine(&self, reach: &Reach) -> Vec<Check> {
        let mut checks = self.settings_checks();
        checks.extend(self.file_checks());
        let store = match &self.store {
            Some(Ok(store)) => Some(store),
            _ => None,
        };
        // Asked first: what is known here may be out of date.
        let mut online = Vec::new();
        if reach.online {
            online.extend(self.instagram_checks().await);
            if let Some(store) = store {
                let accounts = store.accounts().await.unwrap_or_default();
                online.extend(self.online_account_checks(store, &accounts).await);
            }
        }
        if let Some(store) = store {
            match store.accounts().await {
                Ok(accounts) => {
                    checks.extend(self.account_checks(&accounts));
                    checks.extend(self.inbox_checks(store).await);
                }
                // What it does not tell cannot be mended one by one.
                Err(error) => {
                    let fix = local::fix_of_store(&error);
                    checks.push(Check::failure("accounts", error.to_string(), fix));
                }
            }
        }
        checks.extend(online);
        if let Some(url) = &reach.public_url {
            checks.extend(self.probe(url).await);
        }
        checks
    }
}
