use std::collections::BTreeMap;

use super::{advance, size};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::{count, stamp, table};
use crate::domain::visible::visible;
use crate::store::Store;
use crate::store::sealed::{AllUnreadable, Unreadable};
use crate::store::status::StoreStatus;
use crate::store::verify::Verification;

/// Unreadable values that a person is told one by one.
const NAMED: usize = 20;

pub(super) async fn status(context: &Context, store: &Store) -> Result<(), CommandError> {
    context.ui.result(&store.status().await?, status_table)
}

fn status_table(status: &StoreStatus) -> String {
    let states = |states: &BTreeMap<String, i64>| {
        let states: Vec<_> = states.iter().map(|(state, n)| format!("{n} {state}")).collect();
        if states.is_empty() { "none".to_owned() } else { states.join(", ") }
    };
    let time = |time: Option<jiff::Timestamp>| match time {
        Some(time) => stamp(time),
        None => "never".to_owned(),
    };
    let rows = [
        ("file", status.path.display().to_string()),
        ("schema", status.schema.to_string()),
        ("size", size(status.bytes)),
        ("write-ahead log", size(status.wal_bytes)),
        ("free space in file", size(status.free_bytes)),
        ("accounts", status.accounts.to_string()),
        ("events", states(&status.events)),
        ("messages claimed", status.answered.to_string()),
        ("outgoing", states(&status.outgoing)),
        ("oldest event", time(status.oldest_received_at)),
        ("newest event", time(status.newest_received_at)),
        ("keys configured", status.keys.to_string()),
        ("SQLite", status.sqlite.to_owned()),
    ];
    table(["FIELD", "VALUE"], rows.map(|(name, value)| [name.to_owned(), value]).into())
}

pub(super) async fn verify(context: &Context, store: &Store) -> Result<(), CommandError> {
    let bar = context.ui.bar(0);
    let found = store.verify(advance(&bar)).await;
    bar.finish_and_clear();
    let found = found?;
    context.ui.result(&found, verdict)?;
    if found.under_older_keys() > 0 {
        context.ui.say("Run `igbot store rekey` to re-encrypt everything with the first key.");
    }
    match found.is_sound() {
        true => Ok(()),
        false => {
            context.ui.say(match found.damage.is_empty() {
                true => "Nothing was changed. If there is another key, add it behind the others in \
                         INSTAGRAM_ENCRYPTION_KEY; if there is none, `igbot store restore FILE` restores a backup.",
                false => "Nothing was changed. `igbot store restore FILE` restores a backup.",
            });
            Err(CommandError::ended(Exit::Configuration))
        }
    }
}

fn verdict(found: &Verification) -> String {
    let mut text = match found.is_sound() {
        true => format!(
            "The store is intact, and {} could be decrypted.\n",
            count(found.values, "value")
        ),
        false if found.damage.is_empty() => {
            "The file is intact, but not all of it can be decrypted.\n".to_owned()
        }
        false => "The store is damaged.\n".to_owned(),
    };
    for damage in &found.damage {
        text += &format!("  {}\n", visible(damage));
    }
    text += &name_unreadable(&found.unreadable);
    text + &keys(found)
}

/// Names values that open with no key.
pub(super) fn name_unreadable(unreadable: &AllUnreadable) -> String {
    let mut text = match unreadable.count {
        0 => return String::new(),
        1 => "1 value cannot be decrypted with any key:\n".to_owned(),
        count => format!("{count} values cannot be decrypted with any key:\n"),
    };
    for Unreadable { table, column, id } in unreadable.named.iter().take(NAMED) {
        text += &format!("  {table} {}, {column}\n", visible(id));
    }
    if unreadable.count > NAMED as u64 {
        text += "  … and more; --json lists them\n";
    }
    text
}

fn keys(found: &Verification) -> String {
    if found.under_older_keys() == 0 {
        let all = if found.unreadable.count == 0 { "All values use" } else { "The others use" };
        return format!("{all} the first key.\n");
    }
    let older = found.values_by_key.iter().zip(1..).skip(1).filter(|(values, _)| **values > 0);
    older
        .map(|(values, key)| match values {
            1 => format!("1 value still needs key {key}.\n"),
            _ => format!("{values} values still need key {key}.\n"),
        })
        .collect()
}
