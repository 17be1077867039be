use std::collections::BTreeMap;
use std::fs::DirBuilder;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use secrecy::SecretString;
use serde_json::json;
use tokio::sync::{mpsc, watch};
use url::Url;

use super::listen;
use super::receiver::{ReceiverSetup, RunningReceiver, Secrets};
use super::stop_signal;
use crate::bot::{Bot, Handler};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::Ui;
use crate::domain::routes::WEBHOOK;
use crate::graph::oauth::{AppCredentials, DEFAULT_SCOPES};
use crate::graph::{Endpoints, Graph};
use crate::ops::dispatch::DispatchPolicy;
use crate::ops::link::LinkOptions;
use crate::ops::login::{self, LoginRequest};
use crate::ops::notice::Watcher;
use crate::ops::receive::SigningSecret;
use crate::ops::{Services, stopped, subscribe};
use crate::sandbox::person::{Person, PersonError};
use crate::sandbox::{self, Sandbox, SandboxConfig};
use crate::store::{Store, StoreKeys};

/// How long each step may take; in life they take milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the customer writes.
const QUESTION: &str = "Hi! Are you open on Sunday? 🌞";

/// What the example bot puts before the customer's own words.
const ANSWER: &str = "Thanks for writing! You said: ";

/// Try everything on this machine, without a Meta app
///
/// Starts a local Instagram simulator, logs in an account, subscribes it, serves it with an example
/// bot, lets a customer write and shows the reply. You can then keep chatting on a page in your
/// browser. Nothing is left behind.
#[derive(Debug, clap::Args)]
pub(crate) struct DemoArgs {
    /// Exit after the first round trip; exit 0 only if the reply arrived
    #[arg(long)]
    once: bool,
}

pub(crate) async fn run(args: DemoArgs, context: Context) -> Result<(), CommandError> {
    let mut stop = stop_signal(true)?;
    let home = Scratch::new(&context.random.token())?;
    let ui = context.ui;
    let show = tokio::select! {
        show = Show::start(&context, &home.0) => show?,
        () = stopped(&mut stop.asked) => return Err(stop.ended()),
    };
    let result = async {
        show.round_trip(ui).await?;
        if !args.once {
            narrate(
                ui,
                &format!(
                    "\nYour turn: open {} and write as the customer. Press Ctrl-C to end the demo.",
                    show.sandbox.phone_url()
                ),
            )?;
            stopped(&mut stop.asked).await;
        }
        Ok(())
    }
    .await;
    show.end().await;
    result
}

/// Everything that runs during a demo.
struct Show {
    sandbox: Sandbox,
    person: Person,
    receiver: RunningReceiver,
    stop: watch::Sender<bool>,
}

