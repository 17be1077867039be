use dialoguer::Input;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
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
}

pub(crate) async fn run(args: UnlinkArgs, context: Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let account = context.account(&store, Some(&args.account)).await?;
    let alias = &account.alias;
    if !args.yes {
        if !context.ui.is_interactive() {
            return Err(CommandError::usage(format!("unlinking `{alias}` needs a confirmation"))
                .hint(format!("run `igbot unlink {alias} --yes`")));
        }
        let what = if args.purge { " and delete its messages" } else { "" };
        let question = format!("Forget `{alias}` (@{}){what}?", account.username);
        // A whole word, so that a stray key confirms nothing.
        let answer: String = Input::new()
            .with_prompt(format!("{question} [y/N]"))
            .allow_empty(true)
            .interact_text()?;
        if !matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes") {
            context.ui.say("Nothing was changed.");
            return Ok(());
        }
    }
    if args.unsubscribe {
        unlink::unsubscribe(&context.services(context.timeout)?, &account).await?;
    }
    let forgotten = unlink::forget(&store, &account, args.purge).await?;
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
