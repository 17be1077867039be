use std::time::Duration;

use super::look::name_unreadable;
use super::{advance, count, size};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
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
            (0, _) => "nothing to move to the first key".to_owned(),
            (moved, true) => format!("{moved} would be moved to the first key"),
            (moved, false) => format!("{moved} moved to the first key"),
        };
        let looked = format!("Looked at {}: {moved}.\n", count(it.values, "value"));
        looked + &name_unreadable(&it.unreadable)
    })?;
    let path = store.path().to_owned();
    drop(store);
    context.ui.say(next_step(&rekeyed, dry_run));
    if !dry_run && rekeyed.moved > 0 && Store::is_open(&path)? {
        context.ui.warn("another igbot has the store open; if it was started without the new key it can no longer write, and `serve` answers Instagram with 503, until you restart it");
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
            "A running igbot goes on writing with the old key: restart it with both keys, then run this again."
        }
        Rekeyed { unreadable, .. } if unreadable.count > 0 => {
            "What opens with no key was left as it is. If there is a third key, give it too and run this again."
        }
        Rekeyed { keys: 1, .. } => {
            "To change the key: make one with `openssl rand -base64 32 | tr '+/' '-_'`, put it and a comma in front of the old one in INSTAGRAM_ENCRYPTION_KEY, restart `igbot serve`, and run this again."
        }
        _ => {
            "Everything is under the first key. Restart what was started with another key in front; when `igbot store verify` then finds nothing under the others, set INSTAGRAM_ENCRYPTION_KEY to the first one alone."
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
            "the messaging windows of 24 hours and 7 days are counted from these rows, and Instagram repeats deliveries for 36 hours; use --older-than 7d or more",
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
            "The free room stays inside the file, for new rows: this store was made by an older igbot. Run this once while nothing else has it open.",
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
            "Deleted {rows}; {} given back, {} free inside.",
            size(pruned.bytes_given_back),
            size(pruned.free_bytes)
        ),
    }
}
