//! From a code or a token to a linked account (reference 2 to 4).

use std::time::Duration;

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use tokio::time::sleep;

use super::login::LoginError;
use super::{OpsError, Services};
use crate::callback::{Callback, Redirected};
use crate::domain::account::{Account, AccountType, Alias};
use crate::domain::id::AppScopedId;
use crate::domain::token::{ASSUMED_LIFE, LongLivedToken, ShortLivedToken, TokenLife};
use crate::graph::GraphError;
use crate::graph::accounts::Me;
use crate::graph::class::ErrorClass;
use crate::graph::oauth::{AppCredentials, Lease};
use crate::store::StoreError;
use crate::store::accounts::LinkedAccount;

/// Pauses before the exchange is tried again.
const EXCHANGE_PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(3)];

/// How often another alias is tried where the wanted one is taken.
const ALIASES: u32 = 100;

/// How the operator wants the account.
#[derive(Debug, Clone, Default)]
pub struct LinkOptions {
    /// What to call it; its username when absent.
    pub alias: Option<Alias>,
    /// The bot that answers for it.
    pub bot: Option<String>,
    /// Permissions that were asked for.
    pub scopes: Vec<String>,
}

/// A linked account.
#[derive(Debug)]
pub struct Linked {
    /// The account.
    pub account: Account,
    /// Permissions that were asked for and not granted.
    pub missing: Vec<String>,
    /// The token is stored, but Instagram did not say whose it is. The account stands under its
    /// app-scoped id until `token status --online` can ask again.
    pub unverified: Option<GraphError>,
    /// What it should have been called, if another account is called that.
    pub taken: Option<Alias>,
    /// Instagram did not say how long the token lives.
    pub assumed: bool,
}

/// Takes the code out of what somebody copied: the code itself or the address it was in.
///
/// # Errors
/// It is neither, or the address of a refusal.
pub fn code_of(text: &SecretString) -> Result<SecretString, OpsError> {
    match Redirected::parse(text.expose_secret()).map_err(LoginError::from)?.callback {
        Callback::Granted(code) => Ok(code),
        Callback::Denied(reason) => Err(LoginError::Denied(reason).into()),
    }
}

/// Exchanges a code for a long-lived token and stores the account.
///
/// # Errors
/// Instagram refuses code or secret, the account is a personal one, or the store fails.
pub async fn link_code(
    services: &Services,
    app: &AppCredentials,
    redirect_uri: &str,
    code: &SecretString,
    wish: LinkOptions,
) -> Result<Linked, OpsError> {
    let exchange = services.graph.exchange_code(app, redirect_uri, code).await;
    let exchange = exchange.map_err(|error| match error {
        GraphError::Unreachable { .. } => LoginError::NotReached(error.into()).into(),
        error => OpsError::from(error),
    })?;
    // The life is counted from before the call, so that it never seems longer than it is.
    let asked_at = services.clock.now();
    let lease = lasting(services, app, &exchange.token).await;
    let lease = lease.map_err(|error| match error {
        GraphError::Unreachable { .. }
        | GraphError::Interrupted { .. }
        | GraphError::Unreadable { .. } => LoginError::Spent(error.into()).into(),
        GraphError::Api(ref it) if is_passing(it.class) => LoginError::Spent(error.into()).into(),
        error => OpsError::from(error),
    })?;
    let grant = Grant { app_scoped_id: exchange.app_scoped_id, permissions: exchange.permissions };
    store(services, lease, asked_at, grant, wish).await
}

/// Exchanges a token whose code is spent, again if Instagram is not there for a moment.
async fn lasting(
    services: &Services,
    app: &AppCredentials,
    token: &ShortLivedToken,
) -> Result<Lease, GraphError> {
    let mut pauses = EXCHANGE_PAUSES.iter();
    loop {
        match (services.graph.exchange_token(app, token).await, pauses.next()) {
            (Err(error), Some(pause)) if error.is_passing() && !error.is_rate_limit() => {
                sleep(*pause).await;
            }
            (exchanged, _) => return exchanged,
        }
    }
}

