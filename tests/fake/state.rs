//! Accounts, their tokens, and what is decided about a call.

use std::collections::HashMap;
use std::time::{Duration, Instant, SystemTime};

use serde_json::Value;

use super::answers::{self, Plan};
use super::{Fault, LIFETIME, Renewal, Rules, Shape, TOKEN_PREFIX};

#[derive(Debug, Clone)]
pub struct Call {
    pub at: Instant,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A good answer, not yet written whole; for ever so if the client went away.
    Answering,
    /// A good answer, written whole at that time.
    Answered(Instant),
    /// Refused by a rule of the platform.
    Refused,
    /// Broken by a fault.
    Broken,
}

/// A message that was sent to a person, whether the answer arrived or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub at: Instant,
    pub recipient: String,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct State {
    pub messages: Vec<Message>,
    accounts: Vec<Account>,
    by_id: HashMap<String, usize>,
    by_token: HashMap<String, usize>,
}

#[derive(Debug)]
struct Account {
    id: String,
    tokens: Vec<Token>,
    fault: Fault,
    times: Option<u32>,
    renewals: u32,
    calls: Vec<Call>,
    last_good: Option<String>,
}

#[derive(Debug)]
struct Token {
    text: String,
    made: SystemTime,
    ends: Option<Instant>,
}

/// The call whose good answer is to be noted once it is written.
#[derive(Debug)]
pub struct Receipt {
    account: usize,
    call: usize,
    token: String,
}

impl State {
    pub fn add(&mut self, id: &str, made: SystemTime) -> String {
        let index = self.accounts.len();
        let text = token_text(id, 0);
        self.accounts.push(Account {
            id: id.to_owned(),
            tokens: vec![Token { text: text.clone(), made, ends: None }],
            fault: Fault::Ok,
            times: None,
            renewals: 0,
            calls: Vec::new(),
            last_good: None,
        });
        self.by_id.insert(id.to_owned(), index);
        self.by_token.insert(text.clone(), index);
        text
    }

    pub fn breaks(&mut self, id: &str, fault: Fault, times: Option<u32>) {
        let account = &mut self.accounts[self.by_id[id]];
        account.fault = fault;
        account.times = times;
    }

    pub fn time_passes(&mut self, by: Duration) {
        for token in self.accounts.iter_mut().flat_map(|account| &mut account.tokens) {
            token.made -= by;
        }
    }

    pub fn calls(&self, id: &str) -> &[Call] {
        &self.accounts[self.by_id[id]].calls
    }

    pub fn all_calls(&self) -> Vec<Call> {
        self.accounts.iter().flat_map(|account| account.calls.clone()).collect()
    }

    pub fn call_count(&self) -> usize {
        self.accounts.iter().map(|account| account.calls.len()).sum()
    }

    pub fn tokens_of(&self, id: &str) -> Vec<String> {
        self.accounts[self.by_id[id]].tokens.iter().map(|token| token.text.clone()).collect()
    }

    pub fn last_good(&self, id: &str) -> Option<String> {
        self.accounts[self.by_id[id]].last_good.clone()
    }

    pub fn takes(&self, id: &str, token: &str) -> bool {
        let account = &self.accounts[self.by_id[id]];
        account.tokens.iter().any(|it| it.text == token && !it.has_ended())
    }

    pub fn written(&mut self, receipt: Receipt) {
        let account = &mut self.accounts[receipt.account];
        account.calls[receipt.call].outcome = Outcome::Answered(Instant::now());
        account.last_good = Some(receipt.token);
    }

    /// Decides about a refresh; nothing when the token is nobody's.
    pub fn refresh(&mut self, sent: &str, rules: &Rules) -> Option<Plan> {
        let index = *self.by_token.get(sent)?;
        let account = &mut self.accounts[index];
        let fault = account.next_fault();
        let mut call = Call { at: Instant::now(), outcome: Outcome::Broken };
        let mut receipt = None;
        let mut plan = match account.before(&fault, sent, rules) {
            Some(plan) => {
                if matches!(fault, Fault::Ok | Fault::SameString | Fault::Dead(..)) {
                    call.outcome = Outcome::Refused;
                }
                plan
            }
            None => {
                let given = account.renew(sent, &fault, rules);
                self.by_token.insert(given.clone(), index);
                let account = &mut self.accounts[index];
                let lifetime = LIFETIME.as_secs() - u64::from(account.renewals % 60);
                let lifetime = i64::try_from(lifetime).unwrap_or(i64::MAX);
                let plan = answers::given(&fault, &given, lifetime, rules);
                if plan.good {
                    call.outcome = Outcome::Answering;
                    let call = account.calls.len();
                    receipt = Some(Receipt { account: index, call, token: given });
                }
                plan
            }
        };
        self.accounts[index].calls.push(call);
        plan.receipt = receipt;
        Some(plan)
    }

