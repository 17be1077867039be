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
mod visible;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use rustix::fs::Mode;
use rustix::process::{Resource, Rlimit, setrlimit, umask};

use args::Cli;
use error::CommandError;

/// Runs igbot with the arguments and the environment of this process.
pub fn run() -> ExitCode {
    harden();
    let asks_json = || std::env::args_os().any(|argument| argument == "--json");
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help and version are no errors and go to standard output.
        Err(error) if !error.use_stderr() || !asks_json() => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
        Err(error) => {
            let text = error.to_string();
            let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            let error = CommandError::usage(message).hint("see `igbot --help`");
            error.show(true);
            return ExitCode::from(error.exit().code());
        }
    };
    let json = cli.global.json;
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            error.show(json);
            ExitCode::from(error.exit().code())
        }
    }
}

/// The command line as a description, for completions and man pages.
fn description() -> clap::Command {
    Cli::command()
}

/// Keeps what this process makes from other users, and its memory out of core files.
fn harden() {
    umask(Mode::RWXG | Mode::RWXO);
    // Where this is refused there is nothing better to do.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}
