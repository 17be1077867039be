//! The files of a batch: its rows, its template, its report.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::ops::OpsError;
use crate::ops::batch::Input;
use crate::ops::output::Form;
use crate::store::batches::Repeat;

/// Longest template taken.
const MAX_TEMPLATE: u64 = 1 << 20;

/// Reads of a file, so that rows do not cost a call each.
const BUFFER: usize = 1 << 16;

/// The rows of a file, or of standard input.
pub(super) fn input<'a>(
    file: Option<&Path>,
    template: Option<&'a str>,
) -> Result<Input<'a>, CommandError> {
    let path = file.unwrap_or(Path::new("-"));
    let reader: Box<dyn BufRead + Send> = match path.as_os_str() == "-" {
        true => Box::new(BufReader::with_capacity(BUFFER, std::io::stdin())),
        false => Box::new(BufReader::with_capacity(BUFFER, open(path)?)),
    };
    // By its whole path it is known again; what a pipe brings has no name.
    let file = path.canonicalize().ok().filter(|path| path.is_file());
    let name = file.map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned());
    Ok(Input { name, reader, template, repeat: Repeat::AfterEnd })
}

/// Reads a template.
pub(super) fn template(path: Option<&Path>) -> Result<Option<String>, CommandError> {
    let Some(path) = path else { return Ok(None) };
    let mut text = String::new();
    open(path)?
        .take(MAX_TEMPLATE + 1)
        .read_to_string(&mut text)
        .map_err(|error| unreadable(path, &error))?;
    if text.len() as u64 > MAX_TEMPLATE {
        let text = format!("{} is longer than {MAX_TEMPLATE} bytes", path.display());
        return Err(CommandError::usage(text).hint("--template takes a template for one message"));
    }
    // Editors of Windows put a mark in front, which nobody should be sent.
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

fn open(path: &Path) -> Result<File, CommandError> {
    File::open(path).map_err(|error| unreadable(path, &error))
}

/// Whether two names are of one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| path.metadata().ok().map(|file| (file.dev(), file.ino()));
    place(one).is_some_and(|one| place(other) == Some(one))
}

fn unreadable(path: &Path, error: &std::io::Error) -> CommandError {
    let text = format!("cannot read {}: {error}", path.display());
    CommandError::new(Exit::Usage, "file", text).hint("nothing was sent; check the path")
}

/// Says that a report cannot be written.
pub(super) fn unreported(path: &Path, error: OpsError) -> CommandError {
    CommandError::from(error).about(format!("cannot write the report {}", path.display()))
}

/// The form of a report, looked at before anything is sent. It takes the place of nothing that is read.
pub(super) fn report_form<'a>(
    path: &Path,
    mut taken: impl Iterator<Item = &'a PathBuf>,
) -> Result<Form, CommandError> {
    let stands = |input: &Path| match input.as_os_str() == "-" {
        true => is_same(path, Path::new("/dev/stdin")),
        false => is_same(path, input),
    };
    if let Some(input) = taken.find(|input| stands(input)) {
        let text = format!("the report would overwrite {}", input.display());
        return Err(CommandError::usage(text).hint("nothing was sent; name another file"));
    }
    let directory = path.parent().filter(|it| !it.as_os_str().is_empty());
    let there = directory.is_none_or(Path::is_dir);
    Form::of(path).filter(|_| there).ok_or_else(|| {
        CommandError::usage(format!("cannot write the report {}", path.display()))
            .hint("name a .csv or .ndjson file in an existing directory")
    })
}
