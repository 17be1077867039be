//! Logins that one process starts and another may end: `login --print-url` and `--complete`, or a
//! `login` that waits while the browser comes back to `serve`.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{OptionalExtension, Row, params};
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

use super::cipher::{Cipher, CipherContext};
use super::{Store, StoreError};
use crate::domain::id::AccountId;

/// How many characters of a state name its row. The rest stays secret.
const ID_CHARS: usize = 8;

/// What a login was started with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLogin {
    /// As it was sent to the consent page.
    pub redirect_uri: String,
    /// Permissions that were asked for.
    pub scopes: Vec<String>,
    /// What to call the account.
    pub alias: Option<String>,
    /// The bot that answers for it.
    pub bot: Option<String>,
}

/// How a stored login ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginOutcome {
    /// The account is linked.
    Linked,
    /// The person refused.
    Denied,
    /// Something failed.
    Failed,
}

/// In the place of an outcome, before the time of the claim, while a process uses the code of a login.
const CLAIMED: &str = "claimed ";

/// Since when a login is claimed, as SQL; empty if it is not, NULL while it is open.
const SINCE: &str = "CASE WHEN outcome LIKE 'claimed %' THEN substr(outcome, 9) \
     WHEN outcome IS NOT NULL THEN '' END";

/// How long a claim holds: longer than three calls may take.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);

/// What became of an attempt to claim a login.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It is one's own.
    Mine,
    /// Another process ends it, or has ended it.
    Taken,
    /// It is not known, as after its hour: nobody else has it.
    Forgotten,
}

impl LoginOutcome {
    fn as_str(self) -> &'static str {
        match self {
            Self::Linked => "linked",
            Self::Denied => "denied",
            Self::Failed => "failed",
        }
    }
}

