//! From a row to a message.

use std::collections::BTreeMap;

use minijinja::{Environment, ErrorKind, UndefinedBehavior};
use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::source::SourceRow;
use crate::domain::message::{MessageKind, OutgoingMessage, To, WrittenMessage};

/// The name of the template in its environment.
const NAME: &str = "message";

/// The name of the row as a whole, unless a field has it.
const ROW: &str = "row";

/// Steps that a template may take for one message, which has a thousand bytes: some milliseconds.
const STEPS: u64 = 100_000;

/// Longest template: the parser calls itself for each operator of a chain, until its stack ends.
const MAX_TEMPLATE: usize = 4096;

/// Members of a row that go with a text which a template writes; all others are only its fields.
const BESIDE: [&str; 3] = ["quick_replies", "reply_to", "human_agent"];

/// What the members of a message must be, where that can go wrong.
const MUST_BE: [(&str, &str); 12] = [
    ("type", "a type listed by `igbot schema action`"),
    ("text", "a string"),
    ("quick_replies", "a list"),
    ("url", "an absolute URL"),
    ("urls", "a list of absolute URLs"),
    ("attachment_id", "an id"),
    ("attachment_ids", "a list of ids"),
    ("post_id", "an id"),
    ("message_id", "an id"),
    ("reaction", "a string"),
    ("reply_to", "an id"),
    ("human_agent", "true or false"),
];

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
    /// A text that says what is wrong with the template.
    pub(super) fn new(template: Option<&'t str>) -> Result<Self, String> {
        let template = match template {
            None => None,
            Some(source) if source.len() > MAX_TEMPLATE => {
                return Err(format!("the template: longer than {MAX_TEMPLATE} bytes"));
            }
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
    /// A text that names the field and says what is wrong with it.
    pub(super) fn compose(&self, row: SourceRow) -> Result<Composed, String> {
        let SourceRow { mut fields, .. } = row;
        let to = match fields.get("to") {
            Some(Value::String(to)) => to.trim().parse::<To>(),
            Some(Value::Number(to)) if to.is_u64() => to.to_string().parse(),
            Some(Value::Number(_)) => {
                return Err("`to` is a number; write the id as a string, in quotes".to_owned());
            }
            _ => return Err("`to` is missing".to_owned()),
        };
        let to = to.map_err(|error| format!("`to`: {error}"))?;
        let dedupe_key = match fields.get("dedupe_key") {
            Some(Value::String(key)) if !key.is_empty() => Some(key.clone()),
            Some(Value::String(_) | Value::Null) | None => None,
            Some(_) => return Err("`dedupe_key` must be a string".to_owned()),
        };
        // An empty cell is one that this row does not have.
        let is_there = |value: &Value| *value != "" && !value.is_null();
        let written = match &self.template {
            Some(environment) => {
                let kind = fields.get("type").and_then(Value::as_str).map(MessageKind::from_word);
                if kind.is_some_and(|kind| !matches!(kind, MessageKind::Text | MessageKind::Raw)) {
                    return Err("`type` must be `text` with a template".to_owned());
                }
                let text = Some(render(environment, &fields)?);
                fields.retain(|name, value| BESIDE.contains(&name.as_str()) && is_there(value));
                WrittenMessage { text, ..written(fields)? }
            }
            None => {
                fields.retain(|name, value| !ADDRESS.contains(&name.as_str()) && is_there(value));
                written(fields)?
            }
        };
        let message = OutgoingMessage::try_from(written).map_err(|error| error.to_string())?;
        Ok(Composed { to, message, dedupe_key })
    }
}

/// Reads the members of a message. What is wrong is told without what is in them.
fn written(fields: Map<String, Value>) -> Result<WrittenMessage, String> {
    let fault = |name: &str| match MUST_BE.iter().find(|(member, _)| *member == name) {
        Some((_, what)) => format!("`{name}` must be {what}"),
        None => {
            let name: String = name.chars().take(64).collect();
            format!(
                "unknown field `{name}`; see `igbot schema action`, or add --template FILE if a template \
                 is to use it"
            )
        }
    };
    let alone = |(name, value): (&String, &Value)| {
        let field = Map::from_iter([(name.clone(), value.clone())]);
        WrittenMessage::deserialize(&field).is_err().then(|| fault(name))
    };
    WrittenMessage::deserialize(&fields)
        .map_err(|_| fields.iter().find_map(alone).unwrap_or_else(|| "not a message".to_owned()))
}

fn render(environment: &Environment<'_>, fields: &Map<String, Value>) -> Result<String, String> {
    let mut values: BTreeMap<String, minijinja::Value> =
        fields.iter().map(|(name, value)| (name.clone(), bridged(value))).collect();
    // For names that are none in a template: `row["first name"]`.
    let row = values.clone();
    values.entry(ROW.to_owned()).or_insert_with(|| row.into());
    let template = environment.get_template(NAME).map_err(|error| problem(&error))?;
    template.render(values).map_err(|error| match error.kind() {
        ErrorKind::UndefinedError => {
            let mut missing: Vec<_> = template.undeclared_variables(true).into_iter().collect();
            missing.retain(|path| !is_there(fields, path));
            missing.sort();
            let names: String = missing.iter().map(|path| format!(" `{path}`")).collect();
            format!("{}:{names}", problem(&error))
        }
        _ => problem(&error),
    })
}

/// Whether a row has what a template calls `name` or `name.member`.
fn is_there(fields: &Map<String, Value>, path: &str) -> bool {
    let mut parts = path.split('.');
    let first = parts.next().and_then(|name| fields.get(name));
    let found = parts.fold(first, |value, name| value?.get(name));
    found.is_some_and(|value| !value.is_null())
}

/// The kind and the place of an error, and its text only where that cannot quote the row.
fn problem(error: &minijinja::Error) -> String {
    let line = error.line().map(|line| format!(" (line {line} of the template)"));
    let detail = match error.kind() {
        ErrorKind::SyntaxError
        | ErrorKind::UnknownFilter
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownTest => error.detail().map(|detail| format!(": {detail}")),
        _ => None,
    };
    let what = match error.kind() {
        ErrorKind::OutOfFuel => "takes too many steps".to_owned(),
        ErrorKind::UndefinedError => {
            "uses a field that is empty in this row, or not there".to_owned()
        }
        kind => kind.to_string(),
    };
    format!("the template: {what}{}{}", line.unwrap_or_default(), detail.unwrap_or_default())
}

fn bridged(value: &Value) -> minijinja::Value {
    match value {
        // As good as not there: nobody wants to be called "none".
        Value::Null => minijinja::Value::UNDEFINED,
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
        let odd = json!({ "to": "1", "имя": "Аня", "first name": "Añá" });
        assert_eq!(composed(Some("{{ имя }} {{ row[\"first name\"] }}"), odd).unwrap(), "Аня Añá");
        let other = json!({ "to": "1", "type": "regular customer" });
        assert_eq!(composed(Some("{{ type }}"), other).unwrap(), "regular customer");
        for (template, row, expected) in [
            (
                "{{ name }}",
                json!({ "to": "1" }),
                "the template: uses a field that is empty in this row, or not there (line 1 of the template): `name`",
            ),
            (
                "{{ name",
                json!({ "to": "1" }),
                "the template: syntax error (line 1 of the template): unexpected end of input, expected end of variable block",
            ),
            (
                "Hi {{ name }} {{ at.home }}",
                json!({ "to": "1", "name": null, "at": {} }),
                "the template: uses a field that is empty in this row, or not there (line 1 of the template): `at.home` `name`",
            ),
            (
                "Hi {{ name|uper }}",
                json!({ "to": "1", "name": "secret" }),
                "the template: unknown filter (line 1 of the template): filter uper is unknown",
            ),
            ("{{ name }}", json!({ "to": "1", "name": " " }), "the text is empty"),
            (
                "a",
                json!({ "to": "1", "type": "image", "url": "https://e.com/a.png" }),
                "`type` must be `text` with a template",
            ),
            (
                "\n{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
                json!({ "to": "1" }),
                "the template: takes too many steps (line 2 of the template)",
            ),
        ] {
            assert_eq!(composed(Some(template), row).unwrap_err(), expected);
        }
        let endless = format!("{{{{ {}1 }}}}", "-".repeat(100_000));
        let refused = composed(Some(&endless), json!({ "to": "1" })).unwrap_err();
        assert_eq!(refused, "the template: longer than 4096 bytes");
    }

    #[test]
    fn a_row_is_refused_by_the_name_of_its_field() {
        assert_eq!(composed(None, json!({ "to": 17, "text": "a", "url": "" })).unwrap(), "a");
        for (row, expected) in [
            (json!({ "text": "a" }), "`to` is missing"),
            (
                json!({ "to": "a b", "text": "a" }),
                "`to`: an id is 1 to 64 letters, digits, `.`, `-` or `_`, and more than dots",
            ),
            (json!({ "to": "1" }), "`text` is missing"),
            (
                json!({ "to": "1", "text": "é".repeat(501) }),
                "the text has 1002 bytes; Instagram allows at most 1000 bytes of UTF-8",
            ),
            (json!({ "to": "1", "text": "a", "dedupe_key": 1 }), "`dedupe_key` must be a string"),
        ] {
            assert_eq!(composed(None, row).unwrap_err(), expected);
        }
        for (field, value) in [
            ("nmae", json!("secret")),
            ("quick_replies", json!("secret")),
            ("url", json!("secret")),
            ("type", json!("secret")),
            ("text", json!(["secret"])),
            ("human_agent", json!("secret")),
        ] {
            let row = json!({ "to": "1", field: value });
            let problem = composed(None, row).unwrap_err();
            assert!(problem.contains(&format!("`{field}`")), "{problem}");
            assert!(!problem.contains("secret"), "{problem}");
        }
        for to in [json!(-5), json!(1.27e15), json!(1.5)] {
            let row = json!({ "to": to, "text": "a" });
            assert_eq!(
                composed(None, row).unwrap_err(),
                "`to` is a number; write the id as a string, in quotes"
            );
        }
    }

    #[test]
    fn what_goes_with_a_text_goes_with_one_of_a_template_too() {
        let fields = json!({ "to": "1", "url": "no URL", "type": "shoe", "reply_to": "m1",
            "human_agent": true, "quick_replies": ["Yes"] });
        let Value::Object(fields) = fields else { panic!("an object") };
        let composer = Composer::new(Some("{{ type }}: {{ url }}")).unwrap();
        let message = composer.compose(SourceRow { line: 1, fields }).unwrap().message;
        assert_eq!(message.text(), Some("shoe: no URL"));
        assert!(message.human_agent && message.reply_to.is_some());
        let written = serde_json::to_value(WrittenMessage::from(&message)).unwrap();
        assert_eq!(written["quick_replies"].as_array().map(Vec::len), Some(1));
    }
}
