//! The one place where an error becomes a text, a chain of causes, hints and an exit code.

mod batch;
mod instagram;
mod login;
mod ops;
mod server;
mod settings;

use std::borrow::Cow;
use std::error::Error;
use std::io;

use dialoguer::console::Style;
use serde::Serialize;

use super::exit::Exit;
use super::ui;
use crate::domain::visible::visible;

/// What helps against an outcome that nobody knows.
const LOOK_FIRST: &str = "check the conversation before sending it again";

/// An error ready to be shown.
#[derive(Debug)]
pub(crate) struct CommandError {
    /// A word for scripts.
    kind: &'static str,
    message: String,
    causes: Vec<String>,
    pub(super) hints: Vec<Hint>,
    pub(super) exit: Exit,
    /// Reported already, row by row.
    silent: bool,
}

/// What helps against an error.
#[derive(Debug)]
pub(super) struct Hint {
    pub(super) text: String,
    /// It advises to do the same again, which is wrong where that may have been done.
    to_repeat: bool,
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
        self.hints.push(Hint { text: hint.into(), to_repeat: false });
        self
    }

    /// A hint that advises to do the same again.
    pub(crate) fn hint_to_repeat(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(Hint { text: hint.into(), to_repeat: true });
        self
    }

    /// The same failure of a send whose outcome nobody knows: trying again is the wrong advice.
    pub(crate) fn of_unknown_send(mut self) -> Self {
        self.hints.retain(|hint| !hint.to_repeat && hint.text != LOOK_FIRST);
        let message = "it is not known whether the message was sent".to_owned();
        Self { exit: Exit::OutcomeUnknown, kind: "outcome_unknown", message, ..self }
            .hint(LOOK_FIRST)
    }

    /// The same failure of a call that may have been carried out.
    pub(crate) fn of_unknown_call(self) -> Self {
        let message = "it is not known whether Instagram carried out the call".to_owned();
        let hints = Vec::new();
        Self { exit: Exit::OutcomeUnknown, kind: "outcome_unknown", message, hints, ..self }
            .hint("it may have been carried out: check before repeating it")
    }

    /// The same failure where the path came from a person and not from igbot.
    pub(crate) fn of_unknown_path(self) -> Self {
        Self { exit: Exit::Usage, hints: Vec::new(), ..self }
            .hint("Instagram has no such path; igbot puts the API version in front of it")
    }

    /// The same failure after something was done all the same; a refusal stays a refusal.
    pub(crate) fn partly_done(self) -> Self {
        match self.exit {
            Exit::Unavailable => Self { exit: Exit::PartlyDone, ..self },
            _ => self,
        }
    }

    /// Whether a message was refused before anybody was asked.
    pub(crate) fn is_of_message(&self) -> bool {
        matches!(self.kind, "invalid_text" | "invalid_message")
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

    pub(super) fn hints<const N: usize>(self, hints: [&str; N]) -> Self {
        hints.into_iter().fold(self, Self::hint)
    }

    /// The result could not be written.
    pub(crate) fn of_output(error: &io::Error) -> Self {
        Self::of(Exit::Failure, "output", error)
            .about("cannot write to standard output".to_owned())
            .hint("check the free disk space for the output; the command may already have made changes, so check before repeating it")
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
                hints: Vec<Cow<'a, str>>,
                exit: u8,
            }
            let json = Json {
                kind: self.kind,
                message: &self.message,
                causes: &self.causes,
                hints: self.hints.iter().map(|hint| ui::with_places(&hint.text)).collect(),
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
            ui::tell(&format!(
                "{} {}",
                style.clone().cyan().apply_to("hint:"),
                visible(&ui::with_places(&hint.text))
            ));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_have_been_done_is_not_advised_to_be_repeated() {
        let error = CommandError::new(Exit::Unavailable, "unavailable", "no answer")
            .hint("check the network")
            .hint_to_repeat("try again later")
            .of_unknown_send();
        let hints: Vec<_> = error.hints.iter().map(|hint| hint.text.as_str()).collect();
        assert_eq!(hints, ["check the network", LOOK_FIRST]);
        assert_eq!(error.exit, Exit::OutcomeUnknown);
    }
}