/// Stores the account of a token. A short-lived one is exchanged; a long-lived one, as the App
/// Dashboard makes it, cannot be and is validated instead.
///
/// # Errors
/// Instagram refuses the token, the account is a personal one, or the store fails.
pub async fn link_token(
    services: &Services,
    app: Option<&AppCredentials>,
    token: SecretString,
    wish: LinkOptions,
) -> Result<Linked, OpsError> {
    let token = sound(&token)?;
    let asked_at = services.clock.now();
    let exchanged = match app {
        Some(app) => {
            Some(services.graph.exchange_token(app, &ShortLivedToken(token.clone())).await)
        }
        None => None,
    };
    let lease = match exchanged {
        Some(Ok(lease)) => lease,
        // A refusal may mean "already long-lived" in words nobody has written down. `/me` decides.
        Some(Err(GraphError::Api(error))) if !is_passing(error.class) => {
            settled(services, token).await
        }
        Some(Err(error)) => return Err(error.into()),
        None => settled(services, token).await,
    };
    store(services, lease, asked_at, Grant::default(), wish).await
}

/// A token is one word; anything else was copied badly and would only be refused in odd words.
///
/// # Errors
/// [`LoginError::NotAToken`] if it is empty, or has blanks or other than ASCII in it.
pub fn sound(token: &SecretString) -> Result<SecretString, OpsError> {
    let text = token.expose_secret().trim();
    match !text.is_empty() && text.bytes().all(|c| c.is_ascii_graphic()) {
        true => Ok(SecretString::from(text)),
        false => Err(LoginError::NotAToken.into()),
    }
}

/// The life of a token whose age nobody knows, settled by a refresh. Instagram refuses that for one
/// younger than 24 hours, and for a short-lived one (reference 3).
async fn settled(services: &Services, token: SecretString) -> Lease {
    let token = LongLivedToken(token);
    match services.graph.refresh_token(&token).await {
        Ok(lease) => lease,
        Err(_) => Lease { token, lifetime: None },
    }
}

/// Whether an error says nothing about the token.
fn is_passing(class: ErrorClass) -> bool {
    matches!(class, ErrorClass::RateLimited | ErrorClass::Temporary)
}

/// What the code exchange said beside the token.
#[derive(Default)]
struct Grant {
    app_scoped_id: Option<AppScopedId>,
    permissions: Vec<String>,
}

async fn store(
    services: &Services,
    lease: Lease,
    asked_at: Timestamp,
    grant: Grant,
    wish: LinkOptions,
) -> Result<Linked, OpsError> {
    let (me, unverified) = match services.graph.me(&lease.token).await {
        Ok(me) => (me, None),
        Err(error) => {
            // A token once obtained is not thrown away because `/me` fails; only a refusal of the
            // token itself, or of the kind of account, makes it worthless.
            let worthless = matches!(
                error.class(),
                Some(ErrorClass::LoginNeeded(_) | ErrorClass::NotProfessional)
            );
            let Some(id) = grant.app_scoped_id.as_ref().filter(|_| !worthless) else {
                return Err(error.into());
            };
            let known = services.store.account_by_id(id.as_str()).await?;
            (stand_in(id, known), Some(error))
        }
    };
    if me.account_type == Some(AccountType::Personal) {
        return Err(OpsError::NotProfessional { username: me.username });
    }
    let mut known = services.store.account_by_id(me.user_id.as_str()).await?;
    if let (None, Some(id)) = (&known, &me.id) {
        // Kept under the other id while nobody could be asked.
        known = services.store.account_by_id(id.as_str()).await?;
    }
    let assumed = lease.lifetime.is_none();
    let life = TokenLife::starting(asked_at, lease.lifetime.unwrap_or(ASSUMED_LIFE));
    let present = known.as_ref().map(|it| it.alias.clone());
    let mut account = account(grant, me, known, life, &wish)?;
    let refused = |scope: &&String| !account.permissions.contains(scope);
    // Instagram does not always say what was granted; then nothing is known to be missing.
    let missing = match account.permissions.is_empty() {
        true => Vec::new(),
        false => wish.scopes.iter().filter(refused).cloned().collect(),
    };
    let wanted = account.alias.clone();
    // One that is linked keeps the alias that scripts know before it gets a made-up one.
    let mut others = present.into_iter().chain((2..=ALIASES).map(|number| wanted.numbered(number)));
    loop {
        let linked = LinkedAccount { account: account.clone(), token: lease.token.clone() };
        match (services.store.link(linked).await, others.next()) {
            // Nor is it thrown away because of a name.
            (Err(StoreError::AliasTaken(_)), Some(other)) => account.alias = other,
            (linked, _) => break linked?,
        }
    }
    let taken = (account.alias != wanted).then_some(wanted);
    Ok(Linked { account, missing, unverified, taken, assumed })
}

