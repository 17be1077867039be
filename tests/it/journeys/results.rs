//! Whatever a journey prints with `--json` has the form that `igbot schema result` tells.

use std::collections::HashMap;
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::Value;

/// The form of a command's results, and whether each line is one; nothing for what has no schema.
type Form = Option<Arc<(Validator, bool)>>;

static FORMS: LazyLock<Mutex<HashMap<String, Form>>> = LazyLock::new(Mutex::default);

/// Flags that change what is printed.
const OTHER_FORMS: [(&[&str], &str); 7] = [
    (&["--input"], "input"),
    (&["--dry-run", "-n"], "dry-run"),
    (&["--remote"], "remote"),
    (&["--print-url"], "print-url"),
    (&["--output", "-o"], "output"),
    (&["--cancel"], "cancel"),
    (&["--list"], "list"),
];

fn schema(words: &str) -> Option<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_igbot"));
    let shown = command.args(["schema", "result"]).args(words.split(' ')).output().unwrap();
    shown.status.success().then(|| serde_json::from_slice(&shown.stdout).unwrap())
}

fn form(words: &str) -> Form {
    let schema = schema(words)?;
    let lines = schema["title"].as_str().unwrap().starts_with("a line");
    let options = jsonschema::options().should_validate_formats(true);
    Some(Arc::new((options.build(&schema).unwrap(), lines)))
}

/// Compares what a command has printed with its schema.
pub fn check(arguments: &[&str], stdout: &str) {
    if !arguments.contains(&"--json") || stdout.is_empty() {
        return;
    }
    let words = arguments.iter().take_while(|it| !it.starts_with('-'));
    let mut words: Vec<_> = words.take(2).copied().collect();
    // How a batch stands, for whatever is only looked at.
    let of_batch = arguments.contains(&"--resume") || arguments.contains(&"--cancel");
    for (flags, word) in OTHER_FORMS {
        let word = if of_batch && word == "dry-run" { "cancel" } else { word };
        if flags.iter().any(|flag| arguments.contains(flag)) {
            // A preview of the request, where it has no form of its own.
            let listed = schema(&[&words[..], &[word]].concat().join(" "));
            let listed = listed.is_some_and(|it| it["title"].as_str().unwrap().ends_with(word));
            if word == "dry-run" && !listed {
                return;
            }
            words.extend(Some(word).filter(|word| listed && !words.contains(word)));
        }
    }
    let words = words.join(" ");
    let known = FORMS.lock().unwrap().entry(words.clone()).or_insert_with(|| form(&words)).clone();
    let Some((form, lines)) = known.as_deref() else { return };
    let parse = |text: &str| serde_json::from_str::<Value>(text);
    let documents: Vec<_> = match lines {
        true => stdout.lines().map(parse).collect(),
        false => vec![parse(stdout)],
    };
    for document in documents {
        let document = document.unwrap_or_else(|error| panic!("{words}: {error}: {stdout}"));
        let wrong: Vec<_> = form.iter_errors(&document).map(|it| it.to_string()).collect();
        assert!(wrong.is_empty(), "{words}: {wrong:#?} in {document:#}");
    }
}

#[test]
fn every_command_that_prints_a_result_has_a_schema_that_says_what_each_member_is() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_igbot"));
    let listed = command.args(["schema", "result"]).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(listed.lines().count() > 50, "{listed}");
    for words in listed.lines() {
        let schema = schema(words).unwrap();
        let title = schema["title"].as_str().unwrap();
        assert!(title.ends_with(&format!("igbot {words}")), "{words}: {title}");
        jsonschema::meta::validate(&schema).unwrap();
        let text = schema.to_string();
        assert!(!text.contains("[`") && !text.contains("(reference"), "{words}: {text}");
    }
    assert_eq!(schema("no such thing"), None);
}
