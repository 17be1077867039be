//! The bots that are asked: the one of the command line, and those of the config file.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use url::Url;

use crate::bot::exec::{self, Missing, Program};
use crate::bot::http::{Endpoint, ForwardKey};
use crate::bot::{Bot, Handler};
use crate::cli::args::{patience, web_address};
use crate::cli::context::Context;
use crate::cli::description;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::config::{BotConfig, BotHandler, Setting, on_request, passed_name};
use crate::domain::event::EventKind;
use crate::domain::shell;

/// How long a bot of the config file may take unless it says otherwise there.
const HANDLER_LIMIT: Duration = Duration::from_secs(30);

/// What helps if a URL has a secret.
const ELSEWHERE: &str = "write the URL into the config file: [bots.NAME] with url";

/// The flags that name a bot.
#[derive(Debug, clap::Args)]
pub(super) struct BotArgs {
    /// Answer every text with the same text
    #[arg(long, group = "bot", conflicts_with = "exec")]
    echo: bool,

    /// Time limit for the bot per event
    #[arg(long, default_value = "30s", value_name = "TIME", value_parser = patience)]
    handler_timeout: Duration,

    /// Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot's
    /// answer
    #[arg(long, group = "bot", value_name = "URL", conflicts_with_all = ["exec", "echo"])]
    forward_to: Option<String>,

    /// Also pass this environment variable to the program of --exec, such as an API key; can be
    /// repeated
    #[arg(long, value_name = "NAME", requires = "exec", value_parser = passed_name)]
    pass_env: Vec<String>,

    /// Ask the bot about this kind of event too: comment, live_comment or referral; its answer to a
    /// comment is sent privately to who wrote it
    #[arg(long, value_name = "KIND", requires = "bot", value_delimiter = ',', value_parser = on_request)]
    also: Vec<EventKind>,

    /// Run this program for every message and tap; takes the rest of the command line
    #[arg(long, group = "bot", num_args = 1.., allow_hyphen_values = true, value_names = ["PROGRAM", "ARGUMENT"])]
    pub(super) exec: Vec<String>,
}

impl BotArgs {
    /// Tells which flags of a command are among the arguments of its program, where they are seldom meant.
    pub(super) fn warn_of_swallowed(&self, command: &str) {
        let igbot = description();
        let command = igbot.find_subcommand(command).into_iter().chain([&igbot]);
        let flags: Vec<_> =
            command.flat_map(|it| it.get_arguments()).filter_map(|it| it.get_long()).collect();
        for flag in swallowed(&self.exec, &flags) {
            tracing::warn!(flag, "goes to the program, as all behind --exec does");
        }
    }
}

/// The flags among the arguments of a program, without their values, which may be secrets.
fn swallowed<'a>(exec: &'a [String], flags: &[&str]) -> Vec<&'a str> {
    let names = exec.iter().skip(1).filter_map(|word| word.split('=').next());
    names.filter(|it| it.strip_prefix("--").is_some_and(|it| flags.contains(&it))).collect()
}

/// The bot of the command line.
pub(super) fn named(args: &BotArgs, context: &Context) -> Result<Bot, CommandError> {
    Ok(Bot { handler: handler(args, context)?, also: args.also.clone() })
}

fn handler(args: &BotArgs, context: &Context) -> Result<Handler, CommandError> {
    if let Some(url) = &args.forward_to {
        // Not by clap, which would quote it, and with it whatever secret it contains.
        let url = web_address(url)
            .map_err(|problem| CommandError::usage(format!("--forward-to: {problem}")))?;
        // Every user of the machine sees it there.
        if url.password().is_some() {
            return Err(
                CommandError::usage("the URL of --forward-to contains a password").hint(ELSEWHERE)
            );
        }
        if url.query().is_some() {
            context.ui.warn(format!(
                "every user of this machine can read the query of --forward-to; if it contains a secret, {ELSEWHERE}"
            ));
        }
        return forward(&url, args.handler_timeout, context);
    }
    match args.exec.as_slice() {
        [] if args.echo => Ok(Handler::Echo { prefix: String::new() }),
        [] => Ok(Handler::None),
        [program, arguments @ ..] => {
            // It must be there now, before the first customer waits for it.
            find(program, arguments)?;
            Ok(exec_handler(Program {
                program: program.clone(),
                arguments: arguments.to_vec(),
                passed: args.pass_env.clone(),
                limit: args.handler_timeout,
            }))
        }
    }
}

