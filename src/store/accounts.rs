//! Linked accounts and their tokens.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use secrecy::{ExposeSecret, SecretString};

use super::cipher::CipherContext;
use super::columns::{optional_time, parsed, time, words};
use super::{Store, StoreError, former};
use crate::domain::account::{Account, AccountType, Alias};
use crate::domain::id::AccountId;
use crate::domain::token::{LongLivedToken, TokenLife};

const COLUMNS: &str = "account_id, app_scoped_id, alias, username, account_type, bot, active, \
                       permissions, subscribed_fields, issued_at, refreshed_at, expires_at, \
                       login_needed_since";

/// What is known of an account and its token after a login.
#[derive(Debug)]
pub struct LinkedAccount {
    /// The account.
    pub account: Account,
    /// Its token.
    pub token: LongLivedToken,
}

impl Store {
    /// All linked accounts by alias.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        self.read(|connection| {
            let sql = format!("SELECT {COLUMNS} FROM account ORDER BY alias");
            let mut statement = connection.prepare_cached(&sql)?;
            let rows = statement.query_map([], account)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The account that a delivery names by one of its two ids.
    pub async fn account_by_id(&self, id: &str) -> Result<Option<Account>, StoreError> {
        let id = id.to_owned();
        self.read(move |connection| Ok(by_id(connection, &id)?)).await
    }

    /// The token of an account.
    ///
    /// # Errors
    /// [`StoreError::Undecryptable`] if the row was made with another key or moved.
    pub async fn token(&self, id: &AccountId) -> Result<Option<LongLivedToken>, StoreError> {
        let row = id.clone();
        let sealed: Option<String> = self
            .read(move |connection| {
                let sql = "SELECT token FROM account WHERE account_id = ?1";
                let found = connection.query_row(sql, [row.as_str()], |row| row.get(0));
                Ok(found.optional()?)
            })
            .await?;
        let Some(sealed) = sealed else {
            return Ok(None);
        };
        let plain = self.cipher.open(token_context(id), &sealed)?;
        Ok(Some(LongLivedToken(SecretString::from(plain.as_str()))))
    }

