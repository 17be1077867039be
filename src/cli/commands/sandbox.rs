use std::net::SocketAddr;
use std::sync::Arc;

use url::Url;

use super::listen::{ready, unbound};
use super::stop_signal;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::ops::stopped;
use crate::sandbox::{self, Sandbox, SandboxConfig};
use crate::server::Bound;

/// Run a local Instagram simulator, for tests and first steps without a Meta app
///
/// Provides the consent page, token and Graph endpoints, signed webhooks with Instagram's retries,
/// and a page that acts as the customer's phone. Refuses what Instagram refuses. Nothing is kept
/// when it exits.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example, in two terminals:
  igbot sandbox --allow-http --callback-url http://127.0.0.1:8080/webhook
  eval \"$(igbot sandbox --print-env)\"; igbot login --subscribe && igbot serve --echo",
    after_long_help = CONTROL)]
pub(crate) struct SandboxArgs {
    /// Address to listen on, loopback only; port 0 picks a free one
    #[arg(long, default_value = "127.0.0.1:8090", value_name = "ADDRESS:PORT")]
    bind: SocketAddr,

    /// Accept http redirect URIs on this machine (Instagram refuses them)
    #[arg(long)]
    allow_http: bool,

    /// Where to deliver webhooks, without a handshake first
    #[arg(long, value_name = "URL")]
    callback_url: Option<Url>,

    /// Print the variables that point igbot at a sandbox on this address, and exit; with port 0,
    /// print them and keep running, as the port is known only then
    #[arg(long)]
    print_env: bool,
}

const CONTROL: &str = r#"Example, in two terminals:
  igbot sandbox --allow-http --callback-url http://127.0.0.1:8080/webhook
  eval "$(igbot sandbox --print-env)"; igbot login --subscribe && igbot serve --echo

Tests control it with JSON over HTTP, below /sandbox/ of its address:
  GET  world                    accounts, customers, and where webhooks go
  POST customers                {"count":3,"open":true}: new customers, with an open window
  POST customers/ID/messages    {"text":"hello"}
  POST customers/ID/acts        {"act":"edit","mid":MID,"text":"hi"}; and react (mid, emoji), see,
                                delete (mid), repeat (mid), postback (title, payload),
                                refer (ref), comment (text), rename (username)
  GET  conversations/ACCOUNT/ID messages between the account and a customer
  GET  requests, deliveries     latest calls, and latest webhooks with their answers
  POST accounts                 {"count":2}: new accounts
  POST accounts/ID              {"state":"password_changed"}; and app_removed, checkpoint,
                                no_role, ok
  POST tokens                   {"account":ID}: a token like one from the dashboard
  POST clock                    {"advance_seconds":86400}
  POST deliver                  a webhook body, which is signed and delivered
  POST faults                   {"endpoint":"messages","kind":"error","code":4,"count":2}:
                                for the next calls; GET lists, DELETE clears them

Fault endpoints: messages, me, refresh, exchange, code, subscribed_apps, conversations, other,
any. Kinds: error (code, subcode, status), http_500, http_503_html, rate_limit, reset, truncated,
slow (delay_ms), wrong_shape, sent_but_error; each also with retry_after.

  curl http://127.0.0.1:8090/sandbox/faults -d '{"endpoint":"messages","kind":"reset"}'"#;

/// Encrypts the stores of sandboxes.
const THROWAWAY_KEY: &str = "aWdib3QtdGhyb3dhd2F5LWtleS1mb3ItYS1zYW5kYm8=";

pub(crate) async fn run(args: SandboxArgs, context: Context) -> Result<(), CommandError> {
    if args.print_env && args.bind.port() != 0 {
        return print_env(&context, args.bind);
    }
    let mut stop = stop_signal(true)?.asked;
    let sandbox = Sandbox::start(SandboxConfig {
        bind: args.bind,
        allow_http: args.allow_http,
        callback_url: args.callback_url,
        clock: Arc::clone(&context.clock),
        random: Arc::clone(&context.random),
        fast_retries: false,
    })
    .await
    .map_err(|error| unbound("--bind", args.bind, &error))?;
    let base = sandbox.base_url();
    ready(context.ui, &Bound::Tcp(sandbox.addr()), &base, None)?;
    if args.print_env {
        print_env(&context, sandbox.addr())?;
    }
    context.ui.say(format!("The customer's phone: {}", sandbox.phone_url()));
    stopped(&mut stop).await;
    sandbox.stop().await;
    Ok(())
}

fn print_env(context: &Context, address: SocketAddr) -> Result<(), CommandError> {
    let mut variables = sandbox::environment(address);
    // A store of its own, so that nothing of the sandbox mixes with real accounts. Its key is no
    // secret: what it keeps is worth nothing outside this sandbox.
    let store = context.settings.store_path()?;
    let store = store.with_file_name(format!("sandbox-{}.db", address.port()));
    variables.push(("IGBOT_STORE", store.to_string_lossy().into_owned()));
    variables.push(("INSTAGRAM_ENCRYPTION_KEY", THROWAWAY_KEY.to_owned()));
    match context.ui.json {
        true => {
            let map: std::collections::BTreeMap<_, _> = variables.into_iter().collect();
            context.ui.result(&map, |_| String::new())
        }
        false => {
            let export = |(name, value): &(&str, String)| {
                format!("export {name}='{}'", value.replace('\'', r"'\''"))
            };
            context.ui.line(&variables.iter().map(export).collect::<Vec<_>>().join("\n"))
        }
    }
}
