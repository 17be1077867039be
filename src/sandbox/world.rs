//! The state: accounts, customers with their conversations, tokens, and what is about to be delivered.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::{Value, json};
use url::Url;

use super::answer::GraphError;
use super::customers::{Comment, Customer};
use super::delivery::{DeliveryRecord, Outgoing};
use super::faults::Faults;
use super::tokens::{self, Code, Token};
use super::{
    BUSINESS_ACCOUNT, BUSINESS_USERNAME, CREATOR_ACCOUNT, CREATOR_USERNAME, DEFAULT_CUSTOMER,
    NO_ROLE_USERNAME, PERSONAL_USERNAME,
};
use crate::clock::{Clock as _, ShiftedClock};
use crate::random::SharedRandom;

/// Every permission a login can ask for (reference 1).
pub(super) const SCOPES: [&str; 5] = [
    "instagram_business_basic",
    "instagram_business_manage_messages",
    "instagram_business_manage_comments",
    "instagram_business_content_publish",
    "instagram_business_manage_insights",
];

/// Every field an account can subscribe to (reference 5).
pub(super) const FIELDS: [&str; 11] = [
    "comments",
    "live_comments",
    "message_edit",
    "message_reactions",
    "messages",
    "messaging_handover",
    "messaging_optins",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
    "standby",
];

/// Calls and deliveries remembered, each.
pub(super) const LOG_LIMIT: usize = 20_000;

/// State in which Instagram sees an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Ok,
    /// Held for a check: 190/459 until it is over.
    Checkpoint,
    /// No role on the app: login works, Graph calls do not (reference 13).
    NoRole,
}

/// An Instagram account.
pub(super) struct Account {
    /// Professional account id, `user_id` of `/me`.
    pub id: String,
    /// Id as the app sees it, `id` of `/me` and of the code exchange.
    pub app_scoped_id: String,
    pub username: String,
    pub name: String,
    /// `BUSINESS`, `MEDIA_CREATOR` or `PERSONAL`.
    pub account_type: String,
    pub standing: Standing,
    /// Fields of `subscribed_apps`; `None` before the first subscription.
    pub subscribed: Option<Vec<String>>,
    /// Ice breakers and persistent menu, as they were set.
    pub messenger_profile: serde_json::Map<String, Value>,
}

/// A call as the log shows it: neither query nor body.
#[derive(Serialize)]
pub(super) struct CallRecord {
    pub at: String,
    pub method: String,
    pub path: String,
    pub action: String,
    pub account: Option<String>,
    pub status: u16,
}

/// Behaviour that the control API can switch.
pub(super) struct Switches {
    /// Answers `/me` as `{"data":[…]}`, the documented form nobody has seen live.
    pub me_in_data: bool,
    /// Signs with the Meta app secret (reference 8.2).
    pub sign_with_meta_secret: bool,
    /// The app passed the review for the human agent tag.
    pub human_agent: bool,
}

pub(super) struct World {
    clock: Arc<ShiftedClock>,
    random: SharedRandom,
    pub accounts: BTreeMap<String, Account>,
    pub customers: BTreeMap<String, Customer>,
    pub tokens: HashMap<String, Token>,
    pub codes: HashMap<String, Code>,
    pub comments: HashMap<String, Comment>,
    /// Customer to whom a conversation id or a message id belongs.
    pub owners: HashMap<String, String>,
    /// Account and type of each upload, by its id.
    pub uploads: HashMap<String, (String, String)>,
    pub callback: Option<Url>,
    /// Fields ticked at app level.
    pub app_fields: Vec<String>,
    pub switches: Switches,
    pub faults: Faults,
    pub calls: VecDeque<CallRecord>,
    pub deliveries: VecDeque<DeliveryRecord>,
    pub outgoing: Vec<Outgoing>,
    turns: HashMap<&'static str, usize>,
    serial: u64,
}

