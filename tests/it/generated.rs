//! What is made from the command line and committed must be what the command line makes now.

use std::fs;
use std::path::Path;
use std::process::Command;

fn igbot(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_igbot")).args(arguments).output().unwrap();
    assert!(output.status.success(), "igbot {arguments:?}");
    output.stdout
}

fn committed(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default()
}

const REMEDY: &str = "is stale: run .ci/generate and commit what it changes";

#[test]
fn committed_completions_are_fresh() {
    for (shell, file) in [
        ("bash", "igbot.bash"),
        ("zsh", "_igbot"),
        ("fish", "igbot.fish"),
        ("elvish", "igbot.elv"),
        ("powershell", "_igbot.ps1"),
    ] {
        let made = igbot(&["completions", shell]);
        assert!(made == committed(&format!("completions/{file}")), "completions/{file} {REMEDY}");
    }
}

#[test]
fn committed_man_pages_are_fresh_and_none_is_left_over() {
    let dir = tempfile::tempdir().unwrap();
    igbot(&["man", "--dir", dir.path().to_str().unwrap()]);
    let names = |dir: &Path| {
        let mut names: Vec<_> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let made = names(dir.path());
    let man = Path::new(env!("CARGO_MANIFEST_DIR")).join("man");
    assert_eq!(names(&man), made, "man/ {REMEDY}");
    for name in made {
        let fresh = fs::read(dir.path().join(&name)).unwrap();
        assert!(fresh == committed(&format!("man/{name}")), "man/{name} {REMEDY}");
    }
}
