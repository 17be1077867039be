use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Serialize;

use super::{advance, size};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::count;
use crate::config::Setting;
use crate::domain::shell;
use crate::domain::visible::visible;
use crate::store::backup::Contents;
use crate::store::{Store, StoreError, StoreKeys};

#[derive(Serialize, JsonSchema)]
pub(super) struct BackupView {
    path: String,
    #[serde(flatten)]
    contents: Contents,
}

pub(super) async fn backup(
    context: &Context,
    file: &Path,
    force: bool,
) -> Result<(), CommandError> {
    let store = context.store()?;
    if !force && file.try_exists()? {
        return Err(CommandError::usage(format!("{} already exists", file.display()))
            .hint("choose another name, or overwrite it with --force"));
    }
    context.refuse_own(&store, file)?;
    let bar = context.ui.bar(0);
    let contents = store.backup(file, advance(&bar)).await;
    bar.finish_and_clear();
    // A name that is no text is shown as well as it can be: the backup is there.
    let view = BackupView { path: file.display().to_string(), contents: contents? };
    context.ui.result(&view, |it| format!("{}: {}", visible(&it.path), describe(it.contents)))?;
    context.ui.say(
        "The key is not included: without INSTAGRAM_ENCRYPTION_KEY the backup cannot be read.",
    );
    Ok(())
}

#[derive(Serialize, JsonSchema)]
pub(super) struct RestoreView<'a> {
    path: &'a Path,
    /// Where the store that was there before is kept.
    kept: Option<PathBuf>,
    /// Events that waited for an answer when the backup was made.
    unsettled: usize,
    #[serde(flatten)]
    contents: Contents,
}

pub(super) async fn restore(context: &Context, file: &Path, yes: bool) -> Result<(), CommandError> {
    let path = context.settings.store_path()?;
    let keys = StoreKeys::parse(&context.settings.need_secret(Setting::EncryptionKey)?)?;
    if !yes && path.try_exists()? && !confirmed(context, file).await? {
        context.ui.say("Nothing was changed.");
        return Ok(());
    }
    let bar = context.ui.bar(0);
    let restored = Store::restore(&path, keys, file, context.now(), &advance(&bar));
    bar.finish_and_clear();
    let restored = restored.map_err(|error| match error {
        StoreError::NotAStore { path } if path == file => {
            let text = format!("{} is not an igbot store", file.display());
            CommandError::new(Exit::Configuration, "not_a_store", text)
                .hint("name a file that `igbot store backup` wrote; nothing was changed")
        }
        error => error.into(),
    })?;
    let view = RestoreView {
        path: &path,
        kept: restored.kept,
        unsettled: restored.unsettled,
        contents: restored.contents,
    };
    context.ui.result(&view, |it| {
        format!("{}: {}", visible(&it.path.display().to_string()), describe(it.contents))
    })?;
    if let Some(kept) = &view.kept {
        context.ui.say(format!("The old store is kept as {}.", kept.display()));
    }
    if view.unsettled > 0 {
        context.ui.warn(format!(
            "{} unanswered in the backup may have been answered since; see `igbot event list --state unknown`",
            count(view.unsettled as u64, "event")
        ));
    }
    Ok(())
}

/// Asks before a store with something in it is replaced. One that does not open may have it.
async fn confirmed(context: &Context, file: &Path) -> Result<bool, CommandError> {
    let path = context.settings.store_path()?;
    let mut what = format!("the store {}", path.display());
    if let Ok(store) = context.store()
        && let Ok(accounts) = store.accounts().await
    {
        if accounts.is_empty() {
            return Ok(true);
        }
        what += &format!(" with {}", count(accounts.len() as u64, "account"));
    }
    if !context.ui.is_interactive() {
        return Err(CommandError::usage(format!("replacing {what} needs confirmation"))
            .hint(format!("run `igbot store restore {} --yes`", shell::word(file))));
    }
    context.ui.confirms(&format!("Replace {what} with {}?", file.display()))
}

fn describe(contents: Contents) -> String {
    format!(
        "{}, {}, {}, schema {}",
        size(contents.bytes),
        count(contents.accounts.unsigned_abs(), "account"),
        count(contents.events.unsigned_abs(), "event"),
        contents.schema
    )
}
