//! Checks of what the store knows: accounts, their tokens, and the inbox.

use jiff::{SignedDuration, Timestamp};

use super::{Check, Doctor, local};
use crate::bot::exec;
use crate::config::{BotHandler, Setting};
use crate::domain::account::{Account, AccountType};
use crate::domain::token::TokenState;
use crate::graph::oauth::DEFAULT_SCOPES;
use crate::ops::{self, OpsError};
use crate::store::health::{InboxHealth, OpenWork};
use crate::store::secrets::{RefusedDelivery, SecretUse};
use crate::store::{Store, StoreError};

/// A token refreshed in its last third is never older than this.
const OLD_TOKEN: SignedDuration = SignedDuration::from_hours(45 * 24);

/// What waits for less is nothing to speak of: a first attempt may fail.
const MOMENT: SignedDuration = SignedDuration::from_mins(1);

/// A quiet inbox is worth a look after this; Instagram stops delivering after long failure.
const LONG_SILENCE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// An old secret is in use for as long as Instagram may repeat what it signed, 36 hours (reference
/// 8.3), and some more.
const REPEATS: SignedDuration = SignedDuration::from_hours(48);

impl Doctor<'_> {
    pub(super) fn account_checks(&self, accounts: &[Account]) -> Vec<Check> {
        const ID: &str = "accounts";
        let mut checks = vec![match accounts.len() {
            0 => Check::failure(ID, "no account is linked", "run `igbot login`"),
            count => Check::ok(ID, format!("{count} linked")),
        }];
        if let Some(name) = self.settings.get(Setting::Account)
            && ops::accounts::named(accounts, name).is_none()
        {
            let problem = format!("IGBOT_ACCOUNT is `{name}`, and no account is called that");
            checks.push(Check::failure("usual-account", problem, "see `igbot account list`"));
        }
        for account in accounts {
            let alias = &account.alias;
            checks.extend(
                [
                    self.expiry(account),
                    self.age(account),
                    ids(account),
                    account_type(account),
                    permissions(account),
                    subscribed(account),
                    self.bot(account),
                ]
                .map(|check| check.of(alias)),
            );
        }
        checks
    }

    fn expiry(&self, account: &Account) -> Check {
        const ID: &str = "token-expiry";
        let now = self.clock.now();
        let login = format!("run `igbot login --alias {}`", account.alias);
        let days = account.life.left(now).as_hours() / 24;
        if !account.active {
            return Check::failure(
                ID,
                "its owner has removed the app; the account is inactive",
                login,
            );
        }
        match account.life.state(now, account.login_needed_since.is_some()) {
            TokenState::Valid => Check::ok(ID, format!("{days} days left")),
            TokenState::Expiring => Check::warning(
                ID,
                format!("{days} days left"),
                "run `igbot refresh-tokens`, and add it to cron",
            ),
            TokenState::Expired => Check::failure(ID, "the token has expired", login),
            TokenState::LoginNeeded => Check::failure(ID, "Instagram refuses the token", login),
        }
    }

    fn age(&self, account: &Account) -> Check {
        const ID: &str = "token-age";
        let age = account.life.age(self.clock.now());
        let days = age.as_hours() / 24;
        if age > OLD_TOKEN {
            Check::warning(
                ID,
                format!("not refreshed for {days} days"),
                "check that `igbot refresh-tokens` runs from cron and exits with code 0",
            )
        } else if age.is_negative() {
            Check::warning(ID, "the token is dated in the future", "check this machine's clock")
        } else {
            Check::ok(ID, format!("{days} days old"))
        }
    }

    fn bot(&self, account: &Account) -> Check {
        const ID: &str = "bot";
        match account.bot.as_deref().map(|name| (name, self.settings.bot(name))) {
            None => Check::ok(ID, "answered by the bot that `igbot serve` is started with"),
            Some((name, Ok(bot))) => match &bot.handler {
                BotHandler::Exec(command)
                    if let Err(missing) = exec::find(&command.program)
                        .and_then(|()| exec::find_script(&command.program, &command.arguments)) =>
                {
                    let problem = format!("[bots.{name}]: {missing}");
                    Check::failure(ID, problem, "fix `exec` in the config file")
                }
                _ => Check::ok(ID, format!("answered by [bots.{name}]")),
            },
            Some((name, Err(error))) => Check::failure(
                ID,
                error.to_string(),
                format!("add [bots.{name}], or run `igbot account bot {} --none`", account.alias),
            ),
        }
    }

    pub(super) async fn inbox_checks(&self, store: &Store) -> Vec<Check> {
        match self.inbox(store).await {
            Ok(checks) => checks,
            Err(error) => {
                vec![Check::failure("inbox", error.to_string(), local::fix_of_store(&error))]
            }
        }
    }

    async fn inbox(&self, store: &Store) -> Result<Vec<Check>, StoreError> {
        let health = store.inbox_health().await?;
        let open = store.open_work(self.clock.now()).await?;
        Ok(vec![
            self.last_event(&health),
            only_tests(&health),
            unmatched(&health),
            self.refused(&health, store.last_refused().await?),
            dead_letters(&open),
            self.backlog(&open, store.next_due().await?),
            self.held_up(store.held_up(self.clock.now() - MOMENT).await?),
            self.signing_secret(&store.secret_uses().await?),
        ])
    }

    fn last_event(&self, health: &InboxHealth) -> Check {
        const ID: &str = "last-event";
        let Some(time) = health.last_real else {
            let fix = "run `igbot webhook status` and `igbot doctor --online`";
            return Check::warning(ID, "no event has arrived yet", fix);
        };
        let ago = self.clock.now().duration_since(time);
        match ago > LONG_SILENCE {
            true => Check::warning(
                ID,
                format!("the last event arrived {} days ago", ago.as_hours() / 24),
                "run `igbot doctor --online`: Instagram may have removed the subscription",
            ),
            false => Check::ok(ID, format!("the last event arrived at {time}")),
        }
    }

    fn refused(&self, health: &InboxHealth, last: Option<RefusedDelivery>) -> Check {
        const ID: &str = "refused-deliveries";
        let accepted = health.last_real.max(health.last_test);
        match last {
            Some(RefusedDelivery { at, reason })
                if accepted < Some(at) && self.clock.now().duration_since(at) < LONG_SILENCE =>
            {
                Check::warning(
                    ID,
                    format!(
                        "a delivery was refused at {at:.0} ({reason}), and none was accepted since"
                    ),
                    "see the log of `igbot serve` for the cause; mostly INSTAGRAM_APP_SECRET is not the secret of this app",
                )
            }
            _ => Check::ok(ID, "none was refused since the last that was accepted"),
        }
    }

    /// What is due and in nobody's hands. `next_due` is when the next message is; what failed before waits for
    /// its next attempt.
    fn backlog(&self, open: &OpenWork, next_due: Option<Timestamp>) -> Check {
        const ID: &str = "leases";
        let comments = match open.comments {
            0 => String::new(),
            count => format!(" ({count} of them comments, which wait for their turn)"),
        };
        let OpenWork { pending, running, .. } = open;
        let work = format!("queued events: {pending}{comments}; being handled: {running}");
        match (next_due.is_some_and(|due| due <= self.clock.now()), running) {
            (true, 0) => Check::warning(ID, work, "check that `igbot serve` is running with a bot"),
            _ => Check::ok(ID, work),
        }
    }

    /// What keeps events waiting although somebody works on them.
    fn held_up(&self, reason: Option<(String, u64)>) -> Check {
        const ID: &str = "held-up";
        match reason {
            None => Check::ok(ID, "nothing keeps events waiting"),
            Some((reason, count)) => Check::warning(
                ID,
                format!("events that wait for the same reason: {count} ({reason})"),
                "see `igbot event list --state pending` and the log of `igbot serve`",
            ),
        }
    }

    /// Which secrets are in use, and whether one of before a reset can go.
    fn signing_secret(&self, uses: &[SecretUse]) -> Check {
        const ID: &str = "signing-secret";
        let Some(last) = uses.iter().filter(|it| it.used.is_some()).max_by_key(|it| it.used) else {
            return Check::skipped(ID, "no delivery has arrived yet");
        };
        let (previous, current): (Vec<_>, Vec<_>) = uses.iter().partition(|it| {
            let setting = Setting::from_name(&it.name).filter(|setting| setting.is_previous());
            setting.is_some_and(|setting| self.settings.origin(setting).is_some())
        });
        let newest = current.iter().filter_map(|it| it.used).max();
        let idle = |it: &&&SecretUse| {
            let until = it.used.unwrap_or(it.known).max(it.known);
            newest.is_some_and(|newest| newest.duration_since(until) > REPEATS)
        };
        if let Some(old) = previous.iter().find(idle) {
            return Check::warning(
                ID,
                format!("{old}; newer deliveries use other secrets"),
                format!("remove the old secret: run `igbot config unset {}`", old.name),
            );
        }
        let told = previous.iter().filter(|it| **it != last).map(|it| format!("; {it}"));
        Check::ok(ID, told.fold(last.to_string(), |text, more| text + &more))
    }
}

