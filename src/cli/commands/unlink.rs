use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::count;
use crate::domain::account::{Account, Alias};
use crate::domain::id::AccountId;
use crate::domain::visible::visible;
use crate::ops::unlink::{self, AccountForgotten};
use crate::store::Store;
use crate::store::purge_account::AccountPurged;

/// Unlink an account and delete its token
#[derive(Debug, clap::Args)]
pub(crate) struct UnlinkArgs {
    /// Alias, username or id; with --purge also the id of one that is no longer linked
    #[arg(id = "target", value_name = "ACCOUNT")]
    account: String,

    /// Cancel its webhook subscription first
    #[arg(long)]
    unsubscribe: bool,

    /// Also delete its stored events and messages
    #[arg(long)]
    purge: bool,

    /// Skip the confirmation prompt
    #[arg(short, long)]
    yes: bool,

    /// Show what would be done, and change nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Unlinked<'_>>("unlink"),
    JsonResult::document::<Plan<'_>>("unlink dry-run"),
];

pub(crate) async fn run(args: UnlinkArgs, context: Context) -> Result<(), CommandError> {
    let store = context.store()?;
    // One that was interrupted has taken the account away already, and only this is left of it.
    let owed = match args.purge && !args.dry_run {
        true => Some(unlink::finish(&store).await?).filter(|it| it.purged.is_some()),
        false => None,
    };
    let account = match context.account(&store, Some(&args.account)).await {
        Err(error) if args.purge && matches!(error.exit(), Exit::LoginNeeded | Exit::Usage) => {
            let id = args.account.as_str();
            let ids = match store.former_ids(id).await? {
                Some(ids) => ids,
                None if store.has_conversations(id).await? => [id.to_owned(), id.to_owned()],
                None => {
                    let owed = owed.ok_or(error)?;
                    return told(&context, None, false, &owed);
                }
            };
            return purge_former(args, context, &store, ids).await;
        }
        found => found?,
    };
    let alias = &account.alias;
    let what = format!(
        "{}Unlink `{alias}` (@{}){}",
        if args.unsubscribe { "Cancel the webhook subscription, then: " } else { "" },
        account.username,
        if args.purge { " and delete its messages" } else { "" },
    );
    if args.dry_run {
        return planned(&context, &what);
    }
    let delivers = !args.unsubscribe && !account.subscribed_fields.is_empty();
    if delivers && !args.yes && context.ui.is_interactive() {
        context.ui.warn("Instagram keeps delivering its events; --unsubscribe stops that first");
    }
    let options = [(args.unsubscribe, " --unsubscribe"), (args.purge, " --purge")];
    let options: String = options.into_iter().filter_map(|(on, text)| on.then_some(text)).collect();
    if !agreed(&context, args.yes, &what, &format!("igbot unlink {alias}{options} --yes"))? {
        return Ok(());
    }
    if args.unsubscribe {
        unlink::unsubscribe(&context.services()?, &account).await?;
    }
    let (random, clock) = (&context.random, &context.clock);
    let forgotten = unlink::forget(&store, random, clock, &account, args.purge).await?;
    told(&context, Some(&account), args.unsubscribe, &forgotten)?;
    if delivers {
        context.ui.say(
            "Instagram still delivers its events; `serve` stores them unanswered. \
             To stop that, link it again and run `igbot unlink` with --unsubscribe.",
        );
    }
    Ok(())
}

/// Deletes the conversations of an account that was unlinked before.
async fn purge_former(
    args: UnlinkArgs,
    context: Context,
    store: &Store,
    ids: [String; 2],
) -> Result<(), CommandError> {
    let id = args.account;
    let what = format!("Delete the messages of {id}, which is no longer linked");
    if args.dry_run {
        return planned(&context, &what);
    }
    if !agreed(&context, args.yes, &what, &format!("igbot unlink {id} --purge --yes"))? {
        return Ok(());
    }
    let (random, clock) = (&context.random, &context.clock);
    let forgotten = unlink::forget_conversations(store, random, clock, ids).await?;
    told(&context, None, false, &forgotten)
}

/// What would be done.
#[derive(Serialize, JsonSchema)]
struct Plan<'a> {
    dry_run: bool,
    action: &'a str,
}

/// What was done.
#[derive(Serialize, JsonSchema)]
struct Unlinked<'a> {
    /// The account, unless it was unlinked before.
    account_id: Option<&'a AccountId>,
    alias: Option<&'a Alias>,
    /// Instagram delivers nothing of it any more.
    unsubscribed: bool,
    /// What was deleted, with --purge.
    purged: Option<AccountPurged>,
    /// The write-ahead log still holds deleted data, because another process reads the store.
    lingers: bool,
    /// Older copies of the store, which may still hold it.
    copies: &'a [PathBuf],
}

/// Says what would be done.
fn planned(context: &Context, what: &str) -> Result<(), CommandError> {
    let plan = Plan { dry_run: true, action: what };
    context.ui.result(&plan, |_| visible(what).into_owned())
}

/// Whether somebody wants it: `command` says so where nobody can be asked.
fn agreed(context: &Context, yes: bool, what: &str, command: &str) -> Result<bool, CommandError> {
    if yes {
        return Ok(true);
    }
    if !context.ui.is_interactive() {
        return Err(
            CommandError::usage("unlinking needs confirmation").hint(format!("run `{command}`"))
        );
    }
    let agreed = context.ui.confirms(&format!("{what}?"))?;
    if !agreed {
        context.ui.say("Nothing was changed.");
    }
    Ok(agreed)
}

/// Tells what was forgotten, of an account unless that was unlinked before.
fn told(
    context: &Context,
    account: Option<&Account>,
    unsubscribed: bool,
    forgotten: &AccountForgotten,
) -> Result<(), CommandError> {
    let AccountForgotten { purged, lingers, copies } = forgotten;
    let unlinked = account.map(|it| format!("Unlinked `{}`.", it.alias));
    let deleted = purged.map(|it| {
        let (events, sent) =
            (count(it.events as u64, "event"), count(it.outgoing as u64, "sent message"));
        format!("Deleted {events} and {sent}.")
    });
    let text = [unlinked, deleted].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let done = Unlinked {
        account_id: account.map(|it| &it.account_id),
        alias: account.map(|it| &it.alias),
        unsubscribed,
        purged: *purged,
        lingers: *lingers,
        copies,
    };
    context.ui.done(&done, text)?;
    if forgotten.lingers {
        context.ui.warn("another process is reading the store; its files still hold deleted data until that process is done");
    }
    context.ui.warn_of_copies(&forgotten.copies);
    Ok(())
}
