use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::visible::visible;
use crate::ops::unlink;

/// Forget a linked account and its token
#[derive(Debug, clap::Args)]
pub(crate) struct UnlinkArgs {
    /// Alias, username or id
    #[arg(id = "target", value_name = "ACCOUNT")]
    account: String,

    /// End its webhook subscription first
    #[arg(long)]
    unsubscribe: bool,

    /// Delete its stored events and messages too
    #[arg(long)]
    purge: bool,

    /// Do not ask
    #[arg(short, long)]
    yes: bool,

    /// Say what would be forgotten, and change nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(crate) async fn run(args: UnlinkArgs, context: Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let account = context.account(&store, Some(&args.account)).await?;
    let alias = &account.alias;
    let what = format!(
        "{}Forget `{alias}` (@{}){}",
        if args.unsubscribe { "End the webhook subscription, then: " } else { "" },
        account.username,
        if args.purge { " and delete its messages" } else { "" },
    );
    if args.dry_run {
        return context.ui.line(&visible(&what));
    }
    if !args.yes {
        if !context.ui.is_interactive() {
            return Err(CommandError::usage(format!("unlinking `{alias}` needs a confirmation"))
                .hint(format!("run `igbot unlink {alias} --yes`")));
        }
        if !args.unsubscribe && !account.subscribed_fields.is_empty() {
            context
                .ui
                .warn("Instagram goes on delivering its events; --unsubscribe ends that first");
        }
        if !context.ui.confirms(&format!("{what}?"))? {
            context.ui.say("Nothing was changed.");
            return Ok(());
        }
    }
    if args.unsubscribe {
        unlink::unsubscribe(&context.services(context.timeout)?, &account).await?;
    }
    let forgotten = unlink::forget(&store, &context.random, &account, args.purge).await?;
    context.ui.say(format!("Forgot `{alias}`."));
    if !args.unsubscribe && !account.subscribed_fields.is_empty() {
        context.ui.say(
            "Instagram still delivers its events; `serve` stores them unanswered. \
             To end that, link it again and run `igbot unlink` with --unsubscribe.",
        );
    }
    if forgotten.lingers {
        context.ui.warn("another process is reading the store; what was deleted leaves its files when that one is done");
    }
    if let Some(purged) = forgotten.purged {
        context.ui.say(format!(
            "Deleted {} events and {} sent messages.",
            purged.events, purged.outgoing
        ));
    }
    Ok(())
}
