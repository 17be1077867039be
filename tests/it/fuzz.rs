//! What the fuzzers found worth keeping, replayed (crate docs, "Fuzzing").

use std::fs;
use std::path::Path;

use super::properties;

#[test]
fn what_fuzzers_found_holds_what_it_must() {
    for (name, property) in properties::ALL {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fuzz").join(name);
        let mut count = 0;
        for entry in fs::read_dir(&corpus).unwrap() {
            property(&fs::read(entry.unwrap().path()).unwrap());
            count += 1;
        }
        assert!(count > 3, "the corpus of {name} has {count} files");
    }
}
