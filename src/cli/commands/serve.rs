use std::net::SocketAddr;
use std::pin::pin;
use std::time::{Duration, Instant};

use tokio::time::sleep;

use super::bots::BotArgs;
use super::listen::{self, ListenArgs};
use super::receiver::{self, ReceiverSetup, Secrets};
use super::{bots, stop_signal};
use crate::bot::Handler;
use crate::cli::args::duration;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::{Ui, escaped};
use crate::config::Setting;
use crate::domain::routes::{DATA_DELETION, DEAUTHORIZE, LOGIN_CALLBACK, WEBHOOK};
use crate::domain::visible::visible;
use crate::ops::dispatch::DispatchPolicy;
use crate::ops::notice::Watcher;
use crate::ops::stopped;
use crate::server::HandedOver;

/// How long the last notices may take to be read.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// After this a stop that has not ended yet is noticed by a person.
const NOTICED: Duration = Duration::from_millis(300);

/// Notices that may wait to be printed; a reader that is slower misses some.
const NOTICES: usize = 1024;

/// Pause before the next notices are printed. To be woken for each would cost a busy receiver a tenth
/// of what it can take in.
const NOTICE_PAUSE: Duration = Duration::from_millis(10);

/// Receive webhooks and let a bot answer
///
/// Stores every event of every correctly signed delivery before it answers 200, then passes
/// messages to the bot, in order within a conversation, and sends its answer. Without a bot, events
/// are only stored. Put a reverse proxy with a public certificate in front of it, or use
/// --tls-cert, and give Meta the address.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A bot gets the event as JSON on standard input. What it prints is the answer: nothing, plain
text, or JSON objects like {\"type\":\"text\",\"text\":\"Hello\"}. A non-zero exit code means: retry
later. Standard error is logged with the number of the event.

Its environment contains PATH, HOME, USER, LANG, LC_ALL, TZ, TMPDIR and SHELL, plus the variables
named with --pass-env.

Example: igbot serve --exec python3 bot.py")]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    listen: ListenArgs,

    /// Loopback address that serves /healthz, /readyz and /metrics
    #[arg(long, value_name = "ADDRESS:PORT", value_parser = loopback)]
    admin: Option<SocketAddr>,

    /// Path of the webhook
    #[arg(long, default_value = WEBHOOK, value_parser = path)]
    path: String,

    /// Conversations handled in parallel
    #[arg(long, default_value_t = 16, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    concurrency: u16,

    /// Attempts before giving up on an event
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    max_attempts: u32,

    /// After SIGTERM, wait this long for bots to finish
    #[arg(long, default_value = "8s", value_name = "TIME", value_parser = duration)]
    drain: Duration,

    /// Do not mark messages as seen
    #[arg(long)]
    no_mark_seen: bool,

    /// Do not show the typing indicator
    #[arg(long)]
    no_typing: bool,

    #[command(flatten)]
    bot: BotArgs,
}

