//! HTTP/1.1 with connections that stay open, as far as a token client needs it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::answers::{self, Plan, Reply};
use super::{Rules, Shared};

/// Longest request head taken.
const MAX_HEAD: usize = 16 * 1024;

pub async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        shared.connections.fetch_add(1, SeqCst);
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            // A client that goes away is none of the fake's business.
            let _ = serve(stream, &shared).await;
        });
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Request {
    method: String,
    path: String,
    query: Vec<(String, String)>,
    bearer: Option<String>,
    body_length: usize,
    body: Vec<u8>,
}

async fn serve(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(2048);
    let mut answered = 0;
    loop {
        let end = loop {
            if let Some(at) = find(&buffer, b"\r\n\r\n") {
                break at + 4;
            }
            if buffer.len() > MAX_HEAD || stream.read_buf(&mut buffer).await? == 0 {
                return Ok(());
            }
        };
        let Some(mut request) = parse(&buffer[..end]) else {
            return stream.write_all(b"HTTP/1.1 400 -\r\nContent-Length: 0\r\n\r\n").await;
        };
        let whole = end + request.body_length;
        while buffer.len() < whole {
            if stream.read_buf(&mut buffer).await? == 0 {
                return Ok(());
            }
        }
        request.body = buffer.drain(..whole).skip(end).collect();
        let peak = shared.running.fetch_add(1, SeqCst) + 1;
        shared.peak.fetch_max(peak, SeqCst);
        let plan = plan(&request, shared);
        let goes_on = carry_out(plan, &mut stream, &mut buffer, shared).await;
        shared.running.fetch_sub(1, SeqCst);
        answered += 1;
        if !goes_on? || shared.rules.closes_after == Some(answered) {
            return Ok(());
        }
    }
}

/// Waits and answers; tells whether the connection goes on.
async fn carry_out(
    plan: Plan,
    stream: &mut TcpStream,
    buffer: &mut Vec<u8>,
    shared: &Shared,
) -> io::Result<bool> {
    if !plan.wait.is_zero() {
        tokio::select! {
            () = tokio::time::sleep(plan.wait) => {}
            read = stream.read_buf(buffer) => {
                // The client gave up, or it sends the next request too early.
                shared.closed_by_fault.fetch_add(1, SeqCst);
                read?;
                return Ok(false);
            }
        }
    }
    let faulty = |goes_on| {
        shared.closed_by_fault.fetch_add(1, SeqCst);
        Ok(goes_on)
    };
    match plan.reply {
        Reply::Whole(bytes) => {
            stream.write_all(&bytes).await?;
            if let Some(receipt) = plan.receipt {
                shared.state().written(receipt);
            }
            Ok(true)
        }
        Reply::Cut(bytes) => {
            stream.write_all(&bytes).await?;
            stream.shutdown().await?;
            faulty(false)
        }
        Reply::Drip(bytes) => {
            shared.closed_by_fault.fetch_add(1, SeqCst);
            for some in bytes.chunks(8) {
                stream.write_all(some).await?;
                tokio::time::sleep(Duration::from_millis(300)).await;
            }
            Ok(false)
        }
        Reply::Flood => {
            shared.closed_by_fault.fetch_add(1, SeqCst);
            let head =
                b"HTTP/1.1 200 -\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\"";
            stream.write_all(head).await?;
            let some = [b'A'; 64 * 1024];
            loop {
                stream.write_all(&some).await?;
                shared.flooded.fetch_add(some.len(), SeqCst);
            }
        }
        Reply::Reset => {
            stream.set_zero_linger()?;
            faulty(false)
        }
        Reply::Close => faulty(false),
    }
}

fn plan(request: &Request, shared: &Shared) -> Plan {
    let rules: &Rules = &shared.rules;
    let path = request.path.trim_start_matches('/');
    let path = match path.split_once('/') {
        Some((version, rest)) if is_version(version) => rest,
        _ => path,
    };
    let of_query = |name: &str| {
        request.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    };
    if path == "elsewhere" {
        shared.elsewhere.fetch_add(1, SeqCst);
        return answers::error(404, 2500, None, rules);
    }
    let planned = match (request.method.as_str(), path) {
        ("GET", "refresh_access_token") => {
            let grant = of_query("grant_type") == Some("ig_refresh_token");
            let token = of_query("access_token").filter(|_| grant);
            token.and_then(|token| shared.state().refresh(token, rules))
        }
        ("GET", "me") => {
            let token = request.bearer.as_deref().or(of_query("access_token"));
            let me = token.and_then(|token| shared.state().me(token));
            me.map(|body| answers::fine(&body, rules))
        }
        ("POST", "me/messages") => {
            let token = request.bearer.as_deref();
            token.and_then(|token| shared.state().message(token, &request.body, rules))
        }
        ("GET", _) => return answers::error(400, 2500, None, rules),
        _ => return answers::error(400, 100, None, rules),
    };
    planned.unwrap_or_else(|| {
        shared.strangers.fetch_add(1, SeqCst);
        answers::error(400, 190, None, rules)
    })
}

fn is_version(text: &str) -> bool {
    text.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn parse(head: &[u8]) -> Option<Request> {
    let head = std::str::from_utf8(head).ok()?;
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?, first.next()?);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request = Request {
        method: method.to_owned(),
        path: path.to_owned(),
        query: url::form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        bearer: None,
        body_length: 0,
        body: Vec::new(),
    };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        if name.eq_ignore_ascii_case("authorization") {
            request.bearer = value.strip_prefix("Bearer ").map(str::to_owned);
        } else if name.eq_ignore_ascii_case("content-length") {
            request.body_length = value.parse().ok()?;
        }
    }
    Some(request)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|it| it == wanted)
}
