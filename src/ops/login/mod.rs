//! OAuth login: from the consent page to a code, by whichever way the browser comes back
//! (reference 1, security "Login").

mod error;

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};
use url::Url;

pub use error::LoginError;

use super::link::{self, LinkOptions, Linked};
use super::{OpsError, Services};
use crate::callback::{Callback, InvalidRedirect, Listener, Redirected, Verdict, Waiting};
use crate::clock::SharedClock;
use crate::config::Identity;
use crate::domain::id::AccountId;
use crate::graph::oauth::{AppCredentials, Authorization};
use crate::store::logins::{Claim, LoginOutcome, StoredLogin};
use crate::store::{Store, StoreError};

/// How often the store is asked whether `serve` has seen the browser.
const POLL: Duration = Duration::from_millis(250);

/// How long a login may be ended after it was started, as long as its code would live.
const OPEN_FOR: SignedDuration = SignedDuration::from_hours(1);

/// How long a browser at `serve` waits for the login to end.
const PAGE_PATIENCE: Duration = Duration::from_secs(15);

/// What a login is started with.
#[derive(Debug)]
pub struct LoginRequest {
    /// The Instagram app.
    pub app: AppCredentials,
    /// As registered, character by character.
    pub redirect_uri: String,
    /// The same, taken apart.
    pub redirect_url: Url,
    /// Asks for the password even if a session is open.
    pub force_reauth: bool,
    /// Certificate of the listener, for an `https` redirect URI to this machine.
    pub tls: Option<Identity>,
    /// How the operator wants the account.
    pub wish: LinkOptions,
}

/// A login that waits for the person.
pub struct PendingLogin {
    request: LoginRequest,
    /// The consent page, to be opened in a browser.
    pub url: Url,
    state: SecretString,
    listener: Option<Waiting>,
}

/// Notes a login and gives the address of its consent page. Whoever has the address the browser
/// lands on can end it with [`complete`].
pub async fn announce(
    services: &Services,
    request: &LoginRequest,
) -> Result<(Url, SecretString), OpsError> {
    let state = services.random.token();
    let url = services.graph.authorize_url(&Authorization {
        app_id: &request.app.app_id,
        redirect_uri: &request.redirect_uri,
        scopes: &request.wish.scopes,
        state: &state,
        force_reauth: request.force_reauth,
    });
    let state = SecretString::from(state);
    let now = services.clock.now();
    let login = StoredLogin {
        redirect_uri: request.redirect_uri.clone(),
        scopes: request.wish.scopes.clone(),
        alias: request.wish.alias.as_ref().map(ToString::to_string),
        bot: request.wish.bot.clone(),
    };
    services.store.begin_login(&state, login, now, now + OPEN_FOR).await?;
    Ok((url, state))
}

/// Starts a login that waits: binds the listener, if the redirect URI points at this machine, before
/// anybody can come back to it.
///
/// # Errors
/// The port is taken, or the store fails.
pub async fn begin(services: &Services, request: LoginRequest) -> Result<PendingLogin, OpsError> {
    // A plain http address elsewhere can neither be listened to nor be `serve`: say so at once.
    let here = Listener::is_for(&request.redirect_url) || request.redirect_url.scheme() == "http";
    let listener = match here {
        true => {
            let identity = request.tls.as_ref().map(|it| Arc::clone(&it.key));
            let name = services.random.token();
            let listener = Listener::bind(&request.redirect_url, identity, &name);
            Some(listener.map_err(LoginError::from)?)
        }
        false => None,
    };
    let (url, state) = announce(services, &request).await?;
    let listener = listener.map(|listener| listener.wait_for(state.expose_secret()));
    Ok(PendingLogin { request, url, state, listener })
}

impl PendingLogin {
    /// Whether a listener on this machine waits for the browser.
    pub fn listens(&self) -> bool {
        self.listener.is_some()
    }

    /// Whether the browser will distrust the listener's certificate.
    pub fn distrusted(&self) -> bool {
        let Self { request, .. } = self;
        self.listens() && request.redirect_url.scheme() == "https" && request.tls.is_none()
    }

