use serde_json::Value;

use super::account::NO_ACCOUNT;
use super::token::span;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::{stamp, table};
use crate::config::Setting;
use crate::ops::limits::{self, AccountLimits, BucketView};

/// Show rate-limit usage per account, and when calls are possible again
///
/// All processes that use the store share these limits, and slow down when Instagram reports that
/// one is nearly reached.
#[derive(Debug, clap::Args)]
pub(crate) struct LimitsArgs {}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[JsonResult::document::<Vec<AccountLimits>>("limits")];

pub(crate) async fn run(_: LimitsArgs, context: Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let accounts = match context.settings.get(Setting::Account) {
        Some(name) => vec![context.account(&store, Some(name)).await?],
        None => store.accounts().await?,
    };
    if accounts.is_empty() {
        context.ui.say(NO_ACCOUNT);
    }
    let mut views = Vec::new();
    for account in &accounts {
        views.push(limits::limits(&store, account, context.now()).await?);
    }
    context.ui.result(&views, |views| match views.as_slice() {
        [] => String::new(),
        views => {
            let usage = views.iter().map(usage).collect();
            let buckets = views.iter().flat_map(|it| it.buckets.iter().map(|one| row(it, one)));
            let headers = ["ALIAS", "USED", "REPORTED", "CALLS", "BLOCKED UNTIL", "HEADERS"];
            let usage = table(headers, usage);
            let buckets = table(["ALIAS", "LIMIT", "RATE", "NEXT CALL"], buckets.collect());
            format!("{usage}\n{buckets}")
        }
    })
}

/// What Instagram said.
fn usage(limits: &AccountLimits) -> [String; 6] {
    let blocked = limits.blocked_until.map(stamp).unwrap_or_default();
    let Some(usage) = &limits.usage else {
        let rest = ["never", "normal"].map(str::to_owned);
        let [said, calls] = rest;
        return [limits.alias.clone(), String::new(), said, calls, blocked, String::new()];
    };
    let headers = usage.app.iter().chain(&usage.business).map(Value::to_string);
    [
        limits.alias.clone(),
        format!("{} %", usage.percent),
        format!("{} ago", span(usage.age_seconds.max(0))),
        match usage.slowed {
            1 => "normal".to_owned(),
            times => format!("{times} times slower"),
        },
        blocked,
        headers.collect::<Vec<_>>().join(" "),
    ]
}

/// One limit of igbot's own.
fn row(limits: &AccountLimits, bucket: &BucketView) -> [String; 4] {
    let rate = match bucket.per_second {
        rate if rate < 1.0 => format!("{:.0}/h", rate * 3_600.0),
        rate => format!("{rate:.1}/s"),
    };
    let next = match bucket.wait_seconds {
        wait if wait <= 0.0 => "now".to_owned(),
        wait => format!("in {:.0} s", wait.ceil()),
    };
    [limits.alias.clone(), bucket.bucket.replace('_', " "), rate, next]
}