pub(crate) async fn run(
    args: ServeArgs,
    handed_over: Option<HandedOver>,
    context: Context,
) -> Result<(), CommandError> {
    let hangup = listen::hangup()?;
    let policy = policy(&args, &context)?;
    let described = described(&policy);
    args.bot.warn_of_swallowed("serve");
    let secrets = Secrets::read(&context)?;
    let mut stop = stop_signal(false)?.asked;
    let services = context.services_with(context.new_store()?, context.timeout)?;
    let public_url = match context.settings.get(Setting::BackendUrl) {
        Some(_) => context.settings.backend_url()?.as_str().trim_end_matches('/').to_owned(),
        None => String::new(),
    };
    let (listener, reloading) = args.listen.open(handed_over, &context.clock).await?;
    let receiver =
        ReceiverSetup { listener, admin: args.admin, path: args.path, secrets, policy, public_url };
    let (watcher, printed) = context.ui.json.then(|| watch_events(context.ui)).unzip();
    let watcher = watcher.unwrap_or_default();
    let running = receiver.start(&services, stop.clone(), args.drain, watcher).await?;
    listen::ready(context.ui, &running.bound, &running.webhook, running.admin)?;
    let tend = listen::tend(reloading, hangup, running.health.clone(), stop.clone());
    let tend = tokio::spawn(tend);
    // With --json standard error is the log, and whoever reads that expects nothing else.
    if !context.ui.json {
        let (ui, text) = (
            context.ui,
            match described.is_empty() {
                true => "No bot: events are stored only. See --exec and --echo.".to_owned(),
                false => format!("Answering with {described}."),
            },
        );
        // Beside the rest: nobody may read standard error.
        tokio::task::spawn_blocking(move || ui.say(text));
    }
    let mut ended = pin!(running.ended());
    let lingers = async {
        stopped(&mut stop).await;
        sleep(NOTICED).await;
    };
    tokio::select! {
        () = &mut ended => {}
        () = lingers => {
            let drain = args.drain;
            tracing::info!(?drain, "stopping: running bots may finish; Ctrl-C again stops immediately");
            ended.await;
        }
    }
    receiver::abort(tend).await;
    // The printer ends when the last sender is gone; a reader that does not read is not waited for.
    let until = Instant::now() + LAST_WORDS;
    while printed.as_ref().is_some_and(|it| !it.is_finished()) && Instant::now() < until {
        sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}

/// How events are to be handled, by the command line and the config file.
fn policy(args: &ServeArgs, context: &Context) -> Result<DispatchPolicy, CommandError> {
    let bot = bots::named(&args.bot, context)?;
    let configured = context.settings.bots();
    let bots = configured
        .map(|(name, bot)| Ok((name.clone(), bots::configured(name, bot, context)?)))
        .collect::<Result<_, CommandError>>()?;
    Ok(DispatchPolicy {
        bot,
        bots,
        concurrency: args.concurrency.into(),
        max_attempts: args.max_attempts,
        mark_seen: !args.no_mark_seen,
        typing: !args.no_typing,
    })
}

/// What a person reads of who answers; nothing if nobody does.
fn described(policy: &DispatchPolicy) -> String {
    match &policy.bot.handler {
        Handler::Echo { .. } => "an echo".to_owned(),
        Handler::Exec(program) => {
            // The whole of it: options of ours behind it would be its own.
            let words = [&program.program].into_iter().chain(&program.arguments);
            format!("`{}`", words.map(|word| visible(word)).collect::<Vec<_>>().join(" "))
        }
        Handler::Forward(endpoint) => endpoint.to_string(),
        Handler::None if !policy.bots.is_empty() => "the bots of the config file".to_owned(),
        Handler::None => String::new(),
    }
}

/// Prints one JSON object for each stored or handled event, in a thread of its own: a reader that
/// does not read must hold up nothing but itself.
fn watch_events(ui: Ui) -> (Watcher, std::thread::JoinHandle<()>) {
    let (watcher, mut notices) = Watcher::new(NOTICES);
    let print = move || {
        // What has come meanwhile is written in one go.
        loop {
            let come = notices.take(NOTICES);
            if come.is_empty() {
                break;
            }
            let lines = come.iter().filter_map(|notice| serde_json::to_string(notice).ok());
            let lines: Vec<_> = lines.map(|line| escaped(&line).into_owned()).collect();
            if ui.line(&lines.join("\n")).is_err() {
                break;
            }
            std::thread::sleep(NOTICE_PAUSE);
        }
    };
    (watcher, std::thread::spawn(print))
}

fn loopback(text: &str) -> Result<SocketAddr, String> {
    match text.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_loopback() => Ok(address),
        _ => Err("use a loopback address, like 127.0.0.1:9090".to_owned()),
    }
}

fn path(text: &str) -> Result<String, String> {
    let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'/' | b'-' | b'_' | b'.' | b'~');
    if [LOGIN_CALLBACK, DEAUTHORIZE, DATA_DELETION].contains(&text) {
        Err("this path is used by another callback".to_owned())
    } else if text.starts_with('/') && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("must begin with / and contain no spaces, braces or query".to_owned())
    }
}
