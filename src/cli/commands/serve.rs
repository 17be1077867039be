use std::net::SocketAddr;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use secrecy::SecretString;
use tokio::sync::{Notify, watch};
use tokio::time::sleep;
use url::Url;

use super::listen::{self, ListenArgs, unbound};
use super::stop_signal;
use crate::bot::Handler;
use crate::bot::exec::{self, Missing, Program};
use crate::bot::http::{Endpoint, ForwardKey};
use crate::cli::args::{duration, patience, web_address};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::{Ui, escaped};
use crate::config::{BotConfig, BotHandler, Setting, passed_name};
use crate::domain::routes::{DATA_DELETION, DEAUTHORIZE, LOGIN_CALLBACK, WEBHOOK};
use crate::domain::visible::visible;
use crate::ops::account_callbacks::{self, AccountCallbacks};
use crate::ops::dispatch::{DispatchPolicy, Dispatcher};
use crate::ops::log_throttle::LogThrottle;
use crate::ops::meter::Meter;
use crate::ops::notice::Watcher;
use crate::ops::receive::{Receiver, SigningSecret};
use crate::ops::refusals::Refusals;
use crate::ops::{Services, stopped};
use crate::server::{Admin, AdminServer, Bound, HandedOver, Health, Intake, Listener, receive};
use crate::webhook::forensics::Suspect;

/// How long a handler may take unless told otherwise.
const HANDLER_LIMIT: Duration = Duration::from_secs(30);

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

    /// Answer every text with the same text
    #[arg(long, conflicts_with = "exec")]
    echo: bool,

    /// Conversations handled in parallel
    #[arg(long, default_value_t = 16, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    concurrency: u16,

    /// Attempts before giving up on an event
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    max_attempts: u32,

    /// Time limit for the bot per event
    #[arg(long, default_value = "30s", value_name = "TIME", value_parser = patience)]
    handler_timeout: Duration,

    /// After SIGTERM, wait this long for bots to finish
    #[arg(long, default_value = "8s", value_name = "TIME", value_parser = duration)]
    drain: Duration,

    /// Do not mark messages as seen
    #[arg(long)]
    no_mark_seen: bool,

    /// Do not show the typing indicator
    #[arg(long)]
    no_typing: bool,

    /// Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot's
    /// answer
    #[arg(long, value_name = "URL", conflicts_with_all = ["exec", "echo"], value_parser = web_address)]
    forward_to: Option<Url>,

    /// Also pass this environment variable to the program of --exec, such as an API key; can be
    /// repeated
    #[arg(long, value_name = "NAME", requires = "exec", value_parser = passed_name)]
    pass_env: Vec<String>,

    /// Run this program for every message and tap; takes the rest of the command line
    #[arg(long, num_args = 1.., allow_hyphen_values = true, value_names = ["PROGRAM", "ARGUMENT"])]
    exec: Vec<String>,
}

