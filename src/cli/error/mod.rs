//! The one place where an error becomes a text, a chain of causes, hints and an exit code.

mod instagram;
mod ops;
mod settings;

use std::error::Error;
use std::io;

use dialoguer::console::Style;
use serde::Serialize;

use super::exit::Exit;
use super::ui;
use super::visible::visible;

/// What helps against an outcome that nobody knows.
const LOOK_FIRST: &str = "look into the conversation before sending it again";

/// An error ready to be shown.
#[derive(Debug)]
pub(crate) struct CommandError {
    /// A word for scripts.
    kind: &'static str,
    message: String,
    causes: Vec<String>,
    pub(super) hints: Vec<String>,
    pub(super) exit: Exit,
    /// Reported already, row by row.
    silent: bool,
}

impl CommandError {
    pub(crate) fn new(exit: Exit, kind: &'static str, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            causes: Vec::new(),
            hints: Vec::new(),
            exit,
            silent: false,
        }
    }

    /// A prompt was needed and not possible, or an argument is wrong.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, "usage", message)
    }

    /// An end that has been reported already, row by row.
    pub(crate) fn ended(exit: Exit) -> Self {
        Self { silent: true, ..Self::new(exit, "reported", "") }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same failure of a send whose outcome nobody knows: trying again is the wrong advice.
    pub(crate) fn of_unknown_send(self) -> Self {
        let mut hints = self.hints;
        // What advises to do it again would be wrong here.
        hints.retain(|hint| !hint.contains("try again") && hint != LOOK_FIRST);
        hints.push(LOOK_FIRST.to_owned());
        let message = "nobody knows whether the message was sent".to_owned();
        Self { exit: Exit::OutcomeUnknown, kind: "outcome_unknown", message, hints, ..self }
    }

    /// The same failure of a call that may have been carried out.
    pub(crate) fn of_unknown_call(self) -> Self {
        let hints = vec!["it may have been done: look before repeating it".to_owned()];
        let message = "nobody knows whether Instagram did it".to_owned();
        Self { exit: Exit::OutcomeUnknown, kind: "outcome_unknown", message, hints, ..self }
    }

    /// The same failure where the path came from a person and not from igbot.
    pub(crate) fn of_unknown_path(self) -> Self {
        let hints = vec!["Instagram has no such path; a version is put in front of it".to_owned()];
        Self { exit: Exit::Usage, hints, ..self }
    }

    /// The same failure after something was done all the same; a refusal stays a refusal.
    pub(crate) fn partly_done(self) -> Self {
        match self.exit {
            Exit::Unavailable => Self { exit: Exit::PartlyDone, ..self },
            _ => self,
        }
    }

    /// The same failure with another exit code.
    pub(crate) fn ending(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }

    /// The same failure as the cause of another message.
    pub(crate) fn about(mut self, message: String) -> Self {
        self.causes.insert(0, std::mem::replace(&mut self.message, message));
        self
    }

    pub(super) fn hints<const N: usize>(mut self, hints: [&str; N]) -> Self {
        self.hints.extend(hints.map(str::to_owned));
        self
    }

    /// The result could not be written.
    pub(crate) fn of_output(error: &io::Error) -> Self {
        Self::of(Exit::Failure, "output", error)
            .about("cannot write to standard output".to_owned())
            .hint("check the room on the disk that the output goes to; look before repeating a command that changes something")
    }

    /// Takes message and causes from an error.
    pub(super) fn of(exit: Exit, kind: &'static str, error: &dyn Error) -> Self {
        let mut it = Self::new(exit, kind, error.to_string());
        let mut source = error.source();
        while let Some(cause) = source {
            let text = cause.to_string();
            if !it.message.contains(&text) && it.causes.last() != Some(&text) {
                it.causes.push(text);
            }
            source = cause.source();
        }
        it
    }

    /// Message and causes on one line, for the log.
    pub(crate) fn line(&self) -> String {
        let all: Vec<_> =
            [&self.message].into_iter().chain(&self.causes).map(|it| visible(it)).collect();
        all.join(": ")
    }

    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    /// Shows the error on standard error, as text or as one JSON object.
    pub(crate) fn show(&self, json: bool) {
        if self.silent {
            return;
        }
        if json {
            #[derive(Serialize)]
            struct Json<'a> {
                kind: &'a str,
                message: &'a str,
                causes: &'a [String],
                hints: &'a [String],
                exit: u8,
            }
            let json = Json {
                kind: self.kind,
                message: &self.message,
                causes: &self.causes,
                hints: &self.hints,
                exit: self.exit.code(),
            };
            if let Ok(json) = serde_json::to_string(&json) {
                ui::tell(&ui::escaped(&json));
            }
            return;
        }
        let style = Style::new().for_stderr().bold();
        ui::tell(&format!("{} {}", style.clone().red().apply_to("error:"), visible(&self.message)));
        for cause in &self.causes {
            ui::tell(&format!("  caused by: {}", visible(cause)));
        }
        for hint in &self.hints {
            ui::tell(&format!("{} {}", style.clone().cyan().apply_to("hint:"), visible(hint)));
        }
    }
}

impl From<io::Error> for CommandError {
    fn from(error: io::Error) -> Self {
        Self::of(Exit::Failure, "io", &error)
    }
}

impl From<serde_json::Error> for CommandError {
    fn from(error: serde_json::Error) -> Self {
        Self::of(Exit::Failure, "json", &error)
    }
}

impl From<dialoguer::Error> for CommandError {
    fn from(error: dialoguer::Error) -> Self {
        Self::of(Exit::Usage, "prompt", &error)
    }
}
