//! Completions and man pages, made from the command line itself, and schemas.

use std::fs;
use std::path::PathBuf;

use clap_complete::Shell;

use crate::bot::{ACTION_SCHEMA, EVENT_SCHEMA};
use crate::cli::description;
use crate::cli::error::CommandError;

/// Print the completion script of a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: igbot completions bash > ~/.local/share/bash-completion/completions/igbot"
)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Print the manual page, or write all pages into a directory
#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// Write a page for each command here
    #[arg(long, value_name = "DIRECTORY")]
    dir: Option<PathBuf>,
}

/// Print the JSON Schema of what a bot is given, or of what it answers
#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Of what
    #[arg(value_enum)]
    of: Schema,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Schema {
    /// What a bot is given for each event
    Event,
    /// What a bot answers
    Action,
}

pub(crate) fn schema(args: &SchemaArgs) -> Result<(), CommandError> {
    write(match args.of {
        Schema::Event => EVENT_SCHEMA.as_bytes(),
        Schema::Action => ACTION_SCHEMA.as_bytes(),
    })
}

pub(crate) fn completions(args: &CompletionsArgs) -> Result<(), CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut description(), "igbot", &mut script);
    write(&script)
}

pub(crate) fn man(args: &ManArgs) -> Result<(), CommandError> {
    match &args.dir {
        Some(dir) => {
            fs::create_dir_all(dir)?;
            Ok(clap_mangen::generate_to(description(), dir)?)
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(description()).render(&mut page)?;
            write(&page)
        }
    }
}

fn write(bytes: &[u8]) -> Result<(), CommandError> {
    use std::io::Write as _;
    let mut stdout = std::io::stdout().lock();
    let written = stdout.write_all(bytes).and_then(|()| stdout.flush());
    written.map_err(|error| CommandError::of_output(&error))
}