impl Store {
    /// Notes a login before its address is shown, and forgets those that ran out.
    pub async fn begin_login(
        &self,
        state: &SecretString,
        login: StoredLogin,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), StoreError> {
        let id = id(state).to_owned();
        let sealed = self.cipher.seal(context("state", &id), state.expose_secret());
        self.write(move |connection| {
            connection
                .execute("DELETE FROM login WHERE expires_at < ?1", [now.as_millisecond()])?;
            connection.execute(
                "INSERT INTO login (id, state, redirect_uri, scopes, alias, bot, expires_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    id,
                    sealed,
                    login.redirect_uri,
                    login.scopes.join(" "),
                    login.alias,
                    login.bot,
                    expires_at.as_millisecond()
                ],
            )?;
            Ok(())
        })
        .await
    }

    /// The login of a state that has neither ended nor run out.
    pub async fn open_login(
        &self,
        state: &SecretString,
        now: Timestamp,
    ) -> Result<Option<StoredLogin>, StoreError> {
        let (state, cipher) = (state.clone(), std::sync::Arc::clone(&self.cipher));
        self.read(move |connection| {
            let sql = format!(
                "SELECT state, redirect_uri, scopes, alias, bot FROM login \
                 WHERE id = ?1 AND expires_at >= ?2 AND (outcome IS NULL OR {SINCE} <> '')"
            );
            let found = connection
                .query_row(&sql, params![id(&state), now.as_millisecond()], stored)
                .optional()?;
            match found {
                Some((sealed, login)) if is_state(&cipher, &state, &sealed)? => Ok(Some(login)),
                _ => Ok(None),
            }
        })
        .await
    }

    /// Makes a login one's own before its code is used: one code is exchanged once. Whoever claimed it and
    /// has not ended it within two minutes is taken for dead.
    pub async fn claim_login(
        &self,
        state: &SecretString,
        now: Timestamp,
    ) -> Result<Claim, StoreError> {
        let id = id(state).to_owned();
        self.write(move |connection| {
            let sql = format!(
                "UPDATE login SET outcome = '{CLAIMED}' || ?2 WHERE id = ?1 AND (outcome IS NULL \
                     OR ({SINCE} <> '' AND CAST({SINCE} AS INTEGER) NOT BETWEEN ?2 - ?3 AND ?2))"
            );
            let (now, patience) = (now.as_millisecond(), CLAIM.as_millis() as i64);
            if connection.execute(&sql, params![id, now, patience])? == 1 {
                return Ok(Claim::Mine);
            }
            let sql = "SELECT EXISTS (SELECT 1 FROM login WHERE id = ?1)";
            Ok(match connection.query_row(sql, [id.as_str()], |row| row.get(0))? {
                true => Claim::Taken,
                false => Claim::Forgotten,
            })
        })
        .await
    }

    /// Gives a login back whose code was not used after all.
    pub async fn release_login(&self, state: &SecretString) -> Result<(), StoreError> {
        let id = id(state).to_owned();
        self.write(move |connection| {
            let sql = format!("UPDATE login SET outcome = NULL WHERE id = ?1 AND {SINCE} <> ''");
            connection.execute(&sql, [id.as_str()])?;
            Ok(())
        })
        .await
    }

    /// Keeps what the browser came back with for the process that waits; the first one counts.
    /// Tells whether such a login is open.
    pub async fn bring_callback(
        &self,
        state: &SecretString,
        query: &SecretString,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        if self.open_login(state, now).await?.is_none() {
            return Ok(false);
        }
        let id = id(state).to_owned();
        let sealed = self.cipher.seal(context("callback", &id), query.expose_secret());
        self.write(move |connection| {
            let sql = "UPDATE login SET callback = ?2 WHERE id = ?1 AND callback IS NULL";
            connection.execute(sql, [id, sealed])?;
            Ok(true)
        })
        .await
    }

    /// What the browser came back with, once it has.
    pub async fn callback_of(
        &self,
        state: &SecretString,
    ) -> Result<Option<SecretString>, StoreError> {
        let row = id(state).to_owned();
        let sealed: Option<Option<String>> = self
            .read(move |connection| {
                let sql = "SELECT callback FROM login WHERE id = ?1 AND outcome IS NULL";
                Ok(connection.query_row(sql, [row], |row| row.get(0)).optional()?)
            })
            .await?;
        match sealed.flatten() {
            Some(sealed) => {
                let query = self.cipher.open(context("callback", id(state)), &sealed)?;
                Ok(Some(SecretString::from(query.as_str())))
            }
            None => Ok(None),
        }
    }

    /// Ends a login, and forgets what the browser brought. Tells whether it had not ended before.
    pub async fn end_login(
        &self,
        state: &SecretString,
        outcome: LoginOutcome,
        linked: Option<&AccountId>,
    ) -> Result<bool, StoreError> {
        let (id, linked) = (id(state).to_owned(), linked.map(ToString::to_string));
        self.write(move |connection| {
            let sql = format!(
                "UPDATE login SET outcome = ?2, account_id = ?3, callback = NULL \
                 WHERE id = ?1 AND (outcome IS NULL OR {SINCE} <> '')"
            );
            Ok(connection.execute(&sql, params![id, outcome.as_str(), linked])? == 1)
        })
        .await
    }

    /// The id of the account that a login has linked.
    pub async fn linked_by(&self, state: &SecretString) -> Result<Option<String>, StoreError> {
        let id = id(state).to_owned();
        self.read(move |connection| {
            let sql = "SELECT account_id FROM login WHERE id = ?1";
            let found: Option<Option<String>> =
                connection.query_row(sql, [id], |row| row.get(0)).optional()?;
            Ok(found.flatten())
        })
        .await
    }

    /// How the login of a state ended, if it has.
    pub async fn login_outcome(
        &self,
        state: &SecretString,
    ) -> Result<Option<LoginOutcome>, StoreError> {
        let (state, cipher) = (state.clone(), std::sync::Arc::clone(&self.cipher));
        self.read(move |connection| {
            let sql = format!("SELECT state, outcome FROM login WHERE id = ?1 AND {SINCE} = ''");
            let found: Option<(String, String)> = connection
                .query_row(&sql, [id(&state)], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let Some((sealed, outcome)) = found else {
                return Ok(None);
            };
            Ok(is_state(&cipher, &state, &sealed)?.then_some(match outcome.as_str() {
                "linked" => LoginOutcome::Linked,
                "denied" => LoginOutcome::Denied,
                _ => LoginOutcome::Failed,
            }))
        })
        .await
    }
}

fn id(state: &SecretString) -> &str {
    let state = state.expose_secret();
    state.get(..ID_CHARS).unwrap_or(state)
}

fn context<'a>(column: &'static str, row: &'a str) -> CipherContext<'a> {
    CipherContext { table: "login", column, row }
}

fn is_state(cipher: &Cipher, state: &SecretString, sealed: &str) -> Result<bool, StoreError> {
    let stored = cipher.open(context("state", id(state)), sealed)?;
    Ok(bool::from(stored.as_bytes().ct_eq(state.expose_secret().as_bytes())))
}

fn stored(row: &Row<'_>) -> rusqlite::Result<(String, StoredLogin)> {
    let scopes: String = row.get(2)?;
    Ok((
        row.get(0)?,
        StoredLogin {
            redirect_uri: row.get(1)?,
            scopes: scopes.split_whitespace().map(str::to_owned).collect(),
            alias: row.get(3)?,
            bot: row.get(4)?,
        },
    ))
}
