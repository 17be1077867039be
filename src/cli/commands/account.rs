use clap::Subcommand;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::args::alias;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::{day, listing, table};
use crate::config::Setting;
use crate::domain::account::{Account, AccountType, Alias};
use crate::domain::time::Time;
use crate::domain::token::TokenState;

/// What is said where there is nothing to show.
pub(super) const NO_ACCOUNT: &str = "No account is linked yet. Run `igbot login`.";

/// Show and manage linked accounts, their aliases and bots
#[derive(Debug, clap::Args)]
pub(crate) struct AccountArgs {
    #[command(subcommand)]
    command: AccountCommand,
}

#[derive(Debug, Subcommand)]
enum AccountCommand {
    /// List linked accounts
    List,
    /// Show one linked account
    Show {
        /// Alias, username or id
        #[arg(id = "target", value_name = "ACCOUNT")]
        account: Option<String>,
    },
    /// Set the default account
    Use {
        /// Alias, username or id
        #[arg(id = "target", value_name = "ACCOUNT")]
        account: String,
    },
    /// Change the alias of an account
    Rename {
        /// Alias, username or id
        #[arg(id = "target", value_name = "ACCOUNT")]
        account: String,

        /// New alias
        #[arg(value_parser = alias)]
        alias: Alias,
    },
    /// Set the bot that answers for an account
    Bot {
        /// Alias, username or id
        #[arg(id = "target", value_name = "ACCOUNT")]
        account: String,

        /// Name of a [bots.NAME] table in the config file
        #[arg(required_unless_present = "none")]
        bot: Option<String>,

        /// Go back to the program of `igbot serve --exec`
        #[arg(long, conflicts_with = "bot")]
        none: bool,
    },
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Vec<AccountView>>("account list"),
    JsonResult::document::<AccountView>("account show"),
    JsonResult::document::<AccountView>("account use"),
    JsonResult::document::<AccountView>("account rename"),
    JsonResult::document::<AccountView>("account bot"),
];

pub(crate) async fn run(args: AccountArgs, context: Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let now = context.now();
    match args.command {
        AccountCommand::List => {
            let accounts = store.accounts().await?;
            let views: Vec<_> = accounts.iter().map(|it| AccountView::of(it, now)).collect();
            if views.is_empty() {
                context.ui.say(NO_ACCOUNT);
            }
            context.ui.result(&views, |views| match views.as_slice() {
                [] => String::new(),
                views => listing(
                    ["ALIAS", "USERNAME", "ACCOUNT ID", "BOT", "TOKEN", "EXPIRES", "SUBSCRIBED"],
                    views.iter().map(AccountView::row).collect(),
                    None,
                ),
            })
        }
        AccountCommand::Show { account } => {
            let account = context.account(&store, account.as_deref()).await?;
            context.ui.result(&AccountView::of(&account, now), AccountView::details)
        }
        AccountCommand::Use { account } => {
            let account = context.account(&store, Some(&account)).await?;
            store.set_usual_account(&account.account_id).await?;
            if let Some((Some(name), origin)) = context.settings.origin(Setting::Account) {
                context.ui.warn(format!("{origin} still overrides it with `{name}`"));
            }
            let text = format!("Commands without --account now use `{}`.", account.alias);
            context.ui.done(&AccountView::of(&account, now), text)
        }
        AccountCommand::Rename { account, alias } => {
            let account = context.account(&store, Some(&account)).await?;
            store.rename(&account.account_id, &alias).await?;
            let text = format!("`{}` is now called `{alias}`.", account.alias);
            context.ui.done(&AccountView::of(&Account { alias, ..account }, now), text)
        }
        AccountCommand::Bot { account, bot, none: _ } => {
            if let Some(name) = &bot {
                context.settings.bot(name)?;
            }
            let account = context.account(&store, Some(&account)).await?;
            store.set_bot(&account.account_id, bot.clone()).await?;
            let text = match &bot {
                Some(name) => format!(
                    "The bot `{name}` now answers for `{}`. Restart any `igbot serve` started before \
                     [bots.{name}] was added.",
                    account.alias
                ),
                None => format!("`{}` no longer has its own bot.", account.alias),
            };
            context.ui.done(&AccountView::of(&Account { bot, ..account }, now), text)
        }
    }
}

/// A linked account as people and scripts see it: never its token.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AccountView {
    alias: String,
    username: String,
    account_id: String,
    app_scoped_id: String,
    account_type: Option<String>,
    bot: Option<String>,
    active: bool,
    permissions: Vec<String>,
    #[schemars(with = "Time")]
    issued_at: Timestamp,
    #[schemars(with = "Time")]
    refreshed_at: Timestamp,
    #[schemars(with = "Time")]
    expires_at: Timestamp,
    token_state: TokenState,
    subscribed_fields: Vec<String>,
}

impl AccountView {
    pub(super) fn of(account: &Account, now: Timestamp) -> Self {
        Self {
            alias: account.alias.to_string(),
            username: account.username.clone(),
            account_id: account.account_id.to_string(),
            app_scoped_id: account.app_scoped_id.to_string(),
            account_type: account.account_type.as_ref().map(AccountType::to_string),
            bot: account.bot.clone(),
            active: account.active,
            permissions: account.permissions.clone(),
            issued_at: account.life.issued_at,
            refreshed_at: account.life.refreshed_at,
            expires_at: account.life.expires_at,
            token_state: account.life.state(now, account.login_needed_since.is_some()),
            subscribed_fields: account.subscribed_fields.clone(),
        }
    }

    fn row(&self) -> [String; 7] {
        [
            self.alias.clone(),
            format!("@{}", self.username),
            self.account_id.clone(),
            self.bot.clone().unwrap_or_default(),
            match self.active {
                true => self.token_state.to_string(),
                false => "inactive".to_owned(),
            },
            day(self.expires_at),
            match self.subscribed_fields.len() {
                0 => "no".to_owned(),
                fields => format!("{fields} fields"),
            },
        ]
    }

    fn details(&self) -> String {
        let list = |words: &[String]| match words {
            [] => "none".to_owned(),
            words => words.join(", "),
        };
        let rows = [
            ("alias", self.alias.clone()),
            ("username", format!("@{}", self.username)),
            ("account id", self.account_id.clone()),
            ("app-scoped id", self.app_scoped_id.clone()),
            ("type", self.account_type.clone().unwrap_or_else(|| "unknown".to_owned())),
            ("bot", self.bot.clone().unwrap_or_else(|| "none".to_owned())),
            ("active", if self.active { "yes" } else { "no" }.to_owned()),
            ("token", self.token_state.to_string()),
            ("expires", self.expires_at.to_string()),
            ("refreshed", self.refreshed_at.to_string()),
            ("linked", self.issued_at.to_string()),
            ("permissions", list(&self.permissions)),
            ("subscribed to", list(&self.subscribed_fields)),
        ];
        table(["FIELD", "VALUE"], rows.map(|(name, value)| [name.to_owned(), value]).into())
    }
}
