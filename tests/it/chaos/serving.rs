//! A shop whose `serve` is killed, starved and locked out, and the people who write to it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use igbot::sandbox;
use igbot::webhook::signature::Signature;
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::{Chance, Chaos, Ended, PATIENCE, Planned, send_signal};
use crate::fake::Rules;

/// Arguments of every `serve`.
pub const SERVE: [&str; 6] = ["serve", "--json", "--bind", "127.0.0.1:0", "--admin", "127.0.0.1:0"];

/// A bot that answers with the text it is given, and thinks for a moment.
pub const BOT: [&str; 4] =
    ["--exec", "sh", "-c", r#"sleep 0.02; sed -n 's/.*"text":"\([^"]*\)".*/\1/p'"#];

/// The same in three messages, each longer by a sign.
pub const TALKATIVE: [&str; 4] = [
    "--exec",
    "sh",
    "-c",
    r#"sed -n 's/.*"text":"\([^"]*\)".*/{"text":"\1"} {"text":"\1+"} {"text":"\1++"}/p'"#,
];

/// Part of every text: it must stand in no file and in nothing that is said.
const CANARY: &str = "canary-7f3a";

/// Those who write, unless a test says otherwise.
const PEOPLE: u64 = 24;

/// Deliveries on their way at the same time.
const CONNECTIONS: usize = 8;

/// Messages that go in one delivery.
pub type Delivery = Vec<u64>;

/// A shop, and what Instagram knows of the deliveries to it.
pub struct Shop {
    pub chaos: Chaos,
    client: reqwest::Client,
    /// Who writes a message.
    pub who: fn(u64) -> u64,
    /// Messages in each answer.
    pub parts: usize,
    /// When the first message was written; message `n` was `n` milliseconds later.
    began: i64,
    /// How many messages were written.
    pub written: u64,
    /// Messages for which a 200 came.
    pub acknowledged: BTreeSet<u64>,
    /// Messages for which none came yet; Instagram repeats them.
    pub unacknowledged: BTreeSet<u64>,
    /// Everything that any process said.
    said: String,
}

/// A `serve` at work.
pub struct Serve {
    pub child: Child,
    pub webhook: String,
    pub admin: String,
    heard: JoinHandle<(String, String)>,
}

/// How all events stand in the end.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub acknowledged: usize,
    pub done: usize,
    pub unknown: usize,
    pub sent: usize,
}

fn text(number: u64) -> String {
    format!("{CANARY} message {number}.")
}

fn mid(number: u64) -> String {
    format!("m_{number:08}")
}

impl Shop {
    /// A shop at an Instagram that takes a moment for everything.
    pub async fn opens() -> Self {
        let rules = Rules { latency: Duration::from_millis(4), ..Rules::default() };
        Self::at(Chaos::with(rules, &[Planned::fine()]).await)
    }

