//! Access tokens and authorization codes: how long they live and what ends them (reference 2 and 3).

use axum::http::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::INSTAGRAM_APP_SECRET;
use super::answer::GraphError;
use super::params::Params;
use super::world::World;

/// Life of a code and of a short-lived token.
const SHORT_LIFE: SignedDuration = SignedDuration::from_hours(1);

/// Life of a long-lived token: 60 days.
pub(super) const LONG_LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);

/// Youngest age at which a long-lived token can be refreshed.
const REFRESH_AGE: SignedDuration = SignedDuration::from_hours(24);

/// Seconds by which answers fall short of 60 days, in turn; never assume exactly 60 days.
const SHORTFALLS: [i64; 3] = [56, 0, 3];

/// What an authorization code stands for.
pub(super) struct Code {
    pub account: String,
    pub scopes: Vec<String>,
    pub redirect_uri: String,
    issued: Timestamp,
    used: bool,
}

impl Code {
    pub fn new(account: String, scopes: Vec<String>, redirect_uri: String, now: Timestamp) -> Self {
        Self { account, scopes, redirect_uri, issued: now, used: false }
    }

    /// Uses the code up, or says in Instagram's words why that is not possible.
    pub fn redeem(&mut self, redirect_uri: &str, now: Timestamp) -> Result<(), &'static str> {
        if self.used {
            return Err("This authorization code has been used");
        }
        if now.duration_since(self.issued) >= SHORT_LIFE {
            return Err("Matching code was not found or was already used");
        }
        if self.redirect_uri != redirect_uri {
            return Err(
                "Error validating verification code. Please make sure your redirect_uri is \
                 identical to the one you used in the OAuth dialog request",
            );
        }
        self.used = true;
        Ok(())
    }
}

/// What the sandbox knows of a token; the string itself is its key.
#[derive(Clone)]
pub(super) struct Token {
    pub account: String,
    pub scopes: Vec<String>,
    pub long_lived: bool,
    pub issued: Timestamp,
    pub expires: Timestamp,
    /// Subcode of 190 with which it was ended before its time.
    pub ended: Option<u32>,
}

impl Token {
    pub fn short_lived(account: String, scopes: Vec<String>, now: Timestamp) -> Self {
        Self {
            account,
            scopes,
            long_lived: false,
            issued: now,
            expires: now.saturating_add(SHORT_LIFE).unwrap_or(now),
            ended: None,
        }
    }

    pub fn long_lived(account: String, scopes: Vec<String>, now: Timestamp) -> Self {
        Self {
            long_lived: true,
            expires: now.saturating_add(LONG_LIFE).unwrap_or(now),
            ..Self::short_lived(account, scopes, now)
        }
    }

    /// Tells whether the token still opens anything.
    pub fn check(&self, now: Timestamp) -> Result<(), GraphError> {
        if let Some(subcode) = self.ended {
            return Err(ended(subcode));
        }
        if now >= self.expires {
            return Err(GraphError::new(
                190,
                format!(
                    "Error validating access token: Session has expired on {}. The current time is {}.",
                    spoken(self.expires),
                    spoken(now)
                ),
            )
            .oauth()
            .subcode(463));
        }
        Ok(())
    }

    /// Tells whether the token can be refreshed: long-lived, 24 h old, with the basic permission.
    ///
    /// The reference gives the rules and not the words of the refusals; these are the sandbox's.
    pub fn refreshable(&self, now: Timestamp) -> Result<(), GraphError> {
        self.check(now)?;
        if !self.long_lived {
            return Err(session_key_invalid());
        }
        if now.duration_since(self.issued) < REFRESH_AGE {
            return Err(GraphError::parameter(
                "The access token must be at least 24 hours old to be refreshed",
            ));
        }
        if !self.scopes.iter().any(|scope| scope == "instagram_business_basic") {
            return Err(GraphError::new(
                10,
                "(#10) Application does not have permission for this action",
            )
            .oauth());
        }
        Ok(())
    }
}

/// Ended before its time: password changed (460), app removed (458), checkpoint (459).
pub(super) fn ended(subcode: u32) -> GraphError {
    let why = match subcode {
        458 => "The user has not authorized application",
        459 => "The user has been checkpointed and must log in at www.instagram.com",
        _ => {
            "The session has been invalidated because the user changed their password or Facebook \
             has changed the session for security reasons."
        }
    };
    GraphError::new(190, format!("Error validating access token: {why}")).oauth().subcode(subcode)
}