    /// Stores an account after a login, in place of what was known of it before.
    ///
    /// Alias and bot are taken as given; who logs in carries them over.
    ///
    /// # Errors
    /// [`StoreError::AliasTaken`] if another account has the alias.
    pub async fn link(&self, linked: LinkedAccount) -> Result<(), StoreError> {
        let LinkedAccount { account, token } = linked;
        let context = token_context(&account.account_id);
        let sealed = self.cipher.seal(context, token.0.expose_secret());
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.write(move |connection| {
            let ids = [account.app_scoped_id.as_str(), account.account_id.as_str()];
            // A login whose `/me` failed was kept under its app-scoped id; this one knows better.
            let sql = "DELETE FROM account WHERE app_scoped_id = ?1 AND account_id <> ?2 \
                       RETURNING account_id";
            let stood_in: Vec<String> = connection
                .prepare(sql)?
                .query_map(ids, |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            for id in stood_in {
                move_rows(connection, &id, ids[1])?;
            }
            former::forget(connection, &cipher, ids)?;
            let alias = account.alias.as_str();
            refuse_taken(connection, alias, &account.account_id)?;
            connection.execute(
                "INSERT INTO account (account_id, app_scoped_id, alias, username, account_type, \
                     bot, active, permissions, subscribed_fields, token, issued_at, refreshed_at, \
                     expires_at) \
                 VALUES (:account_id, :app_scoped_id, :alias, :username, :account_type, :bot, 1, \
                     :permissions, :subscribed_fields, :token, :issued_at, :refreshed_at, \
                     :expires_at) \
                 ON CONFLICT (account_id) DO UPDATE SET app_scoped_id = :app_scoped_id, \
                     alias = :alias, username = :username, account_type = :account_type, \
                     bot = :bot, active = 1, permissions = :permissions, token = :token, \
                     issued_at = :issued_at, refreshed_at = :refreshed_at, \
                     expires_at = :expires_at, login_needed_since = NULL",
                named_params! {
                    ":account_id": account.account_id.as_str(),
                    ":app_scoped_id": account.app_scoped_id.as_str(),
                    ":alias": alias,
                    ":username": account.username,
                    ":account_type": account.account_type.as_ref().map(AccountType::to_string),
                    ":bot": account.bot,
                    ":permissions": account.permissions.join(" "),
                    ":subscribed_fields": account.subscribed_fields.join(" "),
                    ":token": sealed,
                    ":issued_at": account.life.issued_at.as_millisecond(),
                    ":refreshed_at": account.life.refreshed_at.as_millisecond(),
                    ":expires_at": account.life.expires_at.as_millisecond(),
                },
            )?;
            // What waited for a login need wait no longer.
            connection.execute(
                "UPDATE event SET due = min(due, ?3), next_attempt_at = 0 \
                 WHERE id IN (SELECT id FROM event INDEXED BY event_open \
                     WHERE state IN ('pending', 'running') AND account_id IN (?1, ?2) \
                         AND state = 'pending' AND due > ?3)",
                params![
                    account.account_id.as_str(),
                    account.app_scoped_id.as_str(),
                    account.life.refreshed_at.as_millisecond()
                ],
            )?;
            Ok(())
        })
        .await
    }

    /// Puts a refreshed token in place of the one it was made from; tells whether it did.
    ///
    /// One guarded update: nothing changes unless the token it was made from is still there and the
    /// new one ends later, and at no moment is there no token (security, 24). A stored end that is
    /// impossible now, from a clock that was ahead, is no obstacle.
    ///
    /// # Errors
    /// After any error the old token is still there.
    pub async fn replace_token(
        &self,
        account: &Account,
        token: &LongLivedToken,
        life: TokenLife,
    ) -> Result<bool, StoreError> {
        let sealed = self.cipher.seal(token_context(&account.account_id), token.0.expose_secret());
        let (id, [issued, refreshed, expires]) = generation(account);
        self.write(move |connection| {
            let changed = connection
                .prepare_cached(
                    "UPDATE account SET token = ?5, refreshed_at = ?6, expires_at = ?7, \
                         login_needed_since = NULL \
                     WHERE account_id = ?1 AND issued_at = ?2 AND refreshed_at = ?3 \
                         AND expires_at = ?4 AND (expires_at < ?7 OR expires_at > ?8)",
                )?
                .execute(params![
                    id,
                    issued,
                    refreshed,
                    expires,
                    sealed,
                    life.refreshed_at.as_millisecond(),
                    life.expires_at.as_millisecond(),
                    TokenLife::latest_end(life.refreshed_at).as_millisecond()
                ])?;
            Ok(changed == 1)
        })
        .await
    }

    /// Puts what Instagram says of an account in the place of what was known, unless it was unlinked or
    /// got another token since; its token stays, whatever it is by now.
    pub async fn correct(&self, known: &Account, now: Account) -> Result<(), StoreError> {
        let cipher = std::sync::Arc::clone(&self.cipher);
        let (id, [issued, refreshed, expires]) = generation(known);
        let known = known.account_id.clone();
        self.write(move |connection| {
            let sql = "SELECT token FROM account WHERE account_id = ?1 AND issued_at = ?2 \
                           AND refreshed_at = ?3 AND expires_at = ?4";
            let found = connection
                .query_row(sql, params![id, issued, refreshed, expires], |row| row.get(0))
                .optional()?;
            let Some(sealed): Option<String> = found else { return Ok(()) };
            // A ciphertext belongs to the id of its row.
            let token = cipher.open(token_context(&known), &sealed)?;
            let sealed = cipher.seal(token_context(&now.account_id), &token);
            // A row that has the id already comes from a later login.
            let corrected = connection.execute(
                "UPDATE OR IGNORE account SET account_id = ?2, app_scoped_id = ?3, username = ?4, \
                     account_type = ?5, token = ?6, login_needed_since = NULL WHERE account_id = ?1",
                params![
                    id,
                    now.account_id.as_str(),
                    now.app_scoped_id.as_str(),
                    now.username,
                    now.account_type.as_ref().map(AccountType::to_string),
                    sealed
                ],
            )?;
            if corrected == 1 && id != now.account_id.as_str() {
                move_rows(connection, &id, now.account_id.as_str())?;
            }
            Ok(())
        })
        .await
    }

    /// Notes that Instagram refuses the account's token; the token itself stays. Nothing changes if
    /// another token, from a login or a refresh, is there by now.
    pub async fn mark_login_needed(
        &self,
        account: &Account,
        since: Timestamp,
    ) -> Result<(), StoreError> {
        let (id, [issued, refreshed, expires]) = generation(account);
        self.write(move |connection| {
            connection
                .prepare_cached(
                    "UPDATE account SET login_needed_since = ?5 \
                     WHERE account_id = ?1 AND issued_at = ?2 AND refreshed_at = ?3 \
                         AND expires_at = ?4 AND login_needed_since IS NULL",
                )?
                .execute(params![id, issued, refreshed, expires, since.as_millisecond()])?;
            Ok(())
        })
        .await
    }

    /// Switches an account off: its owner removed the app, which also ends its token.
    pub async fn switch_off(&self, id: &AccountId, now: Timestamp) -> Result<(), StoreError> {
        let id = id.clone();
        self.write(move |connection| {
            let sql = "UPDATE account SET active = 0, \
                           login_needed_since = coalesce(login_needed_since, ?2) \
                       WHERE account_id = ?1";
            connection.execute(sql, params![id.as_str(), now.as_millisecond()])?;
            Ok(())
        })
        .await
    }

    /// Notes the webhook fields read back from Instagram.
    pub async fn note_subscribed(
        &self,
        id: &AccountId,
        fields: &[String],
    ) -> Result<(), StoreError> {
        let sql = "UPDATE account SET subscribed_fields = ?2 WHERE account_id = ?1";
        self.execute(sql, [id.to_string(), fields.join(" ")]).await
    }

    /// Notes that Instagram has just taken the account's token.
    pub async fn mark_login_fine(&self, id: &AccountId) -> Result<(), StoreError> {
        let sql = "UPDATE account SET login_needed_since = NULL \
                   WHERE account_id = ?1 AND active = 1";
        self.execute(sql, [id.to_string()]).await
    }

    /// Gives an account another alias.
    ///
    /// # Errors
    /// [`StoreError::AliasTaken`] if another account has the alias.
    pub async fn rename(&self, id: &AccountId, alias: &Alias) -> Result<(), StoreError> {
        let (id, alias) = (id.clone(), alias.to_string());
        self.write(move |connection| {
            refuse_taken(connection, &alias, &id)?;
            let sql = "UPDATE account SET alias = ?2 WHERE account_id = ?1";
            connection.execute(sql, [id.as_str(), &alias])?;
            Ok(())
        })
        .await
    }

    /// Gives an account a bot of the config file, or none.
    pub async fn set_bot(&self, id: &AccountId, bot: Option<String>) -> Result<(), StoreError> {
        let sql = "UPDATE account SET bot = ?2 WHERE account_id = ?1";
        self.execute(sql, (id.to_string(), bot)).await
    }

    /// Makes an account the one meant when a command names none.
    pub async fn set_usual_account(&self, id: &AccountId) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta (name, value) VALUES ('usual_account', ?1) \
                   ON CONFLICT (name) DO UPDATE SET value = ?1";
        self.execute(sql, [id.to_string()]).await
    }

