//! Completions and man pages, made from the command line itself, and schemas.

use std::fs;
use std::path::PathBuf;

use clap_complete::Shell;

use super::results;
use crate::bot::{ACTION_SCHEMA, EVENT_SCHEMA};
use crate::cli::description;
use crate::cli::error::CommandError;
use crate::cli::ui::write;

/// Print the completion script for a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: igbot completions bash > ~/.local/share/bash-completion/completions/igbot"
)]
pub(crate) struct CompletionsArgs {
    /// Shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Print the manual page, or write all pages to a directory
#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// Write one page per command to this directory
    #[arg(long, value_name = "DIRECTORY")]
    dir: Option<PathBuf>,
}

/// Print a JSON Schema: of a bot's input or output, or of what a command prints with --json
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: igbot schema result message list")]
pub(crate) struct SchemaArgs {
    /// Which schema
    #[arg(value_enum)]
    of: Schema,

    /// With `result`: the command; without one, those that have a schema are listed
    command: Vec<String>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Schema {
    /// What a bot gets for each event
    Event,
    /// What a bot answers
    Action,
    /// What a command prints with --json
    Result,
}

pub(crate) fn schema(args: &SchemaArgs) -> Result<(), CommandError> {
    match args.of {
        Schema::Event | Schema::Action if !args.command.is_empty() => {
            Err(CommandError::usage("only `result` takes a command")
                .hint("see `igbot schema --help`"))
        }
        Schema::Event => write(EVENT_SCHEMA.as_bytes()).map(drop),
        Schema::Action => write(ACTION_SCHEMA.as_bytes()).map(drop),
        Schema::Result if args.command.is_empty() => {
            let commands: String = results::all().map(|it| format!("{}\n", it.command)).collect();
            write(commands.as_bytes()).map(drop)
        }
        Schema::Result => match results::of(&args.command) {
            Some(result) => {
                let schema = serde_json::to_string_pretty(&result.schema())?;
                write(format!("{schema}\n").as_bytes()).map(drop)
            }
            None => {
                let command = args.command.join(" ");
                Err(CommandError::usage(format!("there is no schema for `{command}`"))
                    .hint("`igbot schema result` lists the commands that have one"))
            }
        },
    }
}

pub(crate) fn completions(args: &CompletionsArgs) -> Result<(), CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut description(), "igbot", &mut script);
    write(&script).map(drop)
}

pub(crate) fn man(args: &ManArgs) -> Result<(), CommandError> {
    match &args.dir {
        Some(dir) => {
            fs::create_dir_all(dir)?;
            clap_mangen::generate_to(description(), dir)?;
            for entry in fs::read_dir(dir)? {
                let path = entry?.path();
                if path.extension().is_some_and(|it| it == "1") {
                    fs::write(&path, typeset(&fs::read_to_string(&path)?))?;
                }
            }
            Ok(())
        }
        None => {
            let mut made = Vec::new();
            clap_mangen::Man::new(description().disable_help_subcommand(true)).render(&mut made)?;
            write(typeset(&String::from_utf8_lossy(&made)).as_bytes()).map(drop)
        }
    }
}

/// A page as it was made, but with examples and tables in the lines in which they were written, and
/// with the name of the program at its foot.
fn typeset(made: &str) -> String {
    let mut page = String::new();
    let mut as_written = false;
    for line in made.lines() {
        if as_written && line.starts_with(".SH") {
            page.push_str(".fi\n");
            as_written = false;
        }
        match line {
            ".SH EXTRA" => {
                page.push_str(".SH NOTES\n.nf\n");
                as_written = true;
            }
            title if title.starts_with(".TH ") => {
                let name = title.split_whitespace().nth(1).unwrap_or("igbot");
                page.push_str(&format!(
                    ".TH {name} 1 \"\" \"igbot {}\"\n",
                    env!("CARGO_PKG_VERSION")
                ));
            }
            line => {
                page.push_str(line);
                page.push('\n');
            }
        }
    }
    if as_written {
        page.push_str(".fi\n");
    }
    page
}
