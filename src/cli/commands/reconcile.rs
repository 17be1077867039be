use crate::cli::args::Since;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::{count, stamp, table};
use crate::ops::reconcile::{self, Failed, Gap, Numbers, Reconciled};

/// Compare the history with Instagram's conversations, and import what is missing
///
/// Exit 0: nothing is missing, or all was fixed. 10: something is missing. 8: with --fix, something
/// is still missing, because Instagram returns the text of only the 20 newest messages of a
/// conversation; or a conversation cannot be read. Imported messages are not sent to a bot; use
/// `igbot event replay` for that. Messages younger than 10 minutes are skipped, as they may still
/// be delivered.
#[derive(Debug, clap::Args)]
pub(crate) struct ReconcileArgs {
    /// How far back to compare (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)
    #[arg(long, default_value = "24h", value_name = "TIME")]
    since: Since,

    /// Import what is missing, and settle sends of unknown outcome that have arrived
    #[arg(long)]
    fix: bool,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[JsonResult::document::<Reconciled>("reconcile")];

pub(crate) async fn run(args: ReconcileArgs, context: Context) -> Result<(), CommandError> {
    let (services, account) = context.for_account().await?;
    let since = args.since.moment(context.now());
    let bar = context.ui.spinner("reading Instagram's conversations, two calls a second");
    let observe = |done| bar.set_message(format!("compared {done} conversations"));
    let found = reconcile::reconcile(&services, &account, since, args.fix, observe).await;
    bar.finish_and_clear();
    let mut found = found?;
    context.ui.result(&found, text)?;
    if let Some(error) = found.error.take() {
        return Err(CommandError::from(error).partly_done());
    }
    match (found.numbers.open(), args.fix) {
        _ if found.is_partial() => Err(CommandError::ended(Exit::PartlyDone)),
        (0, _) => Ok(()),
        (_, false) => {
            context.ui.say("Run it with --fix to import and settle what can be.");
            Err(CommandError::ended(Exit::Threshold))
        }
        (_, true) => Err(CommandError::ended(Exit::PartlyDone)),
    }
}

fn text(found: &Reconciled) -> String {
    let Numbers { messages, missing, imported, unreadable, later, unsettled, settled, purged } =
        found.numbers;
    let mut text = format!(
        "Compared {} of {} since {}: {missing} missing",
        count(messages, "message"),
        count(found.conversations, "conversation"),
        stamp(found.since),
    );
    if missing > 0 {
        text +=
            &format!(", {imported} imported, {unreadable} not shown by Instagram or not readable");
    }
    if later > 0 {
        text += &format!("; {later} younger than 10 minutes skipped");
    }
    if unsettled > 0 {
        let sends = count(unsettled, "send");
        text += &format!("; {sends} of unknown outcome found, {settled} settled");
    }
    if purged > 0 {
        text += &format!("; {purged} of purged people skipped");
    }
    text += ".\n";
    if found.unreadable_conversations > 0 {
        text += &format!("{} conversations could not be parsed.\n", found.unreadable_conversations);
    }
    if !found.gaps.is_empty() {
        let headers = ["PERSON", "NAME", "MISSING", "IMPORTED", "UNREADABLE", "UNKNOWN", "SETTLED"];
        text += &table(headers, found.gaps.iter().map(row).collect());
    }
    if !found.failed.is_empty() {
        text += "Conversations that could not be read completely:\n";
        let headers = ["PERSON", "NAME", "REASON"];
        text += &table(headers, found.failed.iter().map(failed).collect());
    }
    if found.broke_off.is_some() {
        text += "The remaining conversations were not checked.\n";
    }
    text
}

fn failed(it: &Failed) -> [String; 3] {
    let named = |name: &Option<String>| name.clone().unwrap_or_default();
    [named(&it.conversation_id), named(&it.username), it.reason.clone()]
}

fn row(gap: &Gap) -> [String; 7] {
    let numbers = &gap.numbers;
    [
        gap.conversation_id.clone().unwrap_or_default(),
        gap.username.clone().unwrap_or_default(),
        numbers.missing.to_string(),
        numbers.imported.to_string(),
        numbers.unreadable.to_string(),
        numbers.unsettled.to_string(),
        numbers.settled.to_string(),
    ]
}