/// A bot of the config file.
pub(super) fn configured(
    name: &str,
    bot: &BotConfig,
    context: &Context,
) -> Result<Bot, CommandError> {
    let limit = bot.timeout.unwrap_or(HANDLER_LIMIT);
    let handler = match &bot.handler {
        BotHandler::Exec(command) => {
            // The other bots, and the intake, do without it.
            if let Err(error) = find(&command.program, &command.arguments) {
                tracing::warn!(
                    bot = name,
                    problem = error.line(),
                    "a bot is unavailable; its messages stay queued"
                );
            }
            exec_handler(Program {
                program: command.program.clone(),
                arguments: command.arguments.clone(),
                passed: bot.pass_env.clone(),
                limit,
            })
        }
        BotHandler::Url(url) => forward(url, limit, context).map_err(|error| {
            error.hint(format!("what is posted to the url of [bots.{name}] is signed with it"))
        })?,
    };
    Ok(Bot { handler, also: bot.also.clone() })
}

/// Checks whether a bot of the config file can be run, as far as that is known here.
pub(super) fn check(name: &str, bot: &BotConfig) -> Result<(), CommandError> {
    match &bot.handler {
        BotHandler::Exec(command) => find(&command.program, &command.arguments)
            .map_err(|error| error.about(format!("[bots.{name}]")).ending(Exit::Configuration)),
        BotHandler::Url(_) => Ok(()),
    }
}

fn exec_handler(program: Program) -> Handler {
    for variable in program.unset() {
        tracing::warn!(variable, "a variable to pass to a bot is not set");
    }
    Handler::Exec(program)
}

fn forward(url: &Url, limit: Duration, context: &Context) -> Result<Handler, CommandError> {
    let secret = context.settings.need_secret(Setting::ForwardSecret)?;
    let key = forward_key(&secret)?;
    match Endpoint::new(url.clone(), key, limit, Arc::clone(&context.clock)) {
        Ok(endpoint) => Ok(Handler::Forward(endpoint)),
        Err(error) => {
            let message = format!("cannot forward: {error}");
            Err(CommandError::new(Exit::Configuration, "https", message)
                .hint("install the system's root certificates (the package ca-certificates)"))
        }
    }
}

/// The key that signs events on their way to a bot.
pub(super) fn forward_key(secret: &SecretString) -> Result<ForwardKey, CommandError> {
    ForwardKey::parse(secret).map_err(|error| {
        let name = Setting::ForwardSecret.name();
        CommandError::new(Exit::Configuration, "invalid_key", format!("{name}: {error}"))
            .hint("create one with: echo whsec_$(openssl rand -base64 32)")
    })
}

/// Looks whether a program is where it would be run from.
fn find(program: &str, arguments: &[String]) -> Result<(), CommandError> {
    let found = exec::find(program).and_then(|()| exec::find_script(program, arguments));
    found.map_err(|missing| {
        let error = CommandError::usage(missing.to_string());
        error.hint(match missing {
            Missing::NotExecutable(file) => {
                format!("run `chmod +x {}`, or name its interpreter: --exec python3 …", shell::word(&file))
            }
            Missing::Script(_) => {
                "a relative name is looked for in the directory in which igbot is started".to_owned()
            }
            Missing::Nowhere(_) if Path::new(program).is_file() => format!(
                "write ./{program} for the file here, or name its interpreter: --exec python3 {program}"
            ),
            Missing::Nowhere(_) => {
                "pass the program and its arguments as separate words, like: --exec python3 bot.py".to_owned()
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_behind_a_program_is_named_without_its_value() {
        let exec =
            ["bot.py", "--forward-to=https://hook.example/SECRET", "--also", "-x", "--mine=1"];
        let exec: Vec<_> = exec.map(str::to_owned).into();
        assert_eq!(swallowed(&exec, &["forward-to", "also"]), ["--forward-to", "--also"]);
    }
}