    /// The account meant when a command names none, if one was chosen and is still linked.
    pub async fn usual_account(&self) -> Result<Option<Account>, StoreError> {
        self.read(|connection| {
            let sql = format!(
                "SELECT {COLUMNS} FROM account \
                 WHERE account_id = (SELECT value FROM meta WHERE name = 'usual_account')"
            );
            Ok(connection.query_row(&sql, [], account).optional()?)
        })
        .await
    }

    /// Forgets an account and its token; its messages stay.
    pub async fn unlink(&self, id: &AccountId) -> Result<(), StoreError> {
        let (id, cipher) = (id.clone(), std::sync::Arc::clone(&self.cipher));
        self.write(move |connection| {
            let sql = "DELETE FROM account WHERE account_id = ?1 RETURNING app_scoped_id";
            let other: Option<String> =
                connection.query_row(sql, [id.as_str()], |row| row.get(0)).optional()?;
            match other {
                Some(other) => former::remember(connection, &cipher, [id.as_str(), &other]),
                None => Ok(()),
            }
        })
        .await
    }
}

/// Moves what hangs on the id under which an account stood to its right one. Events stay under the
/// id of their deliveries, by which they are found as well.
fn move_rows(connection: &Connection, from: &str, to: &str) -> rusqlite::Result<()> {
    // A key that was used under both is the right one's.
    let sql = "UPDATE outgoing SET dedupe = NULL WHERE account_id = ?1 AND dedupe IN \
               (SELECT dedupe FROM outgoing WHERE account_id = ?2)";
    connection.execute(sql, [from, to])?;
    for table in ["outgoing", "batch", "person", "rate", "usage"] {
        let sql = format!("UPDATE OR IGNORE {table} SET account_id = ?2 WHERE account_id = ?1");
        connection.execute(&sql, [from, to])?;
        connection.execute(&format!("DELETE FROM {table} WHERE account_id = ?1"), [from])?;
    }
    let sql = "UPDATE meta SET value = ?2 WHERE name = 'usual_account' AND value = ?1";
    connection.execute(sql, [from, to])?;
    Ok(())
}

