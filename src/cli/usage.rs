//! Errors of the command line, as clap words them, for scripts.

use std::ffi::OsString;

use clap::Command;
use clap::error::{Error, ErrorKind};

use super::error::CommandError;

/// A wrong command line as an error: the names and values that clap lists stay in the message, its
/// tips become hints, and the last hint names the help of the command that was meant.
pub(super) fn error(error: &Error, root: &Command, arguments: &[OsString]) -> CommandError {
    let text = error.to_string();
    let mut parts = text.split("\n\n");
    let message = match error.kind() {
        // Clap gives the whole help for it.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "a command is missing".to_owned(),
        _ => one_line(parts.next().unwrap_or_default().trim_start_matches("error: ")),
    };
    let tips = parts.flat_map(str::lines).filter_map(|line| line.trim().strip_prefix("tip: "));
    let it = tips.fold(CommandError::usage(message), CommandError::hint);
    it.hint(format!("see `{} --help`", meant(root, arguments)))
}

/// A sentence and what is listed below it.
fn one_line(text: &str) -> String {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let sentence = lines.next().unwrap_or_default();
    let listed = lines.collect::<Vec<_>>().join(", ");
    format!("{sentence} {listed}").trim_end().to_owned()
}

/// The command that the arguments name, as far as they name one.
fn meant(root: &Command, arguments: &[OsString]) -> String {
    let (mut command, mut named) = (root, vec![root.get_name()]);
    let mut arguments = arguments.iter().filter_map(|it| it.to_str());
    while let Some(argument) = arguments.next() {
        if takes_value(root, argument) || takes_value(command, argument) {
            arguments.next();
        } else if let Some(below) = command.find_subcommand(argument) {
            command = below;
            named.push(below.get_name());
        } else if !argument.starts_with('-') {
            break;
        }
    }
    named.join(" ")
}

/// Whether an argument is a flag whose value is the next one.
fn takes_value(command: &Command, argument: &str) -> bool {
    let is_it = |it: &clap::Arg| match argument.strip_prefix("--") {
        Some(long) => it.get_long() == Some(long),
        None => argument
            .strip_prefix('-')
            .is_some_and(|short| it.get_short().is_some_and(|it| short == it.to_string())),
    };
    command.get_arguments().any(|it| is_it(it) && it.get_action().takes_values())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_is_that_of_the_command_that_was_meant() {
        for (line, expected) in [
            ("", "igbot"),
            ("--json send text", "igbot send text"),
            ("-A send api GET", "igbot api"),
            ("--account=send api GET", "igbot api"),
            ("store --store api backup", "igbot store backup"),
            ("send -q txt", "igbot send"),
            ("sned text", "igbot"),
        ] {
            let arguments: Vec<_> = line.split_whitespace().map(OsString::from).collect();
            assert_eq!(meant(&crate::cli::description(), &arguments), expected, "{line}");
        }
    }
}