    /// Takes a message, or a sender action; nothing when the token is nobody's or nobody is meant.
    pub fn message(&mut self, token: &str, body: &[u8], rules: &Rules) -> Option<Plan> {
        let account = &mut self.accounts[*self.by_token.get(token)?];
        let call: Value = serde_json::from_slice(body).ok()?;
        let recipient = call["recipient"]["id"].as_str()?.to_owned();
        let Some(text) = call["message"]["text"].as_str() else {
            return Some(answers::fine(&format!(r#"{{"recipient_id":"{recipient}"}}"#), rules));
        };
        let fault = account.next_fault();
        if let Some(plan) = answers::undone(&fault, rules) {
            return Some(plan);
        }
        let mid = self.messages.len();
        let body = format!(r#"{{"recipient_id":"{recipient}","message_id":"m_reply_{mid}"}}"#);
        self.messages.push(Message { at: Instant::now(), recipient, text: text.to_owned() });
        Some(answers::done(&fault, &body, rules))
    }

    /// The answer of `/me`; nothing when the token is nobody's or has ended.
    pub fn me(&self, token: &str) -> Option<String> {
        let account = &self.accounts[*self.by_token.get(token)?];
        let ended = account.tokens.iter().any(|it| it.text == token && it.has_ended());
        let dead = matches!(account.fault, Fault::Dead(..)) && account.times != Some(0);
        if ended || dead {
            return None;
        }
        let id = &account.id;
        let me = format!(
            r#"{{"user_id":"{id}","username":"shop_{id}","account_type":"BUSINESS","id":"9{id}"}}"#
        );
        Some(me)
    }
}

impl Account {
    /// The fault of this call.
    fn next_fault(&mut self) -> Fault {
        match &mut self.times {
            Some(0) => return Fault::Ok,
            Some(left) => *left -= 1,
            None => {}
        }
        self.fault.clone()
    }

    /// What is answered without a refresh.
    fn before(&self, fault: &Fault, sent: &str, rules: &Rules) -> Option<Plan> {
        if let Some(plan) = answers::undone(fault, rules) {
            return Some(plan);
        }
        let token = self.tokens.iter().find(|token| token.text == sent)?;
        if token.has_ended() {
            return Some(answers::error(400, 190, Some(467), rules));
        }
        let age = SystemTime::now().duration_since(token.made).unwrap_or_default();
        // What Instagram says here was never recorded.
        (age < rules.min_age).then(|| answers::error(400, 100, None, rules))
    }

    /// Refreshes the token; gives the string that the platform would now give out.
    fn renew(&mut self, sent: &str, fault: &Fault, rules: &Rules) -> String {
        self.renewals += 1;
        let stays = match rules.renewal {
            _ if *fault == Fault::SameString => true,
            Renewal::Changes => false,
            Renewal::Stays => true,
            Renewal::Alternates => self.renewals.is_multiple_of(2),
        };
        if stays {
            return sent.to_owned();
        }
        let text = token_text(&self.id, self.tokens.len());
        let ends = rules.old_ends_after.map(|after| Instant::now() + after);
        for token in &mut self.tokens {
            token.ends = token.ends.or(ends);
        }
        self.tokens.push(Token { text: text.clone(), made: SystemTime::now(), ends: None });
        text
    }
}

impl Token {
    fn has_ended(&self) -> bool {
        self.ends.is_some_and(|ends| ends <= Instant::now())
    }
}

/// A token as long as Instagram's, unlike every other.
fn token_text(id: &str, serial: usize) -> String {
    let seed: String = id.chars().rev().cycle().take(90).collect();
    format!("{TOKEN_PREFIX}{seed}Z{serial}Z{id}ZD")
}

impl Shape {
    /// The body of an answer of this shape.
    pub fn body(self, token: &str, lifetime: i64) -> String {
        let with = |lifetime: &str| {
            format!(r#"{{"access_token":"{token}","token_type":"bearer","expires_in":{lifetime}}}"#)
        };
        match self {
            Self::EmptyObject => "{}".to_owned(),
            Self::Array => "[]".to_owned(),
            Self::EmptyToken => {
                r#"{"access_token":"","token_type":"bearer","expires_in":5184000}"#.to_owned()
            }
            Self::NumberToken => {
                r#"{"access_token":5,"token_type":"bearer","expires_in":5184000}"#.to_owned()
            }
            Self::NoLifetime => format!(r#"{{"access_token":"{token}","token_type":"bearer"}}"#),
            Self::TextLifetime => with(&format!("\"{lifetime}\"")),
            Self::ZeroLifetime => with("0"),
            Self::NegativeLifetime => with("-5184000"),
            Self::HugeLifetime => with("9223372036854775807"),
            Self::FloatLifetime => with(&format!("{lifetime}.5")),
        }
    }
}
