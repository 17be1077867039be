//! A command is a paragraph: it parses, asks one use case, and shows the outcome.

pub(super) mod account;
pub(super) mod api;
mod bots;
pub(super) mod config;
pub(super) mod conversation;
pub(super) mod demo;
pub(super) mod doctor;
pub(super) mod event;
pub(super) mod generate;
pub(super) mod init;
pub(super) mod limits;
pub(super) mod link;
mod listen;
pub(super) mod login;
pub(super) mod message;
pub(super) mod profile;
pub(super) mod profile_menu;
mod receiver;
pub(super) mod reconcile;
pub(super) mod refresh;
pub(super) mod results;
pub(super) mod sandbox;
pub(super) mod send;
pub(super) mod serve;
pub(super) mod store;
pub(super) mod token;
pub(super) mod trigger;
pub(super) mod try_bot;
pub(super) mod unlink;
pub(super) mod webhook;

use std::future::Future;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tracing::Level;

use super::args::{Cli, Command};
use super::context::Context;
use super::error::CommandError;
use super::exit::Exit;
use super::log;
use crate::bot::exec;
use crate::domain::visible::visible;
use crate::graph::messages::Preview;
use crate::server::HandedOver;

/// Runs the command of a parsed command line.
pub(super) fn run(cli: Cli) -> Result<(), CommandError> {
    // These two describe igbot and must work whatever its settings are.
    match &cli.command {
        Command::Completions(args) => return generate::completions(args),
        Command::Man(args) => return generate::man(args),
        Command::Schema(args) => return generate::schema(args),
        _ => {}
    }
    let makes_config = match &cli.command {
        Command::Init(_) => true,
        Command::Config(args) => args.makes_config(),
        _ => false,
    };
    let context = Context::new(&cli.global, makes_config)?;
    let usual = match &cli.command {
        // What the bot says is logged.
        Command::Serve(_) | Command::Try(_) if !cli.global.quiet => Level::INFO,
        _ => Level::WARN,
    };
    let serves = matches!(cli.command, Command::Serve(_));
    // Before other threads are there: it changes the environment.
    let handed_over = if serves { HandedOver::take()? } else { None };
    let _log =
        match log::start(&context.settings, usual, cli.global.verbose, cli.global.json, serves) {
            // It may be the setting of the log that is to be mended.
            Err(_) if matches!(cli.command, Command::Config(_) | Command::Doctor(_)) => None,
            started => started?,
        };
    match cli.command {
        Command::Completions(_) | Command::Man(_) | Command::Schema(_) => Ok(()),
        Command::Demo(args) => block_on_many(demo::run(args, context)),
        Command::Sandbox(args) => block_on_many(sandbox::run(args, context)),
        Command::Serve(args) => block_on_many(serve::run(args, handed_over, context)),
        Command::Config(args) => config::run(args, context),
        Command::Doctor(args) => block_on(doctor::run(args, context)),
        Command::Init(args) => block_on(init::run(args, context)),
        Command::Login(args) => block_on(login::run(args, context)),
        Command::Api(args) => block_on(api::run(args, context)),
        Command::Profile(args) => block_on(profile::run(args, context)),
        Command::ProfileMenu(args) => block_on(profile_menu::run(args, context)),
        Command::Limits(args) => block_on(limits::run(args, context)),
        Command::Link(args) => block_on(link::run(args, context)),
        Command::Unlink(args) => block_on(unlink::run(args, context)),
        Command::Account(args) => block_on(account::run(args, context)),
        Command::Token(args) => block_on(token::run(args, context)),
        Command::Webhook(args) => block_on(webhook::run(args, context)),
        Command::Trigger(args) => block_on(trigger::run(args, context)),
        Command::Try(args) => block_on(try_bot::run(args, context)),
        Command::Event(args) => block_on(event::run(args, context)),
        // These two must hear signals while they cannot print.
        Command::RefreshTokens(args) => block_on_many(refresh::run(args, context)),
        Command::Send(args) if args.is_batch() => block_on_many(send::run(args, context)),
        Command::Send(args) => block_on(send::run(args, context)),
        Command::Store(args) => block_on(store::run(args, context)),
        Command::Message(args) => block_on(message::run(args, context)),
        Command::Reconcile(args) => block_on(reconcile::run(args, context)),
        Command::Conversation(args) => block_on(conversation::run(args, context)),
    }
}

/// Shows the request that would be made.
fn preview(request: &Preview, context: &Context) -> Result<(), CommandError> {
    context.ui.result(request, preview_text)
}

fn preview_text(request: &Preview) -> String {
    let body = visible(&request.body.to_string()).into_owned();
    format!("{} {}\n{body}", request.method, request.url)
}

/// Runs a one-shot command; one thread starts faster than many.
fn block_on<T>(work: impl Future<Output = Result<T, CommandError>>) -> Result<T, CommandError> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(kept_alive(work))
}

/// Runs a command that serves others.
fn block_on_many<T>(
    work: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let result = runtime.block_on(kept_alive(work));
    // Threads that read standard input for ever must not keep the process.
    runtime.shutdown_background();
    result
}

/// Runs a command for which a file that may not grow any more is a full disk, and no death (security, 4).
async fn kept_alive<T>(
    work: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    let _heard = signal(SignalKind::from_raw(Signal::XFSZ.as_raw()))?;
    work.await
}

/// Tells when the process is asked to stop, and how it ends then.
struct StopSignal {
    /// Becomes true.
    asked: watch::Receiver<bool>,
    exit: Arc<OnceLock<Exit>>,
}

impl StopSignal {
    /// The exit code that tells of the signal, if one came.
    fn exit(&self) -> Option<Exit> {
        self.exit.get().copied()
    }

    /// How a command ends that was asked to stop.
    fn ended(&self) -> CommandError {
        CommandError::ended(self.exit().unwrap_or(Exit::Interrupted))
    }
}

/// How soon after the first another signal says nothing new.
const SAME_SIGNAL: Duration = Duration::from_millis(300);

/// Listens for Ctrl-C and SIGTERM, and if `hangup` for the closing of the terminal.
fn stop_signal(hangup: bool) -> Result<StopSignal, CommandError> {
    let (stop, asked) = watch::channel(false);
    let exit = Arc::new(OnceLock::new());
    let told = Arc::clone(&exit);
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut closing = if hangup { Some(signal(SignalKind::hangup())?) } else { None };
    tokio::spawn(async move {
        let how = tokio::select! {
            _ = interrupt.recv() => Exit::Interrupted,
            _ = terminate.recv() => Exit::Terminated,
            Some(_) = async { closing.as_mut()?.recv().await } => Exit::Interrupted,
        };
        let _ = told.set(how);
        // Everybody who could stop may have ended already.
        let _ = stop.send(true);
        // A second signal means that the first took too long for the person's taste; but `timeout`, for one,
        // sends two at once, to the process and to its group.
        let first = Instant::now();
        let how = loop {
            let how = tokio::select! {
                _ = interrupt.recv() => Exit::Interrupted,
                _ = terminate.recv() => Exit::Terminated,
            };
            if first.elapsed() > SAME_SIGNAL {
                break how;
            }
        };
        exec::end_all();
        std::process::exit(how.code().into());
    });
    Ok(StopSignal { asked, exit })
}