    /// Waits until the person comes back: to the listener, to a running `serve` that shares the
    /// store, or by a line of `pasted`. Whichever is first counts.
    ///
    /// Lines that are no callback are handed to `rejected` and do not end the login. Once `pasted`
    /// is closed and nothing listens, only `serve` is left, for which it waits if `patient`.
    ///
    /// # Errors
    /// A refusal, the time-out, or no way left to come back.
    pub async fn wait(
        &mut self,
        services: &Services,
        mut pasted: mpsc::Receiver<String>,
        limit: Duration,
        patient: bool,
        mut rejected: impl FnMut(InvalidRedirect),
    ) -> Result<LoginResult, OpsError> {
        let patient = patient || self.listens();
        let Self { request, state, listener, .. } = self;
        let state = &*state;
        let by_paste = async {
            while let Some(line) = pasted.recv().await {
                match Redirected::parse(&line)
                    .and_then(|it| it.of_login(state.expose_secret(), true))
                {
                    Ok(callback) => return Ok(callback),
                    Err(error) => rejected(error),
                }
            }
            match patient {
                true => std::future::pending().await,
                false => Err(LoginError::NoWayBack.into()),
            }
        };
        let by_listener = async {
            match listener {
                Some(listener) => listener.callback().await,
                None => std::future::pending().await,
            }
        };
        let by_serve = async {
            match Listener::is_for(&request.redirect_url) {
                true => std::future::pending().await,
                false => brought(&services.store, state).await,
            }
        };
        let came_back = tokio::select! {
            callback = by_listener => Ok(callback),
            callback = by_paste => callback,
            callback = by_serve => callback,
            linked = linked_elsewhere(&services.store, state) => {
                let verdict = if linked.is_ok() { Verdict::Linked } else { Verdict::Failed };
                if let Some(listener) = listener {
                    listener.finish(verdict);
                }
                return linked.map(|linked| LoginResult::Linked(Box::new(linked)));
            }
            () = sleep(limit) => Err(LoginError::TimedOut(limit).into()),
        };
        match came_back {
            Ok(Callback::Granted(code)) => Ok(LoginResult::Code(code)),
            Ok(Callback::Denied(reason)) => {
                self.end(services, LoginOutcome::Denied, None).await;
                Err(LoginError::Denied(reason).into())
            }
            // Nobody waits any more; but the login is open for its hour, for whoever has the address.
            Err(error) => {
                if let Some(listener) = &self.listener {
                    listener.finish(Verdict::Failed);
                }
                Err(error)
            }
        }
    }

    /// Exchanges the code, asks whose token it is, and stores the account, unless that is done already.
    ///
    /// # Errors
    /// Instagram refuses a step, the account is a personal one, or the store fails.
    pub async fn complete(
        &self,
        services: &Services,
        came_back: LoginResult,
    ) -> Result<Linked, OpsError> {
        let code = match came_back {
            LoginResult::Code(code) => code,
            LoginResult::Linked(linked) => return Ok(*linked),
        };
        let Self { request, state, .. } = self;
        // Whoever has the code of a login that was forgotten meanwhile has it alone.
        if services.store.claim_login(state, services.clock.now()).await? == Claim::Taken {
            if let Some(listener) = &self.listener {
                listener.finish(Verdict::Failed);
            }
            return Err(LoginError::Taken.into());
        }
        let wish = request.wish.clone();
        let linked =
            link::link_code(services, &request.app, &request.redirect_uri, &code, wish).await;
        if let Err(OpsError::Login(LoginError::NotReached(_))) = &linked {
            // The code is unused still: the address in the browser can end this login later.
            if let Some(listener) = &self.listener {
                listener.finish(Verdict::Failed);
            }
            if let Err(error) = services.store.release_login(state).await {
                tracing::warn!(%error, "could not leave the login open");
            }
            return linked;
        }
        self.end(services, outcome_of(&linked), whom(&linked)).await;
        linked
    }

    /// Goes on answering a browser that comes a second time, for a moment.
    pub async fn close(self) {
        if let Some(listener) = self.listener {
            listener.linger().await;
        }
    }

    /// Tells the browser, wherever it waits, how the login ended.
    async fn end(&self, services: &Services, outcome: LoginOutcome, linked: Option<&AccountId>) {
        if let Err(error) = services.store.end_login(&self.state, outcome, linked).await {
            tracing::warn!(%error, "could not note the end of a login");
        }
        if let Some(listener) = &self.listener {
            listener.finish(verdict(outcome));
        }
    }
}

/// What came of waiting for a person.
#[derive(Debug)]
pub enum LoginResult {
    /// The code of a token.
    Code(SecretString),
    /// Another process had it, and has linked the account.
    Linked(Box<Linked>),
}

/// Waits until another process has ended the login; gives the account that this has linked.
async fn linked_elsewhere(store: &Store, state: &SecretString) -> Result<Linked, OpsError> {
    loop {
        sleep(POLL).await;
        match store.login_outcome(state).await {
            Ok(None) | Err(StoreError::Locked) => {}
            Ok(Some(LoginOutcome::Linked)) => break,
            Ok(Some(_)) => return Err(LoginError::Taken.into()),
            Err(error) => return Err(error.into()),
        }
    }
    let id = store.linked_by(state).await?.ok_or(LoginError::Taken)?;
    let account = store.account_by_id(&id).await?.ok_or(LoginError::Taken)?;
    // The rest was told to whoever ended it.
    Ok(Linked { account, missing: Vec::new(), unverified: None, taken: None, assumed: false })
}