impl Show {
    /// Starts Instagram, logs in, serves and subscribes.
    async fn start(context: &Context, home: &Path) -> Result<Self, CommandError> {
        let ui = context.ui;
        narrate(ui, "igbot demo: a customer writes, a bot answers, all on this machine.\n")?;
        let spinner = ui.spinner("starting the Instagram simulator");
        let sandbox = Sandbox::start(SandboxConfig {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            allow_http: true,
            callback_url: None,
            clock: Arc::clone(&context.clock),
            random: Arc::clone(&context.random),
            fast_retries: true,
        })
        .await?;
        let person = Person::new(&sandbox.base_url())?;
        let services = services(context, &sandbox, home)?;
        spinner.suspend(|| {
            narrate(ui, &format!("1  The Instagram simulator runs on {}", sandbox.base_url()))
        })?;

        spinner.set_message("logging in");
        let account = log_in(&services, &person).await?;
        let days = (account.life.left(context.now()).as_hours() + 12) / 24;
        spinner.suspend(|| {
            narrate(ui, &format!(
                "2  @{} logged in on its consent page; its token is valid for {days} days and stored encrypted",
                account.username
            ))
        })?;

        spinner.set_message("starting the receiver");
        let (stop, stopped) = watch::channel(false);
        let receiver = ReceiverSetup {
            admin: None,
            listener: listen::tcp(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?,
            path: WEBHOOK.to_owned(),
            secrets: Secrets {
                signing: vec![SigningSecret {
                    name: "INSTAGRAM_APP_SECRET",
                    secret: SecretString::from(sandbox::INSTAGRAM_APP_SECRET),
                }],
                suspects: Vec::new(),
                verify_token: SecretString::from(sandbox::VERIFY_TOKEN),
            },
            policy: policy(),
            public_url: String::new(),
        }
        .start(&services, stopped, Duration::from_secs(2), Watcher::default())
        .await?;
        let callback = &receiver.webhook;
        person.connect_webhook(callback, sandbox::VERIFY_TOKEN).await?;
        spinner.suspend(|| {
            narrate(ui, &format!("3  igbot serve answered Instagram's handshake on {callback}"))
        })?;

        spinner.set_message("subscribing");
        let subscription = subscribe::subscribe(&services, &account, &[]).await?;
        spinner.finish_and_clear();
        narrate(
            ui,
            &format!(
                "4  @{} is subscribed to {} webhook fields, as Instagram confirms\n",
                account.username,
                subscription.subscribed_fields.len()
            ),
        )?;
        Ok(Self { sandbox, person, receiver, stop })
    }

    /// Lets the customer write and waits until the bot's answer is on their phone.
    async fn round_trip(&self, ui: Ui) -> Result<(), CommandError> {
        let (account, customer) = (sandbox::BUSINESS_ACCOUNT, sandbox::DEFAULT_CUSTOMER);
        narrate(ui, &format!("   customer   {QUESTION}"))?;
        let started = Instant::now();
        self.person.writes(account, customer, QUESTION).await?;
        let expected = format!("{ANSWER}{QUESTION}");
        while started.elapsed() < PATIENCE {
            let phone = self.person.reads(account, customer).await?;
            let reply = phone.iter().find(|bubble| bubble.from_account);
            if let Some(reply) = reply.filter(|reply| reply.text == expected) {
                narrate(ui, &format!("   bot        {}", reply.text))?;
                return narrate(
                    ui,
                    &format!(
                        "\nThe reply reached the customer's phone after {} ms: signed delivery, stored, handled, sent.",
                        started.elapsed().as_millis()
                    ),
                );
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Err(CommandError::new(Exit::Failure, "no_reply", "the reply did not reach the customer")
            .hint("run `igbot -vv demo --once` to see where it stopped"))
    }

    async fn end(self) {
        // Both parts may have ended already.
        let _ = self.stop.send(true);
        self.receiver.ended().await;
        self.sandbox.stop().await;
    }
}

/// Tells the next part of the story.
fn narrate(ui: Ui, text: &str) -> Result<(), CommandError> {
    let text = if ui.json { text.trim() } else { text };
    match ui.is_quiet() {
        true => Ok(()),
        false => ui.element(&json!({ "event": "demo", "text": text }), |_| text.to_owned()),
    }
}

fn services(context: &Context, sandbox: &Sandbox, home: &Path) -> Result<Services, CommandError> {
    let base: Url = sandbox.base_url().parse().map_err(|_| PersonError::Address)?;
    let mut authorize = base.clone();
    authorize.set_path("/oauth/authorize");
    let endpoints = Endpoints {
        authorize,
        api: base.clone(),
        graph: base.clone(),
        meta_graph: base,
        version: context.settings.api_version()?.to_owned(),
    };
    let keys = StoreKeys::parse(&StoreKeys::generate())?;
    Ok(Services {
        store: Store::open(&home.join("store.db"), keys, PATIENCE)?,
        graph: Graph::new(endpoints, Some(PATIENCE))?,
        clock: Arc::clone(&context.clock),
        random: Arc::clone(&context.random),
    })
}

/// Logs the sandbox's shop in, with a listener on this machine and a person who agrees.
async fn log_in(
    services: &Services,
    person: &Person,
) -> Result<crate::domain::account::Account, CommandError> {
    // Instagram must know the port before the listener exists, so a free one is looked up first.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let redirect_uri = format!("http://127.0.0.1:{port}/callback");
    let mut pending = login::begin(
        services,
        LoginRequest {
            app: AppCredentials {
                app_id: sandbox::INSTAGRAM_APP_ID.to_owned(),
                secret: SecretString::from(sandbox::INSTAGRAM_APP_SECRET),
            },
            redirect_url: redirect_uri.parse().map_err(|_| PersonError::Address)?,
            redirect_uri,
            force_reauth: false,
            tls: None,
            wish: LinkOptions {
                scopes: DEFAULT_SCOPES.map(str::to_owned).into(),
                ..LinkOptions::default()
            },
        },
    )
    .await?;
    let (_nobody, pasted) = mpsc::channel(1);
    let url = pending.url.clone();
    let log_in = async {
        let code = pending.wait(services, pasted, PATIENCE, true, |_| {}).await?;
        Ok::<_, CommandError>(pending.complete(services, code).await?.account)
    };
    let agree = async {
        let landed = person.agrees(&url, sandbox::BUSINESS_USERNAME).await?;
        person.follows(&landed).await?;
        Ok::<_, CommandError>(())
    };
    let (account, ()) = tokio::try_join!(log_in, agree)?;
    Ok(account)
}

fn policy() -> DispatchPolicy {
    DispatchPolicy {
        bot: Bot::of(Handler::Echo { prefix: ANSWER.to_owned() }),
        bots: BTreeMap::new(),
        concurrency: 4,
        max_attempts: 3,
        mark_seen: true,
        typing: true,
    }
}

/// A directory of this demo's own, gone with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Result<Self, CommandError> {
        let path = std::env::temp_dir().join(format!("igbot-demo-{name}"));
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // The system clears its temporary directory if this fails.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
