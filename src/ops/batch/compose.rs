//! From a row to a message.

use std::collections::BTreeMap;

use minijinja::{Environment, ErrorKind, UndefinedBehavior};
use serde_json::{Map, Value};

use super::source::SourceRow;
use crate::domain::message::{OutgoingMessage, To, WrittenMessage};

/// The name of the template in its environment.
const NAME: &str = "message";

/// Steps that a template may take for one message, which has a thousand bytes: some milliseconds.
const STEPS: u64 = 100_000;

/// Members of a row that are no part of the message.
const ADDRESS: [&str; 2] = ["to", "dedupe_key"];

/// A row, understood.
pub(super) struct Composed {
    pub(super) to: To,
    pub(super) message: OutgoingMessage,
    pub(super) dedupe_key: Option<String>,
}

/// Makes messages of rows, with or without a template for their text.
pub(super) struct Composer<'t> {
    template: Option<Environment<'t>>,
}

impl<'t> Composer<'t> {
    /// Reads the template. A field that a row does not have is an error, not an empty place.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn new(template: Option<&'t str>) -> Result<Self, String> {
        let template = match template {
            None => None,
            Some(source) => {
                let mut environment = Environment::new();
                environment.set_undefined_behavior(UndefinedBehavior::Strict);
                environment.set_fuel(Some(STEPS));
                environment.add_template(NAME, source).map_err(|error| problem(&error))?;
                Some(environment)
            }
        };
        Ok(Self { template })
    }

    /// Makes the message of a row.
    ///
    /// # Errors
    /// What is wrong with it, by the name of the field.
    pub(super) fn compose(&self, row: SourceRow) -> Result<Composed, String> {
        let SourceRow { mut fields, .. } = row;
        let to = match fields.get("to") {
            Some(Value::String(to)) => to.trim().parse::<To>(),
            Some(Value::Number(to)) => to.to_string().parse(),
            _ => return Err("`to` is missing".to_owned()),
        };
        let to = to.map_err(|error| format!("`to`: {error}"))?;
        let dedupe_key = match fields.get("dedupe_key") {
            Some(Value::String(key)) if !key.is_empty() => Some(key.clone()),
            Some(Value::String(_) | Value::Null) | None => None,
            Some(_) => return Err("`dedupe_key` must be a text".to_owned()),
        };
        let written = match &self.template {
            Some(environment) => WrittenMessage {
                text: Some(render(environment, &fields)?),
                ..WrittenMessage::default()
            },
            None => {
                fields.retain(|name, value| {
                    // An empty cell is one that this row does not have.
                    !ADDRESS.contains(&name.as_str()) && *value != "" && !value.is_null()
                });
                serde_json::from_value(Value::Object(fields)).map_err(|error| error.to_string())?
            }
        };
        let message = OutgoingMessage::try_from(written).map_err(|error| error.to_string())?;
        Ok(Composed { to, message, dedupe_key })
    }
}

fn render(environment: &Environment<'_>, fields: &Map<String, Value>) -> Result<String, String> {
    let values: BTreeMap<String, minijinja::Value> =
        fields.iter().map(|(name, value)| (name.clone(), bridged(value))).collect();
    let template = environment.get_template(NAME).map_err(|error| problem(&error))?;
    template.render(values).map_err(|error| problem(&error))
}

/// Only the kind and the place of an error: its text may quote the row.
fn problem(error: &minijinja::Error) -> String {
    let line = error.line().map(|line| format!(" (line {line} of the template)"));
    let what = match error.kind() {
        ErrorKind::OutOfFuel => "it goes on for too long".to_owned(),
        kind => kind.to_string(),
    };
    format!("the template: {what}{}", line.unwrap_or_default())
}

fn bridged(value: &Value) -> minijinja::Value {
    match value {
        Value::Null => ().into(),
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(number), ..) => number.into(),
            (_, Some(number), _) => number.into(),
            (.., number) => number.unwrap_or(f64::NAN).into(),
        },
        Value::String(text) => text.as_str().into(),
        Value::Array(list) => list.iter().map(bridged).collect::<Vec<_>>().into(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), bridged(value)))
            .collect::<BTreeMap<_, _>>()
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn composed(template: Option<&str>, fields: Value) -> Result<String, String> {
        let Value::Object(fields) = fields else { panic!("an object") };
        let composer = Composer::new(template)?;
        let composed = composer.compose(SourceRow { line: 1, fields })?;
        Ok(composed.message.text().unwrap_or_default().to_owned())
    }

    #[test]
    fn a_template_takes_the_fields_of_the_row_and_invents_none() {
        let template = Some("Hi {{ name }}, {{ items|length }} x {{ items[0].title }}");
        let row = json!({ "to": "1", "name": "Añá", "items": [{ "title": "shoe" }] });
        assert_eq!(composed(template, row).unwrap(), "Hi Añá, 1 x shoe");
        for (template, row, expected) in [
            (
                "{{ name }}",
                json!({ "to": "1" }),
                "the template: undefined value (line 1 of the template)",
            ),
            (
                "{{ name",
                json!({ "to": "1" }),
                "the template: syntax error (line 1 of the template)",
            ),
            ("{{ name }}", json!({ "to": "1", "name": " " }), "the text is empty"),
            (
                "\n{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
                json!({ "to": "1" }),
                "the template: it goes on for too long (line 2 of the template)",
            ),
        ] {
            assert_eq!(composed(Some(template), row).unwrap_err(), expected);
        }
    }

    #[test]
    fn a_row_is_refused_by_the_name_of_its_field() {
        assert_eq!(composed(None, json!({ "to": 17, "text": "a", "url": "" })).unwrap(), "a");
        for (row, expected) in [
            (json!({ "text": "a" }), "`to` is missing"),
            (
                json!({ "to": "a b", "text": "a" }),
                "`to`: an id is 1 to 64 letters, digits, `.`, `-` or `_`",
            ),
            (json!({ "to": "1" }), "`text` is missing"),
            (
                json!({ "to": "1", "text": "é".repeat(501) }),
                "the text has 1002 bytes; Instagram takes 1000 bytes of UTF-8",
            ),
            (json!({ "to": "1", "text": "a", "dedupe_key": 1 }), "`dedupe_key` must be a text"),
        ] {
            assert_eq!(composed(None, row).unwrap_err(), expected);
        }
        let odd = composed(None, json!({ "to": "1", "text": "a", "nmae": "b" })).unwrap_err();
        assert!(odd.starts_with("unknown field `nmae`"), "{odd}");
    }
}
