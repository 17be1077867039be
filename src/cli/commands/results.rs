//! What `--json` gives, as JSON Schemas of the very types that are printed.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::{
    account, config, conversation, doctor, event, init, limits, listen, login, message, profile,
    profile_menu, reconcile, refresh, send, store, token, trigger, try_bot, unlink, webhook,
};

/// What a command prints with `--json`.
#[derive(Clone, Copy)]
pub(crate) struct JsonResult {
    /// The command, and what else chooses this form of it.
    pub(crate) command: &'static str,
    /// One object a line, and not one document.
    lines: bool,
    schema: fn() -> Schema,
}

impl JsonResult {
    /// One document.
    pub(crate) const fn document<T: JsonSchema>(command: &'static str) -> Self {
        Self { command, lines: false, schema: schema_of::<T> }
    }

    /// Lines of one object each.
    pub(crate) const fn lines<T: JsonSchema>(command: &'static str) -> Self {
        Self { command, lines: true, schema: schema_of::<T> }
    }

    /// Its JSON Schema.
    pub(crate) fn schema(&self) -> Schema {
        let mut schema = (self.schema)();
        let form = if self.lines { "a line" } else { "the result" };
        schema.insert("title".to_owned(), format!("{form} of igbot {}", self.command).into());
        schema
    }
}

fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(without_sources));
    settings.into_generator().into_root_schema_for::<T>()
}

/// Takes out of a description where a rule comes from, which concerns who reads the code.
fn without_sources(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description")
        && let Some((before, after)) = text.split_once(" (reference ")
        && let Some((_, after)) = after.split_once(')')
    {
        *text = format!("{before}{after}");
    }
}

/// An object whose last member is a list of messages.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "it is printed while it is read; this is its form")]
pub(super) struct WithMessages<T, M> {
    #[serde(flatten)]
    head: T,
    /// The oldest first.
    messages: Vec<M>,
}

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = JsonResult> {
    let lists: [&[JsonResult]; _] = [
        account::RESULTS,
        config::RESULTS,
        conversation::RESULTS,
        doctor::RESULTS,
        event::RESULTS,
        init::RESULTS,
        limits::RESULTS,
        listen::RESULTS,
        login::RESULTS,
        message::RESULTS,
        profile::RESULTS,
        profile_menu::RESULTS,
        reconcile::RESULTS,
        refresh::RESULTS,
        send::RESULTS,
        store::RESULTS,
        token::RESULTS,
        trigger::RESULTS,
        try_bot::RESULTS,
        unlink::RESULTS,
        webhook::RESULTS,
    ];
    lists.into_iter().flatten().copied()
}

/// The result of the command of these words, or of the command that they are a part of.
pub(crate) fn of(words: &[String]) -> Option<JsonResult> {
    (1..=words.len()).rev().find_map(|count| {
        let command = words[..count].join(" ");
        all().find(|it| it.command == command)
    })
}
