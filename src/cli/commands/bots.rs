//! The bots that `serve` asks: the one of its command line, and those of the config file.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use url::Url;

use super::serve::ServeArgs;
use crate::bot::exec::{self, Missing, Program};
use crate::bot::http::{Endpoint, ForwardKey};
use crate::bot::{Bot, Handler};
use crate::cli::args::web_address;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::config::{BotConfig, BotHandler, Setting};
use crate::domain::shell;

/// How long a bot of the config file may take unless it says otherwise there.
const HANDLER_LIMIT: Duration = Duration::from_secs(30);

/// What helps if a URL has a secret.
const ELSEWHERE: &str = "write the URL into the config file: [bots.NAME] with url";

/// The bot of the command line.
pub(super) fn named(args: &ServeArgs, context: &Context) -> Result<Bot, CommandError> {
    Ok(Bot { handler: handler(args, context)?, also: args.also.clone() })
}

fn handler(args: &ServeArgs, context: &Context) -> Result<Handler, CommandError> {
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
                "a relative name is looked for in the directory in which `igbot serve` is started".to_owned()
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