fn ids(account: &Account) -> Check {
    const ID: &str = "account-ids";
    match account.account_id.as_str() == account.app_scoped_id.as_str() {
        true => Check::warning(
            ID,
            "only one of the account's two ids is known, so deliveries may not match",
            "run `igbot token status --online`, or `igbot login` again",
        ),
        false => Check::ok(ID, "both ids are known"),
    }
}

fn account_type(account: &Account) -> Check {
    const ID: &str = "account-type";
    match &account.account_type {
        Some(kind @ (AccountType::Business | AccountType::MediaCreator)) => {
            Check::ok(ID, kind.to_string())
        }
        Some(AccountType::Personal) => {
            let error = OpsError::NotProfessional { username: account.username.clone() };
            Check::failure(
                ID,
                error.to_string(),
                "switch it to a professional account in the Instagram app",
            )
        }
        Some(kind) => Check::warning(
            ID,
            format!("{kind}, which igbot does not know"),
            "check whether it works",
        ),
        None => Check::warning(ID, "not known", "run `igbot login` again"),
    }
}

fn permissions(account: &Account) -> Check {
    const ID: &str = "permissions";
    if account.permissions.is_empty() {
        return Check::skipped(ID, "Instagram did not report the granted permissions");
    }
    let missing: Vec<_> = DEFAULT_SCOPES
        .into_iter()
        .filter(|scope| !account.permissions.iter().any(|granted| granted == scope))
        .collect();
    match missing.as_slice() {
        [] => Check::ok(ID, "all that igbot needs are granted"),
        missing => Check::warning(
            ID,
            format!("not granted: {}", missing.join(", ")),
            format!("run `igbot login --alias {}` and select them", account.alias),
        ),
    }
}