/// Ends a login that [`announce`] started, with the address the browser landed on. `wish` counts before
/// what the login was started with. A login that came to nothing can be ended again: if its code is spent,
/// Instagram says so.
///
/// # Errors
/// [`LoginError::NotOpen`] if no such login is open, [`LoginError::Denied`] if the person refused,
/// and what [`PendingLogin::complete`] fails with.
pub async fn complete(
    services: &Services,
    app: &AppCredentials,
    landed_on: &str,
    wish: LinkOptions,
) -> Result<Linked, OpsError> {
    let redirected = Redirected::parse(landed_on).map_err(LoginError::from)?;
    let state = redirected.state().ok_or(LoginError::NotOpen)?;
    let login = services.store.open_login(&state, services.clock.now()).await?;
    let login = login.ok_or(LoginError::NotOpen)?;
    match services.store.claim_login(&state, services.clock.now()).await? {
        Claim::Mine => {}
        Claim::Taken => return Err(LoginError::Taken.into()),
        Claim::Forgotten => return Err(LoginError::NotOpen.into()),
    }
    let linked = match redirected.callback {
        Callback::Granted(code) => {
            let wish = LinkOptions {
                alias: wish.alias.or(login.alias.and_then(|alias| alias.parse().ok())),
                bot: wish.bot.or(login.bot),
                scopes: login.scopes,
            };
            link::link_code(services, app, &login.redirect_uri, &code, wish).await
        }
        Callback::Denied(reason) => Err(LoginError::Denied(reason).into()),
    };
    let noted = match (&linked, outcome_of(&linked)) {
        (Err(_), LoginOutcome::Failed) => services.store.release_login(&state).await,
        (linked, outcome) => {
            services.store.end_login(&state, outcome, whom(linked)).await.map(drop)
        }
    };
    if let Err(error) = noted {
        // What came of the account is more than what is known of its login.
        tracing::warn!(%error, "could not note how a login ended");
    }
    linked
}

fn outcome_of(linked: &Result<Linked, OpsError>) -> LoginOutcome {
    match linked {
        // What is stored but not known to work is not yet what the person wanted.
        Ok(Linked { unverified: Some(_), .. }) => LoginOutcome::Failed,
        Ok(_) => LoginOutcome::Linked,
        Err(OpsError::Login(LoginError::Denied(_))) => LoginOutcome::Denied,
        Err(_) => LoginOutcome::Failed,
    }
}

fn whom(linked: &Result<Linked, OpsError>) -> Option<&AccountId> {
    linked.as_ref().ok().map(|it| &it.account.account_id)
}

fn verdict(outcome: LoginOutcome) -> Verdict {
    match outcome {
        LoginOutcome::Linked => Verdict::Linked,
        LoginOutcome::Denied => Verdict::Denied,
        LoginOutcome::Failed => Verdict::Failed,
    }
}

/// Waits until `serve` has kept what the browser came back with.
async fn brought(store: &Store, state: &SecretString) -> Result<Callback, OpsError> {
    loop {
        match store.callback_of(state).await {
            Ok(Some(query)) => {
                let redirected = Redirected::from_query(query.expose_secret());
                return Ok(redirected.map_err(LoginError::from)?.callback);
            }
            Ok(None) | Err(StoreError::Locked) => sleep(POLL).await,
            Err(error) => return Err(error.into()),
        }
    }
}

/// Takes a browser that came back to `serve`: keeps what it brought for the `login` that waits, and
/// gives what to show it. Any callback that is not awaited is [`Verdict::Stray`] and changes nothing.
pub async fn arrive(
    store: &Store,
    clock: &SharedClock,
    query: &str,
) -> Result<Verdict, StoreError> {
    let Some(state) = Redirected::from_query(query).ok().and_then(|it| it.state()) else {
        return Ok(Verdict::Stray);
    };
    if let Some(outcome) = store.login_outcome(&state).await? {
        // A second callback of a login that has ended gets the first one's page.
        return Ok(verdict(outcome));
    }
    if !store.bring_callback(&state, &SecretString::from(query), clock.now()).await? {
        return Ok(Verdict::Stray);
    }
    let patience = Instant::now() + PAGE_PATIENCE;
    while Instant::now() < patience {
        if let Some(outcome) = store.login_outcome(&state).await? {
            return Ok(verdict(outcome));
        }
        sleep(POLL).await;
    }
    Ok(Verdict::Brought)
}