/// Aliases are unique; says so before SQLite does in its own words.
fn refuse_taken(connection: &Connection, alias: &str, id: &AccountId) -> Result<(), StoreError> {
    let sql = "SELECT 1 FROM account \
               WHERE ?1 IN (alias, account_id, app_scoped_id) AND account_id <> ?2";
    let taken = connection.query_row(sql, [alias, id.as_str()], |_| Ok(())).optional()?;
    match taken {
        Some(()) => Err(StoreError::AliasTaken(alias.to_owned())),
        None => Ok(()),
    }
}

/// What tells one token of an account from the next, though not its ciphertext, which `store rekey`
/// changes.
fn generation(account: &Account) -> (String, [i64; 3]) {
    let life = account.life;
    let times = [life.issued_at, life.refreshed_at, life.expires_at];
    (account.account_id.to_string(), times.map(Timestamp::as_millisecond))
}

fn token_context(id: &AccountId) -> CipherContext<'_> {
    CipherContext { table: "account", column: "token", row: id.as_str() }
}

/// The account that a delivery names by one of its two ids.
pub(super) fn by_id(connection: &Connection, id: &str) -> rusqlite::Result<Option<Account>> {
    let sql = format!("SELECT {COLUMNS} FROM account WHERE account_id = ?1 OR app_scoped_id = ?1");
    connection.prepare_cached(&sql)?.query_row([id], account).optional()
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        account_id: parsed(row, 0)?,
        app_scoped_id: parsed(row, 1)?,
        alias: parsed(row, 2)?,
        username: row.get(3)?,
        account_type: row.get::<_, Option<String>>(4)?.map(AccountType::from),
        bot: row.get(5)?,
        active: row.get(6)?,
        permissions: words(row, 7)?,
        subscribed_fields: words(row, 8)?,
        life: TokenLife {
            issued_at: time(row, 9)?,
            refreshed_at: time(row, 10)?,
            expires_at: time(row, 11)?,
        },
        login_needed_since: optional_time(row, 12)?,
    })
}
