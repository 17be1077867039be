//! Whatever happens to the file, it is fine or said to be damaged: no panic, no new store in its
//! place, and no row that is missing without a word.

use std::fs;
use std::path::{Path, PathBuf};

use igbot::store::StoreError;
use igbot::store::verify::Verification;
use igbot::webhook::payload;
use rusqlite::Connection;

use crate::store::{KEY, fresh, now, open, receive};
use crate::store_schemas::of_schema_1;

const DELIVERY: &str = r#"{"object":"instagram","entry":[{"id":"1","messaging":[
    {"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,"message":{"mid":"m","text":"t"}}]}]}"#;

struct Bench {
    dir: tempfile::TempDir,
    whole: Vec<u8>,
    values: u64,
}

impl Bench {
    async fn new() -> Self {
        let (dir, whole) = (tempfile::tempdir().unwrap(), fs::read(of_schema_1()).unwrap());
        let mut bench = Self { dir, whole, values: 0 };
        let found = bench.outcome(&bench.whole.clone()).await.unwrap();
        assert!(found.is_sound());
        bench.values = found.values;
        bench
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("store.db")
    }

    /// What comes of a file with these bytes where the store was.
    async fn outcome(&self, bytes: &[u8]) -> Result<Verification, StoreError> {
        for name in ["store.db-wal", "store.db-shm", "store.db.lock"] {
            let _ = fs::remove_file(self.path().with_file_name(name));
        }
        fs::write(self.path().with_file_name("store.db.lock"), "\0").unwrap();
        fs::write(self.path(), bytes).unwrap();
        let found = match open(&self.path(), KEY) {
            Ok(store) => store.verify(|_, _| {}).await,
            Err(error) => Err(error),
        };
        let left = fs::read(self.path()).unwrap();
        assert!(
            left.len() >= bytes.len(),
            "it was shortened from {} to {}",
            bytes.len(),
            left.len()
        );
        if found.is_err() {
            // Opening a single-file backup switches it to WAL: two bytes of the header and counters.
            let same = left.iter().zip(bytes).skip(100).all(|(left, was)| left == was);
            assert!(same && left.len() == bytes.len(), "it was changed: {found:?}");
        }
        found
    }

    async fn fine_or_found(&self, bytes: &[u8], what: &str) -> bool {
        match self.outcome(bytes).await {
            Ok(found) if found.is_sound() => {
                assert_eq!(found.values, self.values, "rows are missing without a word: {what}");
                false
            }
            Ok(_) => true,
            Err(StoreError::Locked | StoreError::Closed | StoreError::Busy) => panic!("{what}"),
            Err(_) => true,
        }
    }
}

#[tokio::test]
async fn a_file_that_was_cut_off_anywhere_is_found_damaged() {
    let bench = Bench::new().await;
    let whole = bench.whole.len();
    let mut lengths: Vec<_> = (0..whole).step_by(2048).flat_map(|n| [n, n + 1, n + 2047]).collect();
    lengths.extend([1, 16, 99, 100, 511, 512, whole - 2, whole - 1]);
    for length in lengths.into_iter().filter(|length| *length < whole) {
        let what = format!("cut off at {length} of {whole}");
        let found = bench.fine_or_found(&bench.whole[..length], &what).await;
        // Bytes at the end of the last page may be empty room.
        assert!(found || length > whole - 4096, "{what}");
    }
}

#[tokio::test]
async fn a_flipped_bit_is_found_wherever_it_matters() {
    let bench = Bench::new().await;
    let mut seed = 0x9e37_79b9_u64;
    let mut chance = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 11).unwrap()
    };
    let mut bits: Vec<_> = (0..100).map(|byte| byte * 8 + chance() % 8).collect();
    bits.extend((0..500).map(|_| chance() % (bench.whole.len() * 8)));
    let mut found = 0;
    for bit in bits {
        let mut bytes = bench.whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        found += usize::from(bench.fine_or_found(&bytes, &format!("bit {bit}")).await);
    }
    assert!(found > 100, "{found}");
}

#[tokio::test]
async fn any_flipped_bit_of_a_ciphertext_names_its_row() {
    let (_dir, path, store) = fresh();
    receive(&store, &[("a", 1), ("b", 2), ("c", 3)]).await;
    let raw = Connection::open(&path).unwrap();
    let get = "SELECT raw FROM event WHERE id = 2";
    let sealed: String = raw.query_row(get, [], |row| row.get(0)).unwrap();
    let put = |text: &[u8]| {
        let sql = "UPDATE event SET raw = CAST(?1 AS TEXT) WHERE id = 2";
        raw.execute(sql, [text]).unwrap();
    };
    for byte in (0..sealed.len()).step_by(7).chain(sealed.len() - 8..sealed.len()) {
        let mut flipped = sealed.clone().into_bytes();
        flipped[byte] ^= 1 << (byte % 7);
        put(&flipped);
        let found = store.verify(|_, _| {}).await.unwrap();
        assert_eq!((found.unreadable.count, found.values), (1, 4), "byte {byte}: {found:?}");
        let named = &found.unreadable.named[0];
        assert_eq!((named.table, named.column, named.id.as_str()), ("event", "raw", "2"));
    }
    put(sealed.as_bytes());
    assert!(store.verify(|_, _| {}).await.unwrap().is_sound());
}

#[tokio::test]
async fn nothing_is_acknowledged_into_a_store_that_is_not_there_any_more() {
    let (dir, path, store) = fresh();
    receive(&store, &[("a", 1)]).await;
    let aside = dir.path().join("aside.db");
    fs::rename(&path, &aside).unwrap();
    let events = payload::parse(DELIVERY.as_bytes()).unwrap();
    let refused = store.receive(events.clone(), now()).await;
    assert!(matches!(refused, Err(StoreError::Gone { .. })), "{refused:?}");
    fs::write(&path, "another file").unwrap();
    assert!(store.prove_writable(now()).await.is_err());
    fs::rename(&aside, &path).unwrap();
    assert_eq!(store.receive(events, now()).await.unwrap().new.len(), 1);
}

#[tokio::test]
async fn nothing_is_acknowledged_without_the_files_beside_the_store() {
    for beside in ["store.db-wal", "store.db-shm"] {
        let (_dir, path, store) = fresh();
        receive(&store, &[("a", 1)]).await;
        fs::remove_file(path.with_file_name(beside)).unwrap();
        let events = payload::parse(DELIVERY.as_bytes()).unwrap();
        let refused = store.receive(events, now()).await;
        assert!(matches!(refused, Err(StoreError::Gone { .. })), "{beside}: {refused:?}");
    }
}

#[tokio::test]
async fn a_store_without_the_mark_of_its_key_does_not_take_any_key() {
    let dir = tempfile::tempdir().unwrap();
    let path: &Path = &dir.path().join("store.db");
    fs::copy(of_schema_1(), path).unwrap();
    Connection::open(path).unwrap().execute("DELETE FROM meta WHERE name = 'canary'", []).unwrap();
    let refused = open(path, KEY);
    assert!(matches!(refused, Err(StoreError::Unsound { .. })), "{refused:?}");
}