impl World {
    pub fn new(clock: Arc<ShiftedClock>, random: SharedRandom, callback: Option<Url>) -> Self {
        let mut world = Self {
            clock,
            random,
            accounts: BTreeMap::new(),
            customers: BTreeMap::new(),
            tokens: HashMap::new(),
            codes: HashMap::new(),
            comments: HashMap::new(),
            owners: HashMap::new(),
            uploads: HashMap::new(),
            callback,
            app_fields: FIELDS.map(str::to_owned).to_vec(),
            switches: Switches {
                me_in_data: false,
                sign_with_meta_secret: false,
                human_agent: false,
            },
            faults: Faults::default(),
            calls: VecDeque::new(),
            deliveries: VecDeque::new(),
            outgoing: Vec::new(),
            turns: HashMap::new(),
            serial: 0,
        };
        for (id, scoped, username, name, account_type, standing) in [
            (
                BUSINESS_ACCOUNT,
                "26999900000000011",
                BUSINESS_USERNAME,
                "Harbour Coffee",
                "BUSINESS",
                Standing::Ok,
            ),
            (
                CREATOR_ACCOUNT,
                "34999900000000022",
                CREATOR_USERNAME,
                "Mira Paints",
                "MEDIA_CREATOR",
                Standing::Ok,
            ),
            (
                "17841400000000003",
                "26999900000000033",
                PERSONAL_USERNAME,
                "Toni",
                "PERSONAL",
                Standing::Ok,
            ),
            (
                "17841400000000004",
                "26999900000000044",
                NO_ROLE_USERNAME,
                "Stranger Shop",
                "BUSINESS",
                Standing::NoRole,
            ),
        ] {
            let account = Account {
                id: id.to_owned(),
                app_scoped_id: scoped.to_owned(),
                username: username.to_owned(),
                name: name.to_owned(),
                account_type: account_type.to_owned(),
                standing,
                subscribed: None,
                messenger_profile: serde_json::Map::new(),
            };
            world.accounts.insert(account.id.clone(), account);
        }
        for (id, account, username, name) in [
            (DEFAULT_CUSTOMER, BUSINESS_ACCOUNT, "ada.byron", "Ada Byron"),
            ("1270000000000002", BUSINESS_ACCOUNT, "grace_h", "Grace Hopper"),
            ("1270000000000003", BUSINESS_ACCOUNT, "müşteri.3", "Ayşe 🌷"),
            ("1280000000000001", CREATOR_ACCOUNT, "ada.byron", "Ada Byron"),
            ("1280000000000002", CREATOR_ACCOUNT, "linus", "Linus"),
        ] {
            world.add_customer(id, account, username, name);
        }
        world
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn account_by_username(&self, username: &str) -> Option<&Account> {
        self.accounts.values().find(|account| account.username == username)
    }

    pub fn add_customer(&mut self, id: &str, account: &str, username: &str, name: &str) {
        let conversation_id = self.opaque_id("conversation", account, id);
        self.owners.insert(conversation_id.clone(), id.to_owned());
        let customer = Customer::new(id, account, username, name, conversation_id);
        self.customers.insert(id.to_owned(), customer);
    }

    /// The customer, if the account may see them.
    pub fn customer_of(&mut self, account: &str, id: &str) -> Option<&mut Customer> {
        self.customers.get_mut(id).filter(|customer| customer.account == account)
    }

    /// Tells whom a token speaks for, or why it opens nothing.
    pub fn authenticate(&self, token: Option<&str>, method: &Method) -> Result<&Token, GraphError> {
        let name = token.unwrap_or_default();
        if name.is_empty() {
            return Err(tokens::invalid_token());
        }
        let Some(token) = self.tokens.get(name) else {
            // Tokens of the other host, and whatever is no token (reference 12).
            return Err(GraphError::new(
                190,
                "Invalid OAuth access token - Cannot parse access token",
            )
            .oauth());
        };
        token.check(self.now())?;
        match self.accounts.get(&token.account).map(|account| account.standing) {
            Some(Standing::Ok) => Ok(token),
            Some(Standing::Checkpoint) => Err(tokens::ended(459)),
            Some(Standing::NoRole) => Err(GraphError::unsupported_method(method)),
            None => Err(tokens::invalid_token()),
        }
    }

    /// Ends every token of an account before its time.
    pub fn end_tokens(&mut self, account: &str, subcode: u32) {
        for token in self.tokens.values_mut() {
            if token.account == account {
                token.ended = Some(subcode);
            }
        }
    }

    /// Counts from 0: how often something has happened, so that shapes rotate predictably.
    pub fn turn(&mut self, what: &'static str) -> usize {
        let turn = self.turns.entry(what).or_default();
        *turn += 1;
        *turn - 1
    }

    /// A new token string.
    pub fn token_name(&mut self) -> String {
        let serial = self.next_serial();
        format!("IGAAsandbox{}{}{serial}", self.random.token(), self.random.token())
    }

    /// A new authorization code.
    pub fn code_name(&mut self) -> String {
        let serial = self.next_serial();
        format!("AQB{}{}{serial}", self.random.token(), self.random.token())
    }

    /// A value that a page cannot guess.
    pub fn nonce(&self) -> String {
        self.random.token()
    }

    /// A challenge for a handshake: digits as documented, or letters as seen (reference 8.1).
    pub fn challenge(&mut self) -> String {
        if self.turn("challenge").is_multiple_of(2) {
            let number = u32::from_be_bytes(
                self.random.bytes16().first_chunk().copied().unwrap_or_default(),
            );
            format!("1{number:010}")
        } else {
            self.random.token()
        }
    }

    /// A number that never repeats.
    pub fn next_serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// An id of the shape of Instagram's message ids: 160 and more characters of base64 whose
    /// decoded form holds the account id (reference 6).
    pub fn opaque_id(&mut self, kind: &str, account: &str, customer: &str) -> String {
        let serial = self.next_serial();
        let tail = self.random.token();
        let plain = format!("1_item:1:{kind}:{account}:{customer:0>39}:{serial:0>20}:{tail}");
        format!("aWdfZAG{}ZD", URL_SAFE_NO_PAD.encode(plain))
    }

    /// Delivers a messaging event, if the account and the app are subscribed.
    pub fn emit(&mut self, account: &str, field: &'static str, event: Value) {
        let time = self.now().as_millisecond();
        self.notify(account, field, json!({ "id": account, "time": time, "messaging": [event] }));
    }

    /// Delivers a change; its entry counts in seconds (reference 8.4).
    pub fn emit_change(&mut self, account: &str, field: &'static str, value: Value) {
        let time = self.now().as_second();
        let changes = json!([{ "field": field, "value": value }]);
        self.notify(account, field, json!({ "id": account, "time": time, "changes": changes }));
    }

    /// An account subscribed to any field gets every field of the app (reference 5).
    fn notify(&mut self, account: &str, field: &'static str, entry: Value) {
        let subscribed = self
            .accounts
            .get(account)
            .and_then(|account| account.subscribed.as_ref())
            .is_some_and(|fields| !fields.is_empty());
        if subscribed && self.app_fields.iter().any(|ticked| ticked == field) {
            let payload = json!({ "object": "instagram", "entry": [entry] });
            let body = crate::webhook::synthetic::bytes(&payload);
            self.deliver(field, Some(account), body);
        }
    }

    /// Queues a body for the callback URL, if there is one, and logs it.
    pub fn deliver(&mut self, field: &str, account: Option<&str>, body: Vec<u8>) -> Option<u64> {
        self.callback.as_ref()?;
        let id = self.next_serial();
        let record = DeliveryRecord::new(id, self.now(), field, account, &body);
        remember(&mut self.deliveries, record);
        self.outgoing.push(Outgoing { id, body });
        Some(id)
    }
}

/// Appends to a log and forgets its oldest line when it is full.
pub(super) fn remember<T>(log: &mut VecDeque<T>, record: T) {
    if log.len() == LOG_LIMIT {
        log.pop_front();
    }
    log.push_back(record);
}

/// A time as Graph writes it: `+0000` without a colon (reference 7).
pub(super) fn graph_time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S+0000").to_string()
}

/// Tells whether `limit` has not yet passed since `since`.
pub(super) fn within(since: Option<Timestamp>, now: Timestamp, limit: SignedDuration) -> bool {
    since.is_some_and(|since| now.duration_since(since) <= limit)
}