/// Seen when a long-lived token is exchanged.
fn session_key_invalid() -> GraphError {
    GraphError::new(
        452,
        "Session key invalid. This could be because the session key has an incorrect format, or \
         because the user has revoked this session",
    )
    .oauth()
}

/// `GET /access_token`: a long-lived token for a short-lived one.
pub(super) fn exchange(
    world: &mut World,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    let (_, token) = token_call(world, method, params, "ig_exchange_token")?;
    let secret = params.get("client_secret").unwrap_or_default();
    if secret != INSTAGRAM_APP_SECRET {
        return Err(GraphError::new(1, "Error validating client secret.").oauth());
    }
    if token.long_lived {
        return Err(session_key_invalid());
    }
    let now = world.now();
    let fresh = Token::long_lived(token.account, token.scopes, now);
    Ok(granted(world, None, fresh))
}

/// `GET /refresh_access_token`: another 60 days, in every other answer under the same string.
pub(super) fn refresh(
    world: &mut World,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    let (name, token) = token_call(world, method, params, "ig_refresh_token")?;
    let now = world.now();
    token.refreshable(now)?;
    let same = world.turn("refresh") % 2 == 1;
    let fresh = Token::long_lived(token.account, token.scopes, now);
    Ok(granted(world, same.then_some(name), fresh))
}

/// What both calls check alike.
fn token_call(
    world: &World,
    method: &Method,
    params: &Params,
    grant_type: &str,
) -> Result<(String, Token), GraphError> {
    if method != Method::GET {
        return Err(GraphError::unsupported_method(method));
    }
    if params.get("grant_type") != Some(grant_type) {
        return Err(GraphError::parameter(format_args!(
            "Param grant_type must be one of {{{grant_type}}}"
        )));
    }
    let name = params.get("access_token").unwrap_or_default();
    let token = world.authenticate(Some(name), method)?;
    Ok((name.to_owned(), token.clone()))
}

fn granted(world: &mut World, name: Option<String>, token: Token) -> Value {
    let name = name.unwrap_or_else(|| world.token_name());
    world.tokens.insert(name.clone(), token);
    let shortfall = SHORTFALLS[world.turn("lifetime") % SHORTFALLS.len()];
    json!({
        "access_token": name,
        "token_type": "bearer",
        "expires_in": LONG_LIFE.as_secs() - shortfall,
    })
}

/// A time in the words of the 190 message.
fn spoken(time: Timestamp) -> String {
    time.strftime("%A, %d-%b-%y %H:%M:%S UTC").to_string()
}

/// 401 for a call without a usable token (reference 9).
pub(super) fn invalid_token() -> GraphError {
    GraphError::new(190, "Invalid OAuth 2.0 Access Token").status(StatusCode::UNAUTHORIZED)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: SignedDuration = SignedDuration::from_hours(1);

    fn noon() -> Timestamp {
        Timestamp::from_second(1_790_000_000).unwrap()
    }

    #[test]
    fn a_code_works_once_within_an_hour_and_for_its_redirect_uri_only() {
        let code = || Code::new("1".into(), Vec::new(), "https://a.example/cb".into(), noon());
        let mut fresh = code();
        assert!(fresh.redeem("https://a.example/cb/", noon()).is_err());
        assert!(fresh.redeem("https://a.example/cb", noon()).is_ok());
        assert!(fresh.redeem("https://a.example/cb", noon()).is_err());
        assert!(code().redeem("https://a.example/cb", noon() + HOUR).is_err());
    }

    #[test]
    fn a_long_lived_token_is_refreshed_after_24_hours_and_before_60_days() {
        let basic = vec!["instagram_business_basic".to_owned()];
        let token = Token::long_lived("1".into(), basic, noon());
        let code_after = |hours: i64| {
            let now = noon() + SignedDuration::from_hours(hours);
            token.refreshable(now).map_err(|error| (error.code, error.subcode))
        };
        assert_eq!(code_after(23), Err((100, None)));
        assert_eq!(code_after(24), Ok(()));
        assert_eq!(code_after(60 * 24 - 1), Ok(()));
        assert_eq!(code_after(60 * 24), Err((190, Some(463))));
    }
}