    pub fn at(chaos: Chaos) -> Self {
        // Fails if there is one already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self {
            chaos,
            // Once in some ten thousand kills a request that was on its way is never told of it.
            client: reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().unwrap(),
            who: |number| number % PEOPLE,
            parts: 1,
            began: Timestamp::now().as_millisecond(),
            written: 0,
            acknowledged: BTreeSet::new(),
            unacknowledged: BTreeSet::new(),
            said: String::new(),
        }
    }

    fn person(&self, number: u64) -> String {
        format!("12700000000{:05}", (self.who)(number))
    }

    /// Starts `serve` with a bot.
    pub async fn serve(&self, bot: &[&str]) -> Serve {
        Serve::start(self.chaos.command(&[&SERVE, bot].concat())).await
    }

    /// The next messages that people write.
    pub fn write(&mut self, count: u64) -> std::ops::Range<u64> {
        let first = self.written;
        self.written += count;
        first..self.written
    }

    /// Deliveries of new messages, of those that Instagram must repeat, and of some others again.
    pub fn deliveries(&mut self, new: u64, chance: &mut Chance) -> Vec<Delivery> {
        let mut all: Vec<_> = self.write(new).chain(self.unacknowledged.iter().copied()).collect();
        let known: Vec<_> = self.acknowledged.iter().copied().collect();
        if !known.is_empty() {
            all.extend((0..=new / 8).map(|_| known[chance.below(known.len() as u64) as usize]));
        }
        for at in (1..all.len()).rev() {
            all.swap(at, chance.below(at as u64 + 1) as usize);
        }
        let mut deliveries = Vec::new();
        while !all.is_empty() {
            let count = 1 + chance.below(4) as usize;
            deliveries.push(all.split_off(all.len().saturating_sub(count)));
        }
        deliveries
    }

    /// Delivers over several connections, `pause` before each, and learns what was taken. Every
    /// answer must be 200 or 503, if there is one.
    pub async fn deliver(&mut self, webhook: &str, deliveries: Vec<Delivery>, pause: Duration) {
        let answers: Vec<_> = stream::iter(deliveries)
            .map(|delivery| async {
                sleep(pause).await;
                let status = self.post(webhook, &delivery).await;
                (delivery, status)
            })
            .buffer_unordered(CONNECTIONS)
            .collect()
            .await;
        for (delivery, status) in answers {
            match status {
                Some(200) => self.acknowledged.extend(delivery),
                Some(503) | None => self.unacknowledged.extend(delivery),
                Some(other) => panic!("answered with {other}"),
            }
        }
        self.unacknowledged.retain(|number| !self.acknowledged.contains(number));
    }

    /// Posts one delivery; its status, if an answer came.
    pub async fn post(&self, webhook: &str, delivery: &[u64]) -> Option<u16> {
        let account = &self.chaos.accounts[0].id;
        let events: Vec<_> = delivery
            .iter()
            .map(|number| {
                json!({
                    "sender": { "id": self.person(*number) },
                    "recipient": { "id": account },
                    "timestamp": self.began + i64::try_from(*number).unwrap(),
                    "message": { "mid": mid(*number), "text": text(*number) },
                })
            })
            .collect();
        let entry = json!({ "id": account, "time": self.began, "messaging": events });
        let body = json!({ "object": "instagram", "entry": [entry] }).to_string();
        let secret = SecretString::from(sandbox::INSTAGRAM_APP_SECRET);
        let signature = Signature::of(&secret, body.as_bytes()).header();
        let request = self.client.post(webhook).header("X-Hub-Signature-256", signature).body(body);
        let answer = request.send().await.ok()?;
        let status = answer.status().as_u16();
        let later = answer.headers().contains_key("retry-after");
        assert_eq!(later, status == 503, "503 says when to come again");
        Some(status)
    }

    /// Repeats what was not acknowledged until everything is.
    pub async fn repeat_until_taken(&mut self, webhook: &str) {
        let repeating = async {
            while !self.unacknowledged.is_empty() {
                let again = self.unacknowledged.iter().map(|number| vec![*number]).collect();
                self.deliver(webhook, again, Duration::from_millis(5)).await;
            }
        };
        timeout(PATIENCE, repeating).await.expect("all is taken in the end");
    }

    /// The status of `/readyz`.
    pub async fn readiness(&self, serve: &Serve) -> u16 {
        let answer = self.client.get(format!("{}/readyz", serve.admin)).send().await.unwrap();
        answer.status().as_u16()
    }

    /// A connection to the store beside those of igbot.
    pub fn connection(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(&self.chaos.store).unwrap();
        connection.busy_timeout(PATIENCE).unwrap();
        connection
    }

    /// A number out of the store.
    pub fn count(&self, sql: &str) -> usize {
        self.connection().query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap() as usize
    }

    /// Lets so much time pass that what dead processes held is taken over.
    pub fn leases_run_out(&self) {
        self.connection()
            .execute("UPDATE event SET lease_until = 0 WHERE state = 'running'", [])
            .unwrap();
    }

    /// Waits until no event waits or is being handled, as long as they become fewer.
    pub async fn until_idle(&self) {
        let open = "SELECT count(*) FROM event WHERE state IN ('pending', 'running')";
        let (mut fewest, mut since) = (usize::MAX, Instant::now());
        while fewest > 0 {
            let now = self.count(open);
            if now < fewest {
                (fewest, since) = (now, Instant::now());
            }
            assert!(since.elapsed() < Duration::from_secs(45), "{now} events are not handled");
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// The numbers of the messages that were answered, in order.
    pub fn answered(&self) -> Vec<u64> {
        let number = |text: &str| {
            let word = text.split(' ').next_back().unwrap();
            word.trim_end_matches('.').parse().unwrap()
        };
        self.chaos.fake.messages().iter().map(|message| number(&message.text)).collect()
    }

    /// Nobody was answered out of the order in which they wrote.
    pub fn answered_in_order(&self) {
        let mut last = BTreeMap::new();
        for number in self.answered() {
            let before = last.insert((self.who)(number), number);
            assert!(before < Some(number), "{number} after {before:?}");
        }
    }

    /// Keeps what a process said that has ended.
    pub fn heard(&mut self, ended: &Ended) {
        self.said += &ended.stdout;
        self.said += &ended.stderr;
    }

    /// Everything acknowledged is stored once and has ended; a message that is done was answered
    /// once, one whose outcome is unknown at most once, to the person who wrote it, and up to some
    /// message of the answer; those are reported; and no secret and no text stands in a file or in what was said.
    pub async fn nothing_is_lost_or_doubled(&self) -> Tally {
        assert_eq!(self.acknowledged.len() as u64, self.written, "all was taken in the end");
        let connection = self.connection();
        let mut statement =
            connection.prepare("SELECT mid, min(state), count(*) FROM event GROUP BY mid").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))));
        let stored: BTreeMap<String, (String, u32)> = rows.unwrap().map(Result::unwrap).collect();
        let mut answers = BTreeMap::<_, usize>::new();
        for message in self.chaos.fake.messages() {
            *answers.entry((message.recipient, message.text)).or_default() += 1;
        }
        let mut tally = Tally { acknowledged: self.acknowledged.len(), ..Tally::default() };
        for number in 0..self.written {
            let (state, times) = stored.get(&mid(number)).unwrap_or_else(|| {
                panic!("lost, though it was acknowledged: {number}");
            });
            assert_eq!(*times, 1, "stored {times} times: {number}");
            let part = |part| {
                let text = text(number) + &"+".repeat(part);
                answers.remove(&(self.person(number), text)).unwrap_or_default()
            };
            let sent: Vec<_> = (0..self.parts).map(part).collect();
            match state.as_str() {
                "done" if sent.iter().all(|times| *times == 1) => tally.done += 1,
                "unknown" if sent[0] <= 1 && sent.is_sorted_by(|a, b| a >= b) => tally.unknown += 1,
                state => panic!("message {number} is {state} and was answered {sent:?} times"),
            }
            tally.sent += sent.iter().sum::<usize>();
        }
        assert_eq!(stored.len() as u64, self.written);
        assert!(answers.is_empty(), "nobody wrote that: {answers:?}");
        let reported =
            self.chaos.command(&["event", "list", "--state", "unknown", "--all", "--json"]);
        let reported = self.chaos.end({ reported }.spawn().unwrap()).await.exits(0);
        let reported: Vec<Value> = serde_json::from_str(&reported.stdout).unwrap();
        assert_eq!(reported.len(), tally.unknown);
        assert!(!self.said.contains(CANARY), "a text was said");
        self.chaos.nothing_leaked(&Ended {
            code: 0,
            stdout: self.said.clone(),
            stderr: String::new(),
        });
        tally
    }
}