/// What stands in for the answer of `/me` when that fails: what was known before.
fn stand_in(id: &AppScopedId, known: Option<Account>) -> Me {
    let (user_id, username, account_type) = match known {
        Some(it) => (it.account_id, it.username, it.account_type),
        None => (id.as_account(), id.to_string(), None),
    };
    Me { user_id, username, id: Some(id.clone()), name: None, account_type }
}

/// Puts together what is known of the account.
fn account(
    grant: Grant,
    me: Me,
    known: Option<Account>,
    life: TokenLife,
    wish: &LinkOptions,
) -> Result<Account, OpsError> {
    let known_id = known.as_ref().map(|it| it.app_scoped_id.clone());
    let (known_alias, known_bot, subscribed_fields, known_permissions) = match known {
        Some(it) => (Some(it.alias), it.bot, it.subscribed_fields, it.permissions),
        None => (None, None, Vec::new(), Vec::new()),
    };
    let alias = match wish.alias.clone().or(known_alias) {
        Some(alias) => alias,
        // A name that is no alias is no reason to throw a token away either.
        None => match me.username.to_lowercase().parse() {
            Ok(alias) => alias,
            Err(source) => me
                .user_id
                .as_str()
                .parse()
                .map_err(|_| OpsError::NeedsAlias { username: me.username.clone(), source })?,
        },
    };
    // The documented shape of `/me` has no app-scoped id; a code exchange told it, now or before.
    let app_scoped_id = me.id.or(grant.app_scoped_id).or(known_id);
    Ok(Account {
        app_scoped_id: app_scoped_id.unwrap_or_else(|| me.user_id.as_app_scoped()),
        account_id: me.user_id,
        alias,
        username: me.username,
        account_type: me.account_type,
        bot: wish.bot.clone().or(known_bot),
        active: true,
        permissions: match grant.permissions.is_empty() {
            true => known_permissions,
            false => grant.permissions,
        },
        subscribed_fields,
        life,
        login_needed_since: None,
    })
}

/// Asks Instagram about the token of a linked account: whether it works, and whose it is.
///
/// # Errors
/// Instagram refuses the token, which is noted in the store, or cannot be asked;
/// [`OpsError::TokenOfAnother`] if it is not this account's.
pub async fn verify(services: &Services, account: &Account) -> Result<Me, OpsError> {
    let token = services.token(account).await?;
    let me = services.note_result(account, services.graph.me(&token).await).await?;
    if !account.is_meant_by(&me.user_id, me.id.as_ref()) {
        let (alias, username) = (account.alias.clone(), me.username);
        return Err(OpsError::TokenOfAnother { alias, username });
    }
    let is_known = account.answers_to(me.user_id.as_str());
    if !is_known && account.account_id.as_str() != account.app_scoped_id.as_str() {
        let (before, now) = (&account.account_id, &me.user_id);
        tracing::warn!(account = %account.alias, %before, %now, "Instagram names it by another id");
    }
    let verified = Account {
        account_id: me.user_id.clone(),
        app_scoped_id: me.id.clone().unwrap_or_else(|| account.app_scoped_id.clone()),
        username: me.username.clone(),
        account_type: me.account_type.clone().or_else(|| account.account_type.clone()),
        ..account.clone()
    };
    match verified == *account {
        true => services.note_token_accepted(account).await,
        false => services.store.correct(account, verified).await?,
    }
    Ok(me)
}
