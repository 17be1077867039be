//! Opening the file: permissions, pragmas, schema, and the canary that tells a wrong key.

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::cipher::{Cipher, Place};
use super::error::StoreError;

/// `igbt` in ASCII, in the file's header: tells our files from other SQLite files.
const APPLICATION_ID: i64 = 0x6967_6274;

/// Migrations in order; the list only grows. A file's `user_version` counts those it has had.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001.sql")];

/// The schema that this program makes.
const KNOWN: i64 = MIGRATIONS.len() as i64;

/// A known plaintext under the first key.
const CANARY: Place<'_> = Place { table: "meta", column: "value", row: "canary" };
const CANARY_TEXT: &str = "igbot";

/// Pause before the next try where SQLite does not wait by itself.
const PAUSE: Duration = Duration::from_millis(5);

/// Size to which the write-ahead log is cut back after a checkpoint.
const JOURNAL_LIMIT: u32 = 8 << 20;

/// Opens the store at `path`, making it if there is none.
///
/// `patience` is how long a statement waits for another process.
pub(super) fn open(
    path: &Path,
    cipher: &Cipher,
    patience: Duration,
) -> Result<Connection, StoreError> {
    let unavailable = |source: io::Error| StoreError::Unavailable {
        path: path.to_owned(),
        source: source.into(),
    };
    make_private(path).map_err(unavailable)?;
    let mut connection = Connection::open(path).map_err(|error| at(path, error))?;
    let started = Instant::now();
    loop {
        match prepare(&mut connection, path, cipher, patience) {
            Ok(()) => return Ok(connection),
            // Two processes that make the store at once can meet where SQLite does not wait by
            // itself: at the switch to WAL, and where a read becomes a write.
            Err(StoreError::Locked) if started.elapsed() < patience => thread::sleep(PAUSE),
            Err(error) => return Err(error),
        }
    }
}

/// Makes the directory 0700 and the file 0600 if they are not there, and touches nothing else.
fn make_private(path: &Path) -> io::Result<()> {
    if let Some(directory) = path.parent().filter(|directory| !directory.as_os_str().is_empty()) {
        DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600).open(path).map(drop)
}

/// Takes a store of ours away from the eyes of others, as after a careless copy.
fn close_to_others(path: &Path) -> io::Result<()> {
    match fs::metadata(path)?.permissions().mode() & 0o077 {
        0 => Ok(()),
        _ => fs::set_permissions(path, Permissions::from_mode(0o600)),
    }
}

fn prepare(
    connection: &mut Connection,
    path: &Path,
    cipher: &Cipher,
    patience: Duration,
) -> Result<(), StoreError> {
    let set_up = |connection: &Connection| -> rusqlite::Result<()> {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // An answer 200 means that the event survives a power cut.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "journal_size_limit", JOURNAL_LIMIT)
    };
    connection.busy_timeout(patience).map_err(|error| at(path, error))?;
    refuse_foreign(connection, path)?;
    close_to_others(path).map_err(|source| StoreError::Unavailable {
        path: path.to_owned(),
        source: source.into(),
    })?;
    set_up(connection).map_err(|error| at(path, error))?;
    migrate(connection, path).map_err(|error| match error {
        StoreError::Sqlite(error) => at(path, error),
        error => error,
    })?;
    check_canary(connection, path, cipher)
}

/// Refuses a file that something else or a later igbot made, before anything is written to it.
///
/// All looks are in one transaction: another process may be making the store this very moment, and
/// an empty file is nobody's yet.
fn refuse_foreign(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let look = |connection: &mut Connection| -> rusqlite::Result<(bool, i64)> {
        let transaction = connection.transaction()?;
        let number = |pragma| transaction.pragma_query_value(None, pragma, |row| row.get(0));
        let (application, version): (i64, i64) =
            (number("application_id")?, number("user_version")?);
        let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema)";
        let used: bool = transaction.query_row(sql, [], |row| row.get(0))?;
        Ok((used && application != APPLICATION_ID, version))
    };
    match look(connection).map_err(|error| at(path, error))? {
        (true, _) => Err(StoreError::NotAStore { path: path.to_owned() }),
        (false, found) if found > KNOWN => {
            Err(StoreError::NewerSchema { path: path.to_owned(), found, known: KNOWN })
        }
        (false, _) => Ok(()),
    }
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let version = |connection: &Connection| {
        connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
    };
    if version(connection)? == KNOWN {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again under the lock: another process may have migrated meanwhile.
    let found = version(&transaction)?;
    let done = usize::try_from(found).ok().filter(|done| *done <= MIGRATIONS.len());
    let Some(done) = done else {
        return Err(StoreError::NewerSchema { path: path.to_owned(), found, known: KNOWN });
    };
    for migration in MIGRATIONS.iter().skip(done) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", KNOWN)?;
    Ok(transaction.commit()?)
}

fn check_canary(
    connection: &mut Connection,
    path: &Path,
    cipher: &Cipher,
) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    let stored: Option<String> = transaction
        .query_row("SELECT value FROM meta WHERE name = 'canary'", [], |row| row.get(0))
        .optional()?;
    match stored {
        Some(canary) => match cipher.open(CANARY, &canary) {
            Ok(_) => Ok(()),
            Err(_) => Err(StoreError::WrongKey { path: path.to_owned() }),
        },
        None => {
            transaction.execute(
                "INSERT INTO meta (name, value) VALUES ('canary', ?1)",
                params![cipher.seal(CANARY, CANARY_TEXT)],
            )?;
            Ok(transaction.commit()?)
        }
    }
}

/// Puts the file's name to what SQLite says about opening it.
fn at(path: &Path, error: rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    match (error.sqlite_error_code(), StoreError::from(error)) {
        (Some(rusqlite::ErrorCode::NotADatabase), _) => StoreError::NotAStore { path },
        (_, StoreError::Sqlite(error)) => StoreError::Unavailable { path, source: error.into() },
        (_, error) => error,
    }
}
