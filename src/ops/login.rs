//! OAuth login, from the consent page to a stored long-lived token (reference 1 to 4).

use std::time::Duration;

use jiff::Timestamp;
use secrecy::SecretString;
use tokio::sync::mpsc;
use url::Url;

use super::{OpsError, Services};
use crate::callback::{Callback, InvalidRedirect, Listener, Redirected, Verdict, Waiting};
use crate::domain::account::{Account, AccountType, Alias};
use crate::domain::token::TokenLife;
use crate::graph::accounts::Me;
use crate::graph::oauth::{AppCredentials, Authorization, CodeExchange, Lease};
use crate::store::accounts::LinkedAccount;

/// What a login is started with.
#[derive(Debug)]
pub struct LoginRequest {
    /// The Instagram app.
    pub app: AppCredentials,
    /// As registered, character by character.
    pub redirect_uri: String,
    /// The same, taken apart.
    pub redirect_url: Url,
    /// Permissions to ask for.
    pub scopes: Vec<String>,
    /// Asks for the password even if a session is open.
    pub force_reauth: bool,
    /// What to call the account; its username when absent.
    pub alias: Option<Alias>,
    /// The bot that answers for it.
    pub bot: Option<String>,
}

/// A login that waits for the person.
pub struct PendingLogin {
    request: LoginRequest,
    /// The consent page, to be opened in a browser.
    pub url: Url,
    state: String,
    listener: Option<Waiting>,
}

/// How a login ended.
#[derive(Debug)]
pub struct LinkedLogin {
    /// The account.
    pub account: Account,
    /// Permissions that were asked for and not granted.
    pub missing: Vec<String>,
}

/// Prepares a login: binds the listener, if the redirect URI points at this machine, before anybody
/// can come back to it.
///
/// # Errors
/// The port is taken.
pub fn begin(services: &Services, request: LoginRequest) -> Result<PendingLogin, OpsError> {
    let state = services.random.token();
    let listener = match request.redirect_url.scheme() {
        "http" => Some(Listener::bind(&request.redirect_url)?.wait_for(&state)),
        _ => None,
    };
    let url = services.graph.authorize_url(&Authorization {
        app_id: &request.app.app_id,
        redirect_uri: &request.redirect_uri,
        scopes: &request.scopes,
        state: &state,
        force_reauth: request.force_reauth,
    });
    Ok(PendingLogin {
        request,
        url,
        state,
        listener,
    })
}

impl PendingLogin {
    /// Whether a listener on this machine waits for the browser.
    pub fn listens(&self) -> bool {
        self.listener.is_some()
    }

    /// Waits until the person comes back, by the listener or by a line of `pasted`.
    ///
    /// Lines that are no callback are handed to `rejected` and do not end the login.
    ///
    /// # Errors
    /// A refusal, the time-out, or no way left to come back.
    pub async fn wait(
        &mut self,
        mut pasted: mpsc::Receiver<String>,
        limit: Duration,
        mut rejected: impl FnMut(InvalidRedirect),
    ) -> Result<SecretString, OpsError> {
        let listens = self.listens();
        let by_paste = async {
            while let Some(line) = pasted.recv().await {
                match Redirected::parse(&line).and_then(|it| it.of_login(&self.state, true)) {
                    Ok(callback) => return Ok(callback),
                    Err(error) => rejected(error),
                }
            }
            if listens {
                return std::future::pending().await;
            }
            Err(OpsError::NoWayBack {
                url: self.url.to_string(),
            })
        };
        let by_listener = async {
            match &mut self.listener {
                Some(listener) => listener.callback().await,
                None => std::future::pending().await,
            }
        };
        let came_back = tokio::select! {
            callback = by_listener => Ok(callback),
            callback = by_paste => callback,
            () = tokio::time::sleep(limit) => Err(OpsError::LoginTimedOut(limit)),
        };
        let (verdict, error) = match came_back {
            Ok(Callback::Granted(code)) => return Ok(code),
            Ok(Callback::Denied(reason)) => (Verdict::Denied, OpsError::Denied(reason)),
            Err(error) => (Verdict::Failed, error),
        };
        self.tell_browser(verdict);
        Err(error)
    }

    /// Exchanges the code, asks whose token it is, and stores the account.
    ///
    /// # Errors
    /// Instagram refuses a step, the account is a personal one, or the store fails.
    pub async fn complete(
        &self,
        services: &Services,
        code: &SecretString,
    ) -> Result<LinkedLogin, OpsError> {
        let linked = self.link(services, code).await;
        self.tell_browser(match &linked {
            Ok(_) => Verdict::Linked,
            Err(_) => Verdict::Failed,
        });
        linked
    }

    /// Goes on answering a browser that comes a second time, for a moment.
    pub async fn close(self) {
        if let Some(listener) = self.listener {
            listener.linger().await;
        }
    }

    fn tell_browser(&self, verdict: Verdict) {
        if let Some(listener) = &self.listener {
            listener.finish(verdict);
        }
    }

    async fn link(
        &self,
        services: &Services,
        code: &SecretString,
    ) -> Result<LinkedLogin, OpsError> {
        let Self { request, .. } = self;
        let graph = &services.graph;
        let exchange = graph
            .exchange_code(&request.app, &request.redirect_uri, code)
            .await?;
        // The life is counted from before the call, so that it never seems longer than it is.
        let asked_at = services.clock.now();
        let lease = graph.exchange_token(&request.app, &exchange.token).await?;
        let me = graph.me(&lease.token).await?;
        if me.account_type == Some(AccountType::Personal) {
            return Err(OpsError::NotProfessional {
                username: me.username,
            });
        }
        let known = services.store.account_by_id(me.user_id.as_str()).await?;
        let account = account(request, &exchange, &lease, me, known, asked_at)?;
        let refused = |scope: &&String| !account.permissions.contains(scope);
        // Instagram does not always say what was granted; then nothing is known to be missing.
        let missing = match account.permissions.is_empty() {
            true => Vec::new(),
            false => request.scopes.iter().filter(refused).cloned().collect(),
        };
        let linked = LinkedAccount {
            account: account.clone(),
            token: lease.token,
        };
        services.store.link(linked).await?;
        Ok(LinkedLogin { account, missing })
    }
}

/// Puts together what the three answers say about the account.
fn account(
    request: &LoginRequest,
    exchange: &CodeExchange,
    lease: &Lease,
    me: Me,
    known: Option<Account>,
    asked_at: Timestamp,
) -> Result<Account, OpsError> {
    let (known_alias, known_bot, subscribed_fields) = match known {
        Some(known) => (Some(known.alias), known.bot, known.subscribed_fields),
        None => (None, None, Vec::new()),
    };
    let alias = match request.alias.clone().or(known_alias) {
        Some(alias) => alias,
        None => me
            .username
            .to_lowercase()
            .parse()
            .map_err(|source| OpsError::NeedsAlias {
                username: me.username.clone(),
                source,
            })?,
    };
    // The documented shape of `/me` has no app-scoped id; the code exchange told it before.
    let app_scoped_id = me.id.or_else(|| exchange.app_scoped_id.clone());
    Ok(Account {
        app_scoped_id: app_scoped_id.unwrap_or_else(|| me.user_id.as_app_scoped()),
        account_id: me.user_id,
        alias,
        username: me.username,
        account_type: me.account_type,
        bot: request.bot.clone().or(known_bot),
        active: true,
        permissions: exchange.permissions.clone(),
        subscribed_fields,
        life: TokenLife::starting(asked_at, lease.lifetime),
        login_needed_since: None,
    })
}
