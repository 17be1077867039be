use std::time::Duration;

use super::look::name_unreadable;
use super::{advance, size};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::count;
use crate::store::Store;
use crate::store::prune::{Pruned, SHORTEST};
use crate::store::rekey::Rekeyed;

pub(super) async fn rekey(context: &Context, dry_run: bool) -> Result<(), CommandError> {
    let store = context.store()?;
    let bar = context.ui.bar(0);
    let rekeyed = store.rekey(dry_run, advance(&bar)).await;
    bar.finish_and_clear();
    let rekeyed = rekeyed?;
    context.ui.result(&rekeyed, |it| {
        let moved = match (it.moved, dry_run) {
            (0, _) => "nothing to re-encrypt".to_owned(),
            (moved, true) => format!("{moved} would be re-encrypted with the first key"),
            (moved, false) => format!("{moved} re-encrypted with the first key"),
        };
        let looked = format!("Checked {}: {moved}.\n", count(it.values, "value"));
        looked + &name_unreadable(&it.unreadable)
    })?;
    let path = store.path().to_owned();
    drop(store);
    context.ui.say(next_step(&rekeyed, dry_run));
    if !dry_run && rekeyed.moved > 0 && Store::is_open(&path)? {
        context.ui.warn("another igbot has the store open; if it was started without the new key, it cannot write, and `serve` answers Instagram with 503, until you restart it");
    }
    match rekeyed.unreadable.count > 0 || rekeyed.left > 0 {
        true => Err(CommandError::ended(Exit::Configuration)),
        false => Ok(()),
    }
}

fn next_step(rekeyed: &Rekeyed, dry_run: bool) -> &'static str {
    match rekeyed {
        _ if dry_run => "Nothing was changed.",
        Rekeyed { left: 1.., .. } => {
            "A running igbot still writes with the old key: restart it with both keys, then run this again."
        }
        Rekeyed { unreadable, .. } if unreadable.count > 0 => {
            "Values that no key can decrypt were left unchanged. If there is another key, add it and run this again."
        }
        Rekeyed { keys: 1, .. } => {
            "To change the key: create one with `openssl rand -base64 32 | tr '+/' '-_'`, put it and a comma in front of the old one in INSTAGRAM_ENCRYPTION_KEY, restart `igbot serve`, and run this again."
        }
        _ => {
            "Everything uses the first key. Restart every igbot that was started with another key first; when `igbot store verify` then finds no value that needs another key, set INSTAGRAM_ENCRYPTION_KEY to the first one alone."
        }
    }
}

pub(super) async fn prune(
    context: &Context,
    older_than: Duration,
    dry_run: bool,
) -> Result<(), CommandError> {
    if older_than < SHORTEST {
        return Err(CommandError::usage("nothing younger than 7 days can be pruned").hint(
            "the messaging windows of 24 hours and 7 days are computed from these rows, and Instagram retries deliveries for 36 hours; use --older-than 7d or more",
        ));
    }
    let store = context.store()?;
    let bar = context.ui.bar(0);
    let pruned = store.prune(older_than, context.now(), dry_run, advance(&bar)).await;
    bar.finish_and_clear();
    let mut pruned = pruned?;
    let path = store.path().to_owned();
    drop(store);
    let mut stays = false;
    if !dry_run && !pruned.shrinks {
        match Store::rebuild(&path)? {
            Some(bytes) => {
                pruned.bytes_given_back += bytes;
                pruned.free_bytes = 0;
                pruned.shrinks = true;
            }
            None => stays = true,
        }
    }
    context.ui.result(&pruned, |it| summary(it, dry_run))?;
    if stays {
        context.ui.say(
            "The freed space stays in the file because an older igbot created this store. To shrink it, run this once while nothing else has it open.",
        );
    }
    Ok(())
}

fn summary(pruned: &Pruned, dry_run: bool) -> String {
    let rows = format!(
        "{}, {} and {}",
        count(pruned.events, "event"),
        count(pruned.outgoing, "sent message"),
        count(pruned.logins, "login")
    );
    match dry_run {
        true => format!("Would delete {rows}."),
        false => format!(
            "Deleted {rows}; {} freed, {} unused in the file.",
            size(pruned.bytes_given_back),
            size(pruned.free_bytes)
        ),
    }
}
