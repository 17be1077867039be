//! The house: imports point down, rooms on one floor do not know each other, each outside crate has
//! one home (crate docs, "The house").

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms it may import from.
const ROOMS: &[(&str, &[&str])] = &[
    ("clock", &[]),
    ("random", &[]),
    ("domain", &[]),
    ("store", &["domain", "clock", "random"]),
    ("graph", &["domain", "clock", "random"]),
    ("webhook", &["domain", "clock", "random"]),
    ("bot", &["domain", "clock", "random"]),
    ("callback", &["domain", "clock", "random"]),
    ("config", &["domain", "clock", "random"]),
    (
        "ops",
        &["store", "graph", "webhook", "bot", "callback", "config", "domain", "clock", "random"],
    ),
    ("server", &["ops", "store", "webhook", "callback", "domain", "clock", "random"]),
    ("sandbox", &["webhook", "clock", "random"]),
    (
        "cli",
        &[
            "server", "sandbox", "ops", "store", "graph", "webhook", "bot", "callback", "config",
            "domain", "clock", "random",
        ],
    ),
];

/// An outside crate and the rooms it lives in. Crates that are vocabulary (serde, jiff, url,
/// secrecy, thiserror, tracing, tokio and the like) may be anywhere.
const HOMES: &[(&str, &[&str])] = &[
    ("axum", &["server", "sandbox"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("comfy_table", &["cli"]),
    ("csv", &["ops"]),
    ("dialoguer", &["cli"]),
    ("etcetera", &["cli"]),
    ("fernet", &["store"]),
    ("getrandom", &["random"]),
    ("hmac", &["bot", "webhook"]),
    ("http_body_util", &["server", "sandbox"]),
    ("hyper", &["graph", "server", "sandbox"]),
    ("hyper_util", &["server", "sandbox"]),
    ("indicatif", &["cli"]),
    ("listenfd", &["server"]),
    ("minijinja", &["ops"]),
    ("open", &["cli"]),
    ("rcgen", &["callback"]),
    ("reqwest", &["bot", "graph", "sandbox"]),
    ("rusqlite", &["store"]),
    ("rustix", &["bot", "cli", "ops", "server", "store"]),
    ("rustls", &["bot", "callback", "config", "graph", "sandbox", "server"]),
    ("sha1", &["webhook"]),
    ("sha2", &["bot", "store", "webhook"]),
    ("shlex", &["config", "domain"]),
    ("tiny_http", &["callback"]),
    ("tokio_rustls", &["server"]),
    ("toml", &["config"]),
    ("toml_edit", &["config"]),
    ("tower", &["server", "sandbox"]),
    ("tracing_subscriber", &["cli"]),
];

/// What a file imports that it must not, each with a reason.
fn violations(path: &str, source: &str) -> Vec<String> {
    let inner = path.strip_prefix("src/").unwrap_or(path);
    let room = inner.split(['/', '.']).next().unwrap_or_default();
    if matches!(room, "lib" | "main") {
        return Vec::new();
    }
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{path}: `{room}` is no room of the house")];
    };
    let code = without_comments(source);
    let mut found = Vec::new();
    for name in after(&code, "crate::").into_iter().flat_map(names) {
        if name != room && !allowed.contains(&name.as_str()) {
            found.push(format!("{path}: `{room}` must not import from `{name}`"));
        }
    }
    // A chain of `super` that leaves the room would be an import without its name. The `super::*`
    // of an inner module of tests does not.
    let levels = inner.split('/').count() - usize::from(inner.ends_with("/mod.rs"));
    if code.replace("super::*", "").contains(&"super::".repeat(levels)) {
        found.push(format!("{path}: `super` climbs out of the room"));
    }
    for (krate, homes) in HOMES {
        let used = after(&code, &format!("{krate}::"));
        if !used.is_empty() && !homes.contains(&room) {
            found.push(format!("{path}: `{krate}` lives in {homes:?}, not in `{room}`"));
        }
    }
    for printer in ["println!", "print!", "eprintln!", "eprint!", "dbg!"] {
        if !after(&code, printer).is_empty() {
            found.push(format!("{path}: `{printer}` bypasses the Ui"));
        }
    }
    found
}

/// What follows each whole occurrence of `word`.
fn after<'a>(code: &'a str, word: &str) -> Vec<&'a str> {
    let ident = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .filter(|(at, _)| {
            let before = &code[..*at];
            // `a::axum::` is a part of another path, `::axum::` is not.
            let part = before.strip_suffix("::").is_some_and(|path| path.ends_with(ident));
            !before.ends_with(ident) && !part
        })
        .map(|(at, word)| &code[at + word.len()..])
        .collect()
}

/// The first names of a path, or of a group of paths in braces.
fn names(path: &str) -> Vec<String> {
    let first = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![first(path)];
    };
    let mut depth = 0;
    let mut names = vec![first(group)];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn without_comments(source: &str) -> String {
    source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n")
        .collect()
}

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn imports_point_down_and_every_crate_is_at_home() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&root.join("src"), &mut paths);
    assert!(paths.len() > 40, "the whole house was visited");
    let found: Vec<_> = paths
        .iter()
        .flat_map(|path| {
            let inner = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            violations(&inner, &fs::read_to_string(path).unwrap())
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_crate_of_the_manifest_has_a_known_place() {
    const ANYWHERE: &[&str] = &[
        "base64",
        "futures_util",
        "jiff",
        "schemars",
        "secrecy",
        "serde",
        "serde_json",
        "subtle",
        "thiserror",
        "tokio",
        "tracing",
        "url",
        "zeroize",
    ];
    let manifest =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let section = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    for line in section.lines().filter(|line| line.contains('=')) {
        let name = line.split('=').next().unwrap().trim().replace('-', "_");
        let known = ANYWHERE.contains(&name.as_str()) || HOMES.iter().any(|(it, _)| *it == name);
        assert!(known, "`{name}` has neither a home nor leave to be anywhere");
    }
}

#[test]
fn a_planted_import_is_found() {
    for (path, source, fine) in [
        ("src/store/x.rs", "use crate::domain::event::Event;", true),
        ("src/store/x.rs", "use crate::graph::Graph;", false),
        ("src/store/x.rs", "use crate::{domain::id, webhook::key};", false),
        ("src/store/x.rs", "fn f() { crate::ops::send::send() }", false),
        ("src/store/x.rs", "// crate::graph would be nice", true),
        ("src/store/x.rs", "use super::super::graph::Graph;", false),
        ("src/store/mod.rs", "use super::graph::Graph;", false),
        ("src/sandbox/graph/x.rs", "use super::super::state::Shared;", true),
        ("src/sandbox/x.rs", "use crate::graph::class::ErrorClass;", false),
        ("src/ops/x.rs", "use crate::server::Intake;", false),
        ("src/ops/x.rs", "use rusqlite::Connection;", false),
        ("src/webhook/x.rs", "let c = reqwest::Client::new();", false),
        ("src/ops/x.rs", "println!(\"hello\");", false),
        ("src/attic/x.rs", "", false),
        ("src/cli/x.rs", "use crate::ops::send;", true),
    ] {
        assert_eq!(violations(path, source).is_empty(), fine, "{path}: {source}");
    }
}