fn subscribed(account: &Account) -> Check {
    const ID: &str = "subscription";
    let fields = &account.subscribed_fields;
    let fix = format!("run `igbot webhook subscribe -A {}`", account.alias);
    if fields.is_empty() {
        Check::failure(ID, "not subscribed to webhooks: Instagram delivers nothing", fix)
    } else if !fields.iter().any(|field| field == "messages") {
        Check::warning(ID, "not subscribed to `messages`", fix)
    } else {
        Check::ok(ID, format!("{} fields at the last check", fields.len()))
    }
}

fn only_tests(health: &InboxHealth) -> Check {
    const ID: &str = "test-works-real-does-not";
    match (health.last_real, health.last_test) {
        (None, Some(_)) => Check::failure(
            ID,
            "the dashboard's tests arrive, but real events do not",
            "switch the app to Live; while it is in development both people need a role on it, and \"Allow access to messages\" must be on",
        ),
        (None, None) => Check::skipped(ID, "nothing has arrived yet"),
        (Some(_), _) => Check::ok(ID, "real events arrive"),
    }
}

fn unmatched(health: &InboxHealth) -> Check {
    const ID: &str = "unmatched-events";
    match health.unmatched {
        0 => Check::ok(ID, "every event belongs to a linked account"),
        count => Check::warning(
            ID,
            format!("{count} of the last 1000 events belong to no linked account"),
            "link the account with `igbot login`; the ids are in `igbot event list`",
        ),
    }
}

fn dead_letters(open: &OpenWork) -> Check {
    const ID: &str = "dead-letters";
    match (open.failed, open.unknown) {
        (0, 0) => Check::ok(ID, "no events have failed"),
        (failed, unknown) => Check::warning(
            ID,
            format!("failed events: {failed}; with a reply of unknown outcome: {unknown}"),
            "see `igbot event list --state failed` and `--state unknown`, and `igbot event replay --help`",
        ),
    }
}