/// Whether `serve` answers a handshake.
pub async fn shakes_hands(client: &reqwest::Client, webhook: &str) -> bool {
    let token = sandbox::VERIFY_TOKEN;
    let query = format!("hub.mode=subscribe&hub.verify_token={token}&hub.challenge=1158201444");
    let answer = client.get(format!("{webhook}?{query}")).send().await.unwrap();
    answer.status() == 200 && answer.text().await.unwrap() == "1158201444"
}

impl Serve {
    /// Starts it and waits until it is ready.
    pub async fn start(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut stderr = child.stderr.take().unwrap();
        let mut first = String::new();
        timeout(PATIENCE, stdout.read_line(&mut first)).await.expect("it is ready").unwrap();
        let ready: Value = serde_json::from_str(&first).unwrap();
        let address = |name: &str| format!("http://{}", ready[name].as_str().unwrap());
        let (webhook, admin) = (format!("{}/webhook", address("bind")), address("admin"));
        // Whoever does not read makes it wait.
        let heard = tokio::spawn(async move {
            let (mut said, mut logged) = (first, String::new());
            let reading = async {
                tokio::try_join!(
                    stdout.read_to_string(&mut said),
                    stderr.read_to_string(&mut logged)
                )
            };
            reading.await.unwrap();
            (said, logged)
        });
        Self { child, webhook, admin, heard }
    }

    /// kill -9.
    pub async fn kill(mut self) -> Ended {
        self.child.kill().await.unwrap();
        self.end().await
    }

    /// Asks it to stop, as a service manager does, and waits.
    pub async fn stop(self) -> Ended {
        send_signal(&self.child, "-TERM");
        self.end().await
    }

    /// Waits until it ends by itself.
    pub async fn end(mut self) -> Ended {
        let status = timeout(PATIENCE, self.child.wait()).await.expect("it ends").unwrap();
        let (stdout, stderr) = timeout(PATIENCE, self.heard).await.expect("no more").unwrap();
        Ended { code: status.code().unwrap_or(-1), stdout, stderr }
    }
}
