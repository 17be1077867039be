//! Deleting everything of one person.

use clap::Args;

use crate::cli::commands::store::advance;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::count;
use crate::config::{Origin, Setting};
use crate::domain::message::To;
use crate::ops::OpsError;
use crate::ops::forgotten::Forgotten;
use crate::ops::purge;
use crate::store::purge::{PersonPurged, Whom};

#[derive(Debug, Args)]
pub(super) struct PurgeArgs {
    /// Person: an id or @username
    #[arg(long, value_name = "PERSON")]
    with: To,

    /// Only count what would be deleted
    #[arg(short = 'n', long)]
    dry_run: bool,

    /// Skip the confirmation prompt
    #[arg(short, long)]
    yes: bool,
}

pub(super) async fn run(args: PurgeArgs, context: &Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let person = context.person(&store, &args.with).await?;
    let whom = Whom { account_ids: context.account_ids(&store).await?, person };
    if !args.dry_run && !args.yes && !confirmed(&whom, context)? {
        context.ui.say("Nothing was changed.");
        return Ok(());
    }
    let bar = context.ui.bar(0);
    let (clock, random) = (&context.clock, &context.random);
    let done = purge::purge(&store, clock, random, &whom, args.dry_run, advance(&bar)).await;
    bar.finish_and_clear();
    let Forgotten { purged, lingers, copies } = done.map_err(|error| {
        let broke_off = matches!(error, OpsError::Store(_)) && !args.dry_run;
        let error = CommandError::from(error);
        match broke_off {
            true => error.hint("some data may already be deleted; run the purge again to finish"),
            false => error,
        }
    })?;
    context.ui.result(&purged, |purged| summary(purged, args.dry_run))?;
    if args.dry_run {
        return Ok(());
    }
    if purged.running_events > 0 {
        context.ui.warn("a bot was working on one of these events; its answer will not be sent");
    }
    if purged.sending_messages > 0 {
        context.ui.warn("a message to this person was in flight and may still arrive; Instagram may still report it, so run this again in a minute");
    }
    context.ui.warn_of_copies(&copies);
    if lingers {
        context.ui.warn("another process is reading the store, and the write-ahead log still holds some of the data; run `igbot message purge` again once it is done");
        return Err(CommandError::ended(Exit::PartlyDone));
    }
    Ok(())
}

fn confirmed(whom: &Whom, context: &Context) -> Result<bool, CommandError> {
    let person = &whom.person;
    if !context.ui.is_interactive() {
        let account = match context.settings.origin(Setting::Account) {
            Some((Some(name), Origin::Flag)) => format!(" -A {name}"),
            _ => String::new(),
        };
        return Err(CommandError::usage("a purge needs confirmation")
            .hint(format!("run `igbot message purge{account} --with {person} --yes`")));
    }
    context.ui.confirms(&format!("Permanently delete everything about {person}?"))
}

fn summary(purged: &PersonPurged, dry_run: bool) -> String {
    let rows = format!(
        "{}, {} and {}",
        count(purged.events, "event"),
        count(purged.outgoing, "sent message"),
        count(purged.names, "name")
    );
    let open = match (purged.waiting_events, purged.waiting_messages) {
        (0, 0) => String::new(),
        (events, messages) => format!(
            "; of these, {} waited for a bot and {} to be sent",
            count(events, "event"),
            count(messages, "message")
        ),
    };
    if purged.events + purged.outgoing + purged.names == 0 {
        return "Nothing is stored of this person; if they have written, check the id.".to_owned();
    }
    let verb = if dry_run { "Would delete" } else { "Deleted" };
    format!("{verb} {rows}{open}.")
}
