//! The bytes of answers.

use std::time::Duration;

use super::state::Receipt;
use super::{Fault, Rules};

/// What to do with one call.
#[derive(Debug)]
pub struct Plan {
    pub wait: Duration,
    pub reply: Reply,
    /// The answer is the promised one.
    pub good: bool,
    pub receipt: Option<Receipt>,
}

#[derive(Debug)]
pub enum Reply {
    Whole(Vec<u8>),
    /// These bytes, then the end of the connection.
    Cut(Vec<u8>),
    /// These bytes, a few at a time.
    Drip(Vec<u8>),
    /// Bytes without an end.
    Flood,
    /// A reset instead of an answer.
    Reset,
    /// The end of the connection instead of an answer.
    Close,
}

impl Plan {
    fn new(reply: Reply, rules: &Rules) -> Self {
        Self { wait: rules.latency, reply, good: false, receipt: None }
    }
}

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>Sorry, \
                    something went wrong.</h1></body></html>\n";

/// The plan of a fault because of which nothing is done.
pub fn undone(fault: &Fault, rules: &Rules) -> Option<Plan> {
    let answer = |status, kind, body: &str, headers: &str| {
        Plan::new(Reply::Whole(bytes(status, kind, body, headers, rules)), rules)
    };
    let plan = match fault {
        Fault::Http500Json(code) => error(500, *code, None, rules),
        Fault::Http503Html => answer(503, "text/html; charset=utf-8", HTML, ""),
        Fault::RateLimit { status, code, retry_after } => {
            let headers = retry_after.map(|it| format!("Retry-After: {it}\r\n"));
            let body = error_body(*code, None);
            answer(*status, JSON, &body, &headers.unwrap_or_default())
        }
        Fault::Reset => Plan::new(Reply::Reset, rules),
        Fault::Flood => Plan::new(Reply::Flood, rules),
        Fault::Html200 => answer(200, "text/html; charset=utf-8", HTML, ""),
        Fault::EmptyBody => answer(200, JSON, "", ""),
        Fault::Redirect => answer(302, "text/html", "", "Location: /elsewhere\r\n"),
        Fault::Dead(code, subcode) => error(400, *code, *subcode, rules),
        Fault::Error { status, code, subcode } => error(*status, *code, *subcode, rules),
        Fault::Ok
        | Fault::SameString
        | Fault::ResetAfter
        | Fault::Slow(_)
        | Fault::Drip
        | Fault::Truncated
        | Fault::WrongShape(_) => return None,
    };
    Some(plan)
}

/// The plan of a call whose token was refreshed.
pub fn given(fault: &Fault, token: &str, lifetime: i64, rules: &Rules) -> Plan {
    if let Fault::WrongShape(shape) = fault {
        return fine(&shape.body(token, lifetime), rules);
    }
    let body =
        format!(r#"{{"access_token":"{token}","token_type":"bearer","expires_in":{lifetime}}}"#);
    done(fault, &body, rules)
}

/// The plan of a call that did what it was to do, whatever the fault makes of its answer.
pub fn done(fault: &Fault, body: &str, rules: &Rules) -> Plan {
    let mut whole = bytes(200, JSON, body, "", rules);
    match fault {
        Fault::ResetAfter => Plan::new(Reply::Close, rules),
        Fault::Drip => Plan::new(Reply::Drip(whole), rules),
        Fault::Slow(wait) => {
            Plan { wait: *wait, good: true, ..Plan::new(Reply::Whole(whole), rules) }
        }
        Fault::Truncated => {
            whole.truncate(whole.len() - body.len() / 2);
            Plan::new(Reply::Cut(whole), rules)
        }
        _ => Plan { good: true, ..Plan::new(Reply::Whole(whole), rules) },
    }
}

/// An answer in Graph's error shape.
pub fn error(status: u16, code: i64, subcode: Option<i64>, rules: &Rules) -> Plan {
    let header = "WWW-Authenticate: OAuth \"Facebook Platform\" \"invalid_request\" \"Error\"\r\n";
    let header = if status == 400 { header } else { "" };
    let body = error_body(code, subcode);
    Plan::new(Reply::Whole(bytes(status, JSON, &body, header, rules)), rules)
}

/// An answer with status 200.
pub fn fine(body: &str, rules: &Rules) -> Plan {
    Plan::new(Reply::Whole(bytes(200, JSON, body, "", rules)), rules)
}

const JSON: &str = "application/json; charset=UTF-8";

fn error_body(code: i64, subcode: Option<i64>) -> String {
    let message = match code {
        190 | 102 => "Error validating access token: the session is not valid any more",
        4 | 17 | 32 | 613 => "Application request limit reached",
        1 | 2 => "An unexpected error has occurred. Please retry your request later.",
        100 => "Unsupported request - method type: get",
        10 => "Application does not have permission for this action",
        _ => "Something went wrong",
    };
    let subcode = subcode.map(|it| format!(r#""error_subcode":{it},"#)).unwrap_or_default();
    format!(
        r#"{{"error":{{"message":"{message}","type":"IGApiException","code":{code},{subcode}"fbtrace_id":"AbCdEfGhIjKlMnOp{code}"}}}}"#
    )
}

fn bytes(status: u16, kind: &str, body: &str, headers: &str, rules: &Rules) -> Vec<u8> {
    let usage = match rules.usage_header {
        true => "X-App-Usage: {\"call_volume\":12,\"cpu_time\":3}\r\n",
        false => "",
    };
    let length = body.len();
    format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{usage}{headers}\r\n{body}"
    )
    .into_bytes()
}
