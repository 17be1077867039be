use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use serde_json::Value;

use super::{preview, preview_text};
use crate::cli::commands::results::JsonResult;
use crate::cli::context::{Context, read_json};
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::table;
use crate::domain::message::{MenuPart, ProfileMenu};
use crate::ops::profile_menu::{self, MenuNow};

/// Show, set and clear an account's ice breakers and persistent menu
///
/// The file is JSON in the format of `igbot profile-menu show --json` and of Instagram's API.
#[derive(Debug, clap::Args)]
pub(crate) struct ProfileMenuArgs {
    #[command(subcommand)]
    command: ProfileMenuCommand,
}

#[derive(Debug, Subcommand)]
enum ProfileMenuCommand {
    /// Show what is currently set
    Show,
    /// Set the parts in a file; a part it does not have stays unchanged
    #[command(after_long_help = "\
A file with both parts (either is optional):
  {\"ice_breakers\": [{\"locale\": \"default\", \"call_to_actions\": [
     {\"question\": \"When are you open?\", \"payload\": \"HOURS\"}]}],
   \"persistent_menu\": [{\"locale\": \"default\", \"call_to_actions\": [
     {\"type\": \"postback\", \"title\": \"My order\", \"payload\": \"ORDER\"},
     {\"type\": \"web_url\", \"title\": \"Shop\", \"url\": \"https://shop.example\"}]}]}
At most 4 questions per locale. A tap on anything but a web_url reaches the bot as a postback.")]
    Set {
        /// JSON file; `-` reads standard input
        file: PathBuf,

        /// Show the requests instead of sending them
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
    /// Remove one part or both
    Clear {
        /// Part to remove
        #[arg(value_enum)]
        part: Option<Part>,

        /// Show the request instead of sending it
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Part {
    /// Questions shown before the first message
    IceBreakers,
    /// Persistent menu
    PersistentMenu,
}

impl Part {
    fn parts(part: Option<Self>) -> Vec<MenuPart> {
        match part {
            Some(Self::IceBreakers) => vec![MenuPart::IceBreakers],
            Some(Self::PersistentMenu) => vec![MenuPart::PersistentMenu],
            None => MenuPart::ALL.to_vec(),
        }
    }
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] =
    &[JsonResult::document::<serde_json::Map<String, Value>>("profile-menu")];

pub(crate) async fn run(args: ProfileMenuArgs, context: Context) -> Result<(), CommandError> {
    let (services, account) = context.for_account().await?;
    match args.command {
        ProfileMenuCommand::Show => show(&profile_menu::show(&services, &account).await?, &context),
        ProfileMenuCommand::Set { file, dry_run } => {
            let menu = ProfileMenu::new(&read_json(&file)?).map_err(|error| {
                CommandError::of(Exit::Usage, "invalid_menu", &error)
                    .hint("nothing was changed; `igbot profile-menu set --help` shows an example")
            })?;
            if dry_run {
                let request = |(part, entries)| services.graph.preview_profile_menu(part, entries);
                let requests: Vec<_> = menu.parts().map(request).collect();
                return context.ui.result(&requests, |requests| {
                    requests.iter().map(preview_text).collect::<Vec<_>>().join("\n")
                });
            }
            show(&profile_menu::set(&services, &account, &menu).await?, &context)
        }
        ProfileMenuCommand::Clear { part, dry_run } => {
            let parts = Part::parts(part);
            if dry_run {
                return preview(&services.graph.preview_clear_profile_menu(&parts), &context);
            }
            show(&profile_menu::clear(&services, &account, &parts).await?, &context)
        }
    }
}

fn show(now: &MenuNow, context: &Context) -> Result<(), CommandError> {
    if now.parts.is_empty() {
        context.ui.say("No ice breakers and no menu are set.");
    }
    context.ui.result(&now.parts, |parts| {
        let rows: Vec<_> = parts.iter().flat_map(|(name, entries)| rows(name, entries)).collect();
        match rows.is_empty() {
            true => String::new(),
            false => table(["PART", "LOCALE", "SHOWN", "SENDS OR OPENS"], rows),
        }
    })?;
    let names: Vec<_> = now.differing.iter().map(|part| format!("`{}`", part.as_str())).collect();
    if names.is_empty() {
        return Ok(());
    }
    let text = format!("Instagram shows {} differently than it was set", names.join(" and "));
    Err(CommandError::new(Exit::PartlyDone, "shown_otherwise", text).hint(
        "the output shows what is set now; check again with `igbot profile-menu show` in a minute",
    ))
}

/// What can be tapped, one a row.
fn rows(part: &str, entries: &Value) -> Vec<[String; 4]> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for entry in list(entries) {
        // Whatever has no list of actions is shown as one.
        let actions = entry.get("call_to_actions").map_or_else(|| vec![entry.clone()], list);
        for action in actions {
            let shown = action.get("question").or(action.get("title")).map(text);
            let does = action.get("payload").or(action.get("url")).map(text);
            rows.push([
                part.replace('_', " "),
                text(&entry["locale"]),
                shown.unwrap_or_default(),
                does.unwrap_or_default(),
            ]);
        }
    }
    rows
}