pub(crate) async fn run(
    args: ServeArgs,
    handed_over: Option<HandedOver>,
    context: Context,
) -> Result<(), CommandError> {
    let hangup = listen::hangup()?;
    let handler = handler(&args, &context)?;
    let described = match (&handler, context.settings.bots().next()) {
        (Handler::Echo { .. }, _) => "an echo".to_owned(),
        (Handler::Exec(program), _) => {
            // The whole of it: options of ours behind it would be its own.
            let words = [&program.program].into_iter().chain(&program.arguments);
            format!("`{}`", words.map(|word| visible(word)).collect::<Vec<_>>().join(" "))
        }
        (Handler::Forward(endpoint), _) => endpoint.to_string(),
        (Handler::None, Some(_)) => "the bots of the config file".to_owned(),
        (Handler::None, None) => String::new(),
    };
    let secrets = Secrets::read(&context)?;
    let bots = context.settings.bots();
    let bots = bots
        .map(|(name, bot)| Ok((name.clone(), configured(name, bot, &context)?)))
        .collect::<Result<_, CommandError>>()?;
    let policy = DispatchPolicy {
        handler,
        bots,
        concurrency: args.concurrency.into(),
        max_attempts: args.max_attempts,
        mark_seen: !args.no_mark_seen,
        typing: !args.no_typing,
    };
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
    tokio::spawn(listen::tend(reloading, hangup, running.health.clone(), stop.clone()));
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
    // The printer ends when the last sender is gone; a reader that does not read is not waited for.
    let until = Instant::now() + LAST_WORDS;
    while printed.as_ref().is_some_and(|it| !it.is_finished()) && Instant::now() < until {
        sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}

/// The secrets that deliveries may be signed with, those that may have been taken for them, and the
/// handshake's token.
pub(super) struct Secrets {
    pub(super) signing: Vec<SigningSecret>,
    pub(super) suspects: Vec<Suspect>,
    pub(super) verify_token: SecretString,
}

impl Secrets {
    /// Reads them; `serve` does not start without (security, 2).
    fn read(context: &Context) -> Result<Self, CommandError> {
        let suspects = context.suspects()?;
        let signing = suspects.iter().filter(|it| it.signs);
        let signing =
            signing.map(|it| SigningSecret { name: it.name, secret: it.secret.clone() }).collect();
        Ok(Self { signing, suspects, verify_token: context.settings.verify_token()? })
    }
}

/// A receiver with its dispatcher, ready to start.
pub(super) struct ReceiverSetup {
    pub(super) listener: Listener,
    pub(super) admin: Option<SocketAddr>,
    pub(super) path: String,
    pub(super) secrets: Secrets,
    pub(super) policy: DispatchPolicy,
    /// Public base address, without a final slash; empty if nobody knows it.
    pub(super) public_url: String,
}

/// A receiver at work.
pub(super) struct RunningReceiver {
    pub(super) bound: Bound,
    /// Its webhook, as a URL if it has one.
    pub(super) webhook: String,
    health: Health,
    admin: Option<SocketAddr>,
    /// It tells of the others to their end, and ends when it is told to.
    admin_server: Option<(tokio::task::JoinHandle<()>, watch::Sender<bool>)>,
    server: tokio::task::JoinHandle<()>,
    dispatcher: tokio::task::JoinHandle<()>,
}

impl ReceiverSetup {
    pub(super) async fn start(
        self,
        services: &Services,
        stop: watch::Receiver<bool>,
        drain: Duration,
        watcher: Watcher,
    ) -> Result<RunningReceiver, CommandError> {
        let (bell, meter) = (Arc::new(Notify::new()), Arc::new(Meter::default()));
        let secrets = self.secrets.signing.iter().map(|it| it.secret.clone()).collect();
        let receiver = Receiver::new(
            services.store.clone(),
            Arc::clone(&services.clock),
            self.secrets.signing,
        );
        if let Err(error) = receiver.note_secrets().await {
            tracing::warn!(%error, "could not record which secrets are configured");
        }
        let owed = Arc::new(Notify::new());
        tokio::spawn(account_callbacks::finish_deletions(
            services.store.clone(),
            Arc::clone(&owed),
        ));
        let accounts = AccountCallbacks {
            store: services.store.clone(),
            clock: Arc::clone(&services.clock),
            random: Arc::clone(&services.random),
            secrets,
            owed,
            public_url: self.public_url,
        };
        let intake = Intake {
            path: self.path.clone(),
            verify_token: self.secrets.verify_token,
            receiver,
            refusals: Refusals::new(self.secrets.suspects, Arc::clone(&meter)),
            accounts,
            throttle: LogThrottle::default(),
            meter: Arc::clone(&meter),
            bell: Arc::clone(&bell),
            watcher: watcher.clone(),
        };
        let bound = self.listener.bound()?;
        let health = Health {
            store: services.store.clone(),
            clock: Arc::clone(&services.clock),
            meter: Arc::clone(&meter),
        };
        let admin_server = match self.admin {
            Some(bind) => {
                let admin = Admin { health: health.clone(), stop: stop.clone() };
                Some(AdminServer::bind(bind, admin).await.map_err(|e| unbound(bind, &e))?)
            }
            None => None,
        };
        let admin = admin_server.as_ref().map(AdminServer::address).transpose()?;
        let dispatcher = Dispatcher::new(services.clone(), self.policy, bell, watcher, meter);
        Ok(RunningReceiver {
            webhook: self.listener.url(&self.path)?,
            bound,
            health,
            admin,
            admin_server: admin_server.map(|server| {
                let (close, closed) = watch::channel(false);
                (tokio::spawn(server.run(closed)), close)
            }),
            server: tokio::spawn(receive(self.listener, intake, stop.clone())),
            dispatcher: tokio::spawn(dispatcher.run(stop, drain)),
        })
    }
}

impl RunningReceiver {
    /// Waits until all have ended after a stop.
    pub(super) async fn ended(self) {
        let end = async |task: tokio::task::JoinHandle<()>| {
            if let Err(error) = task.await {
                tracing::error!(%error, "a part of the receiver failed");
            }
        };
        end(self.server).await;
        end(self.dispatcher).await;
        if let Some((admin_server, close)) = self.admin_server {
            close.send_replace(true);
            end(admin_server).await;
        }
    }
}

/// Prints one JSON object for each stored or handled event, in a thread of its own: a reader that
/// does not read must hold up nothing but itself.
fn watch_events(ui: Ui) -> (Watcher, std::thread::JoinHandle<()>) {
    let (watcher, mut notices) = Watcher::new(NOTICES);
    let print = move || {
        let mut come = Vec::new();
        // What has come meanwhile is written in one go.
        while notices.blocking_recv_many(&mut come, NOTICES) > 0 {
            let lines = come.drain(..).filter_map(|notice| serde_json::to_string(&notice).ok());
            let lines: Vec<_> = lines.map(|line| escaped(&line).into_owned()).collect();
            if ui.line(&lines.join("\n")).is_err() {
                break;
            }
            std::thread::sleep(NOTICE_PAUSE);
        }
    };
    (watcher, std::thread::spawn(print))
}

fn handler(args: &ServeArgs, context: &Context) -> Result<Handler, CommandError> {
    if let Some(url) = &args.forward_to {
        if url.password().is_some() {
            // Every user of the machine sees it there.
            return Err(CommandError::usage("the URL of --forward-to contains a password")
                .hint("write the URL into the config file: [bots.NAME] with url"));
        }
        return forward(url, args.handler_timeout, context);
    }
    match args.exec.as_slice() {
        [] if args.echo => Ok(Handler::Echo { prefix: String::new() }),
        [] => Ok(Handler::None),
        [program, arguments @ ..] => {
            // It must be there now, before the first customer waits for it.
            find(program)?;
            Ok(exec_handler(Program {
                program: program.clone(),
                arguments: arguments.to_vec(),
                passed: args.pass_env.clone(),
                limit: args.handler_timeout,
            }))
        }
    }
}

fn configured(name: &str, bot: &BotConfig, context: &Context) -> Result<Handler, CommandError> {
    let limit = bot.timeout.unwrap_or(HANDLER_LIMIT);
    match &bot.handler {
        BotHandler::Exec(command) => {
            // The other bots, and the intake, do without it.
            if let Err(error) = find(&command.program) {
                tracing::warn!(
                    bot = name,
                    problem = error.line(),
                    "a bot is unavailable; its messages stay queued"
                );
            }
            Ok(exec_handler(Program {
                program: command.program.clone(),
                arguments: command.arguments.clone(),
                passed: bot.pass_env.clone(),
                limit,
            }))
        }
        BotHandler::Url(url) => forward(url, limit, context),
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

fn loopback(text: &str) -> Result<SocketAddr, String> {
    match text.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_loopback() => Ok(address),
        _ => Err("use a loopback address, like 127.0.0.1:9090".to_owned()),
    }
}

/// Looks whether a program is where it would be run from.
fn find(program: &str) -> Result<(), CommandError> {
    exec::find(program).map_err(|missing| {
        let error = CommandError::usage(missing.to_string());
        error.hint(match missing {
            Missing::NotExecutable(file) => {
                format!("run `chmod +x {}`, or name its interpreter: --exec python3 …", file.display())
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
