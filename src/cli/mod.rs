//! The only room that talks to a person or a shell.

mod advice;
mod args;
mod commands;
mod context;
mod error;
mod exit;
mod listing;
mod log;
mod ui;
mod usage;

use std::borrow::Cow;
use std::ffi::OsStr;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use rustix::fs::Mode;
#[cfg(target_os = "linux")]
use rustix::process::{DumpableBehavior, set_dumpable_behavior};
use rustix::process::{Resource, Rlimit, setrlimit, umask};

use crate::domain::visible::{visible, visible_lines};
use args::Cli;
use error::CommandError;

/// Runs igbot with the arguments and the environment of this process.
pub fn run() -> ExitCode {
    harden();
    let asks_json = || std::env::args_os().any(|argument| argument == "--json");
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // A text like `-hello` must not end as if it had been sent.
        Err(error) if !error.use_stderr() && std::env::args_os().any(|it| is_no_flag(&it)) => {
            let error = CommandError::usage("a text that begins with `-` looks like a flag")
                .hint("put `--` before a text that begins with a hyphen");
            error.show(asks_json());
            return ExitCode::from(error.exit().code());
        }
        // Help and version are no errors and go to standard output.
        Err(error) if !error.use_stderr() || !asks_json() => {
            // An argument that is quoted must not drive the terminal (security, 37).
            match std::env::args_os().any(|it| is_hidden_in(&it)) {
                false => drop(error.print()),
                true => ui::tell(&visible_lines(error.to_string().trim_end())),
            }
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
        Err(error) => {
            let arguments: Vec<_> = std::env::args_os().skip(1).collect();
            let error = usage::error(&error, &description(), &arguments);
            error.show(true);
            return ExitCode::from(error.exit().code());
        }
    };
    let json = cli.global.json;
    ui::set_places(cli.global.places());
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            error.show(json);
            ExitCode::from(error.exit().code())
        }
    }
}

/// Whether an argument holds what a terminal does not show.
fn is_hidden_in(argument: &OsStr) -> bool {
    matches!(visible(&argument.to_string_lossy()), Cow::Owned(_))
}

/// Whether an argument was read as short flags, help or version among them, and cannot have been
/// meant as such.
fn is_no_flag(argument: &OsStr) -> bool {
    let flags = argument.to_str().and_then(|it| it.strip_prefix('-')).unwrap_or_default();
    !flags.starts_with('-')
        && flags.contains(['h', 'V'])
        && !flags.chars().all(|flag| matches!(flag, 'h' | 'V' | 'q' | 'v' | 'n'))
}

/// The command line as a description, for completions and man pages.
fn description() -> clap::Command {
    Cli::command()
}

/// Keeps what this process makes from other users, and its memory out of core files and from other
/// processes of the same user, bots among them (security, 15 and 31).
fn harden() {
    umask(Mode::RWXG | Mode::RWXO);
    // Where these are refused there is nothing better to do.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn no_other_process_of_the_user_looks_into_this_one() {
        harden();
        let behaviour = rustix::process::dumpable_behavior().unwrap();
        assert_eq!(behaviour, DumpableBehavior::NotDumpable);
    }

    #[test]
    fn arguments_that_would_drive_a_terminal_are_found() {
        for (argument, expected) in [
            ("send", false),
            ("größe", false),
            ("\u{1b}]0;title\u{7}", true),
            ("\u{9b}2J", true),
            ("\u{202e}", true),
        ] {
            assert_eq!(is_hidden_in(OsStr::new(argument)), expected, "{argument:?}");
        }
    }

    #[test]
    fn a_text_is_told_from_a_call_for_help() {
        for (argument, expected) in [
            ("-h", false),
            ("-vh", false),
            ("-V", false),
            ("--help", false),
            ("hello", false),
            ("-", false),
            ("-hello", true),
            ("-vhello", true),
            ("-Viva", true),
        ] {
            assert_eq!(is_no_flag(OsStr::new(argument)), expected, "{argument}");
        }
    }
}
