//! igbot administers Instagram messaging bots: it logs accounts in by Instagram Business Login,
//! keeps their tokens alive, receives their messages without losing one, hands each to the owner's
//! program, and sends the answer once. This page is the living design; the README is for users.
//!
//! # The house
//!
//! ```text
//! cli                                          people and shells: arguments, streams, exit codes
//!  └ server  sandbox                           HTTP faces: our receiver; Instagram in a box
//!     └ ops                                    one use case a file: login, refresh, send, dispatch …
//!        └ store  graph  webhook  bot  callback  config      rooms that do not know each other
//!           └ domain  clock  random            vocabulary, time, chance
//! ```
//!
//! Imports point down. `server` uses `ops`, `store`, `webhook` and `callback`; `sandbox` uses `webhook` alone,
//! because it judges the client and must not share its view of Instagram. Each outside crate has
//! one home, so that replacing it is work in one room. `tests/it/architecture.rs` holds all this.
//!
//! | I want to … | look into |
//! |---|---|
//! | change a command, its help or an error's advice | [`cli`]: `commands/`, `error/`, `advice.rs` |
//! | change what a command does | [`ops`] |
//! | teach igbot another call of Instagram's | [`graph`] |
//! | understand a delivery | [`webhook::payload`], then [`domain::event`] |
//! | tell an operator more about refused deliveries | [`webhook::forensics`], then [`ops::refusals`] |
//! | find messages in the order of time, or people by them | [`store::history`], [`store::overview`] |
//! | change what is stored | [`store`], with a new file under `migrations/` |
//! | change how `serve` is reached | `server::listen`, `server::tls`, `server::systemd`, then `server::connections` |
//! | follow a message from the socket to the answer | `server::intake`, [`ops::receive`], [`store::intake`], [`store::claim`], [`ops::dispatch`], [`ops::send`], [`store::settle`] |
//! | see what a bot would answer, without a receiver | [`ops::trial`], which asks as [`ops::dispatch`] does |
//! | follow a row of a batch from its file to the answer | [`ops::batch`], [`store::batches`], [`store::rate`] |
//!
//! # Ideas used everywhere
//!
//! * Use cases return what happened; they neither print nor ask. [`cli`] alone talks to people, and
//!   `cli::error` turns every error into a text, its causes, hints and an exit code.
//! * An answer of Instagram's is sorted once, into a [`graph::class::ErrorClass`] named after what
//!   helps. Nobody else looks at codes, texts or statuses.
//! * A row is written before anything irreversible happens. A send whose row says `sending` after a
//!   crash has an unknown outcome; it is reported and never repeated.
//! * Every event has one key, led by its own time (`webhook::key` says how); the store's
//!   uniqueness rule, not a program's memory, makes it happen once. Events that differ and carry one
//!   message lead to one answer (`store::answered`).
//! * One open event of each conversation has the turn, and triggers hand it on, so that a claim costs
//!   the same whatever waits (`turn` in `store/migrations/0010.sql`).
//! * One thread owns the store ([`store::Store`]). What is queued when it looks shares one
//!   transaction and one sync, and results are told after the commit. Beside it another connection
//!   only moves the write-ahead log into the file (`store::checkpointer`).
//! * Time, randomness and the network come in through [`clock`], [`random`] and
//!   `graph::transport`, so that tests own them.
//!
//! "Reference" and "security" with a number, in comments, are sections of the project's notes on how Instagram
//! behaves and on threats. They are kept beside the sources; a comment says what of them it rests on.
//!
//! # Fuzzing
//!
//! Whatever reads bytes of strangers has a property in `tests/properties` and a fuzz target in
//! `tests/fuzz`, a package of its own because it takes a nightly compiler and `cargo install
//! cargo-fuzz`:
//!
//! ```text
//! mkdir -p target/fuzz/payload && cp tests/data/webhooks/* tests/data/fuzz/payload/* target/fuzz/payload
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz payload target/fuzz/payload -- -max_len=4096 -max_total_time=300
//! ```
//!
//! `tests/data/fuzz` holds a small part of each corpus, what reached the most code with the fewest
//! bytes; a test replays it with every `cargo test`. An input that broke a property goes there too.
//!
//! # Where this differs from the first design
//!
//! ## The house
//!
//! * `random` stands beside `clock`: chance needs a door as much as time does.
//! * `server` may use `callback`: a login's browser sees the same pages at `serve` and at the listener.
//! * A config file that is a link stays one, and what it leads to is changed.
//! * Only `init`, `login`, `link` and `serve` make a store: under a mistyped name an empty list, or a person's
//!   data found nowhere, would pass for a success. The key file beside a named config file comes before the usual one.
//! * `init` can be run again: it adds what the config file lacks, changes nothing, and shows the same.
//! * Advice names the command with `--config`, `--store` and `--env-file` as they were given.
//! * Ids of Instagram are texts in JSON. Numbers that the store gives, of events and batches, are numbers.
//! * `account list`, `token status` and `limits` show all accounts: what a limit leaves out nobody watches.
//! * `schema result` describes what each command prints with `--json`, made from the types themselves.
//!
//! ## Accounts and tokens
//!
//! * With no terminal, no listener and no `--timeout` a login does not wait for `serve`, but says how
//!   to go on (exit 2).
//! * A login outlives the command that waits for it, for its hour.
//! * A login whose wanted alias is taken links under another one: the token is worth more than its name.
//! * The login listener's server sees of a request its first line and its hosts alone (`callback/front.rs`).
//! * A token of which Instagram has not said how long it lives counts as one that ends in 72 hours, so
//!   that a daily run finds it due.
//! * A life longer than 60 days in an answer counts as 60: a token believed to live longer than any
//!   does would never be due.
//! * `refresh-tokens` waits before it starts only when told to (`--jitter`): a script that runs it
//!   through a pipe must not hang without a word. With `--quiet` it is silent about accounts that are
//!   well under `--json` too. An account marked as needing a login is asked about in every run, and
//!   stays exit 4 until it is logged in, unlinked, or Instagram takes its token again.
//! * `refresh-tokens` asks in no order, so that what ends a run early does not meet the same accounts
//!   every night. A limit of one account (17, 32, 613, 800xx) never ends a run; one of the whole app
//!   that asks for more than five minutes does.
//! * A failure that passes is asked about again in later rounds over all such accounts, not on the
//!   spot; a time-out is not, because whoever waited that long for nothing waits as long again.
//! * An account whose owner has removed the app is inactive: it sends nothing, and `refresh-tokens` lists it.
//! * A dispatcher leaves alone an account that needs a login; but now and then it tries, for Instagram
//!   has called good tokens dead before.
//! * A stop behind the code of a login finishes it, because the code is spent; a second one ends it.
//! * No check turns an account into another one, whatever `/me` answers: only an account that was linked while nobody
//!   could be asked learns its right id then.
//! * An account that was unlinked is remembered, sealed, for as long as its owner may ask for the deletion of
//!   what stayed (`store/former.rs`); what was deleted with an account does not come back (`tombstone.rs`).
//! * A limit of the whole app stands in `usage` under the empty name.
//!
//! ## Deliveries
//!
//! * A connection without a request is closed after ten seconds: hyper's limit of the head begins with it.
//! * A delivery of more than 10,000 events, ten times what Instagram sends, is one unknown event, and
//!   so is an entry whose id or time is longer than 256 bytes, and an element of more than 64 KiB with
//!   several keys.
//! * A message that comes when it was written is known again by that time, give or take half an hour. One
//!   that comes late, or does not say when it was written, is known again for three days, whatever its
//!   times say: to look so far back costs too much, in a store of millions, to do it for each message.
//! * Events whose delivery carries no time of their own (comments) have keys that begin with zeros
//!   and not with the time of the delivery, which a repeat in another batch would not share. What has
//!   no id either (`changed_fields`, story numbers) is told apart by that time all the same: stored
//!   twice it does no harm, taken for a repeat it is lost.
//! * A socket of systemd's beside an explicit `--bind` or `--unix` is an error, and so are several: nobody
//!   should be heard on an address that nobody meant. TLS is for TCP; a Unix socket's proxy ends it.
//! * A client certificate is refused in the handshake, and only the name tells Meta's webhooks from
//!   what else its authority signs for. A certificate that has ended is served, with a warning.
//! * SIGHUP reads certificates and nothing else; all other settings hold until `serve` ends.
//! * Refused deliveries are counted by cause in a family of their own,
//!   `igbot_deliveries_forged_total`: a label that only one `result` has would spoil sums.
//! * The last delivery that was refused for its signature is noted in the store, once a minute, and `doctor`
//!   warns if none was accepted since: strangers knock too, but not alone.
//! * `serve --json` prints one object for each delivery that it has stored, with the numbers of its events.
//! * With `--json` standard error of `serve` is the log alone: no line is said to a person there, and
//!   what a bot says on its own standard error is a record with the number of its event.
//! * An event is kept under the one id by which its account is or was linked, whichever of the two its delivery named:
//!   a conversation is one, and what was purged or deleted stays so after `unlink`.
//! * A process of an older schema writes nothing to a store that a later one has migrated; `serve` answers 503.
//! * A process that lacks a key to which the store has moved, or is moving, may read and not write:
//!   what it sealed could not be opened later. `serve` answers 503 then, and nothing is lost. One that
//!   has all keys in another order does write, under its own first: `store verify` tells when a key
//!   can be dropped.
//! * A store that was moved or deleted under a process takes nothing any more ([`store::StoreError::Gone`]):
//!   what is acknowledged must be found again.
//! * A reader of `serve --json` that falls behind misses notices, and is told how many (`missed`).
//!
//! ## Bots and their answers
//!
//! * Only messages and postbacks are handed to a bot. One that answers everything would otherwise answer the
//!   read receipt of its own answer, without end.
//! * Comments and referrals are handed to a bot whose owner wants it (`--also`): who comments does not always
//!   expect a message. A comment takes one private reply, so that an answer of several messages is an error
//!   before any is sent.
//! * An edit with the number 0 is a message: it is fetched, goes back into the queue as what that person wrote,
//!   and is handled in its turn, for until then nobody knows in whose conversation. What was fetched is kept,
//!   encrypted. Where the message itself has come meanwhile, as it mostly does, nothing is fetched; and who has
//!   written more is not kept waiting for one that cannot be.
//! * The id of a tap may be that of the message with the button, which can be tapped again: taps are told apart
//!   by their person and time as well, and only a deletion on their own side takes them back.
//! * What the person has deleted is not handed to a bot any more, and shown by no command.
//! * A message that was edited reaches the bot, and is listed, searched and exported, as it was edited last
//!   (`store/edits.rs`); the inbox shows events as they came.
//! * A `serve` without a bot ends no event while one with a bot shares its store, nor within an hour
//!   after ([`store::Store::note_bot`]): whoever takes in need not be whoever answers, and a bot may be being
//!   replaced. One that has bots by name only takes the events of accounts that have such a bot. Where a
//!   process has several, each gets three quarters of its places at most: one that hangs is not the end of all.
//! * A process that stood still does not get its claims back: each round of claims has a name of its own.
//!   Events wait for a process that has the bot of their account.
//! * An attempt is counted only if the bot was there to be asked and Instagram to take its answer.
//!   Otherwise the event waits for up to a day, as long as the person may be answered, and a circuit
//!   breaker (`ops/dispatch/breaker.rs`) keeps bots from being asked for answers that cannot be sent, and
//!   stops after three replies of unknown outcome in a row.
//!   What may be the fault of one message or one person (a policy, a role, a gateway's 502) costs its own
//!   event an attempt after 30 seconds and more, until three people met it: then all wait, one at a time tries,
//!   and that costs nothing.
//! * What a bot has answered is kept, encrypted, from the moment that a kill, a stop or a limit could leave
//!   something of it (`store/kept_answer.rs`): the rest goes out later, and the bot is not asked again. Where
//!   it was given up, or a message of it is in doubt, `event replay --rest` sends what is left: a round of its own.
//! * What reconciliation takes in stays away from bots, and speaks for its message: a delivery of it
//!   that comes after all is marked as its duplicate when it is stored (`event.imported`, found by the
//!   message's id, because Instagram's history has whole seconds and no delivery's key can be made
//!   from it). Who has read it there may have answered it; `event replay` hands it over on request.
//!   Messages younger than ten minutes are left alone: a delivery that is only seconds late would be a
//!   duplicate that no bot answers. One conversation that Instagram refuses ends nothing: it is told,
//!   with exit code 8.
//! * The deletion of an account's data is answered after two seconds at the latest and goes on by itself
//!   (`store/purge_account.rs`); the account and its token are gone by then, and no bot is asked any more.
//! * A comment is in no conversation, and is left untouched until its account may reply (`store/due.rs`):
//!   thousands can wait for hours at the limit of private replies, and no message with them. Comments on posts
//!   have a quarter of the places, live ones another, and no account has all of these where others wait
//!   (`ops/dispatch/comments.rs`). What Instagram says of private replies holds back no direct message.
//! * A bot that a stop of `serve` cuts off has not failed: that is no attempt. One that answers 503 with
//!   `Retry-After`, or whose script is gone from behind its interpreter, counts as not there. With a 429 and
//!   `Retry-After` that event alone waits, and no attempt is counted.
//! * `try` asks a bot without a receiver, and sends nothing (`ops/trial.rs`).
//!
//! ## Sends and their outcomes
//!
//! * A code that is in no list counts as passing if `is_transient` or a 5xx says so, and a send that
//!   ends with it as unknown: refused, it would be repeated and might arrive twice.
//! * A raw call that Instagram answers with a dead token (`ops::api`) marks no account: the token
//!   endpoints say the same of good tokens that come in a header.
//! * A send of unknown outcome is settled by the history only if it is the only one that fits. A kind is
//!   told from the members of an attachment that other clients read; the reference is silent on them.
//! * An echo settles a send of unknown outcome only if it fits no other one and is no more than minutes
//!   away from it; otherwise all that it fits stay unknown. That of a private reply must go to the person whose
//!   comment the store has.
//! * A refusal that time or somebody may heal (a window, a permission) leaves a `--dedupe-key` free; one of the
//!   message itself is the first outcome that a repeated command tells.
//! * `--upload` and `--dedupe-key` exclude each other: each upload has another id, so that the same
//!   command would not make the same message.
//! * `conversation list` tells what is unanswered and not what is unread: Instagram has no such number.
//! * `message export` to a terminal shows control characters as lists do; a file or a pipe gets the texts
//!   exactly. Texts are read in the order of time by an index that `serve` fills in spare moments.
//!
//! ## Batches
//!
//! * The same rows are not sent from their beginning before a batch of them was resumed to its end, unless by
//!   `--again`, nor beside a process that is sending them: a script that is started once more after a kill, or
//!   beside itself, must not send everything twice. The same holds for whatever stands in the same file then:
//!   it has mostly been corrected, and has the same people.
//! * Rows that were sent before are a new batch without a question to a script, which may mean them every day;
//!   a person at a terminal is asked. An empty cell of CSV is a field that the row does not have.
//! * A number in a row, or in JSON that is sent, that would lose digits is refused: a customer would read another one.
//! * A batch of which somebody was purged while it ran ends with 8.
//! * `send batch --rate` is the pace of that batch and not of the account, whose limits it shares with
//!   everybody: a slow batch must not hold up a bot's answers. Only toward a box on this machine may it
//!   be faster than Instagram allows.
//! * After calls that were not taken, or whose answers were lost, a batch rests and then tries a single
//!   row: each further one could be one more of which nobody knows.
//! * A batch whose rows are partly unknown and partly refused ends with 9, not 8: what was refused can be
//!   repeated without a look, and what is unknown cannot.
//! * A batch prints in a thread of its own, and takes up no more rows while a thousand are yet to be read.
//! * A batch whose rows a script could not read, because its output was full, stays open (exit 1) until a report
//!   of them was written: it must not be started anew.
//!
//! ## The store
//!
//! * Processes do hold one lock for as long as they have the store open: a shared one on
//!   `store.db.lock`. Only a restore, and the rebuilding of an old file, takes it alone.
//!   Who sends a single message shares `store.db.send.lock`: a send without an end is `unknown` for
//!   whoever opens the store while nobody has that, because its process was killed.
//! * Emptying the log is tried for a tenth of a second at a time, with pauses: whoever waits in one
//!   `TRUNCATE` checkpoint for a reader holds the lock that `serve` needs to store a delivery.
//! * A purge leaves keyed hashes (`store/tombstone.rs`), and the newest event as an empty row, so that
//!   no row number is given twice. The key of the hashes is a random one, sealed in `meta`: one that
//!   came from the store's own key would end with it. Intake looks once for each delivery whether there
//!   is any tombstone or import, and for each event only then. What is dated more than five minutes ahead
//!   is kept away event by event, so that a wrong date does not silence a person.
//! * Nothing younger than 7 days can be pruned ([`store::prune::SHORTEST`] says why), and the newest
//!   event never, so that no row number is given twice.
//! * While keys are changed a second canary stands under the new one: a `serve` without it then
//!   leaves events alone that it cannot read, instead of giving them up as damaged.
//! * A restore makes open work of the backup `unknown`. It may have been answered after the backup,
//!   and nobody is answered twice.
//! * A restore's open work also counts as answered for whatever else carries the same messages.
//!
//! ## The sandbox
//!
//! * `sandbox --print-env` ends after printing where the port is known, so that a shell can `eval`
//!   it; with port 0 it prints after binding and goes on.

pub mod bot;
pub mod callback;
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod graph;
pub mod ops;
pub mod random;
pub mod sandbox;
pub mod server;
pub mod store;
pub mod webhook;
