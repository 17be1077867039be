//! The store cannot be written in the middle of a run.

use std::path::{Path, PathBuf};
use std::process::{Command as Plain, Stdio};

use super::{Chaos, Ended, Planned, Stored};
use crate::fake::Rules;

const ACCOUNTS: usize = 120;

/// A run that cannot write past a size.
async fn limited(chaos: &Chaos, blocks: &str) -> Ended {
    let mut command = chaos.limited(blocks, &["refresh-tokens", "--json"]);
    chaos.end(command.spawn().unwrap()).await
}

/// Every token opens and is the old one, or the one given; what was said is what is stored.
async fn said_what_is_stored(chaos: &Chaos, before: &[Stored], ended: &Ended) {
    let reports = ended.reports();
    for ((known, before), after) in chaos.accounts.iter().zip(before).zip(chaos.stored().await) {
        assert!(chaos.fake.takes(&known.id, &after.token), "{known:?}");
        match reports.get(&known.id).map(|report| report.result.as_str()) {
            Some("refreshed") => {
                assert_eq!(Some(after.token), chaos.fake.last_good(&known.id), "{known:?}");
                assert!(after.life.expires_at > before.life.expires_at, "{known:?}");
            }
            Some("failed") | None => assert_eq!(after, *before, "{known:?}"),
            Some(other) => panic!("{known:?} is {other}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_fails_in_mid_run_keeps_the_old_token() {
    let mut codes = Vec::new();
    for blocks in ["64", "256", "400", "600", "1200"] {
        let chaos = Chaos::new(&vec![Planned::fine(); ACCOUNTS]).await;
        let before = chaos.stored().await;
        let ended = limited(&chaos, blocks).await;
        said_what_is_stored(&chaos, &before, &ended).await;
        let done = ended.tally().get("refreshed").copied().unwrap_or_default();
        let fits = match ended.code {
            0 => done == ACCOUNTS,
            8 => (1..ACCOUNTS).contains(&done),
            3 => done < ACCOUNTS,
            _ => false,
        };
        assert!(fits, "{blocks} blocks: {}", ended.short());
        codes.push((ended.code, done));
        let healed = chaos.refresh(&[]).await.exits(0);
        assert_eq!(healed.reports().len(), ACCOUNTS);
        for (known, stored) in chaos.accounts.iter().zip(chaos.stored().await) {
            assert_ne!(stored.token, known.token);
            assert!(chaos.fake.takes(&known.id, &stored.token));
        }
    }
    assert!(codes.iter().any(|(_, done)| (1..ACCOUNTS).contains(done)), "{codes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_takes_nothing_is_noticed_before_anybody_is_asked() {
    let chaos = Chaos::new(&vec![Planned::fine(); ACCOUNTS]).await;
    let before = chaos.stored().await;
    let ended = limited(&chaos, "0").await.exits(3);
    assert_eq!(chaos.stored().await, before, "{}", ended.short());
    assert_eq!(chaos.fake.call_count(), 0);
}

/// A token that was given and cannot be kept is a risk where old strings end with the refresh, so
/// nobody is asked once the store takes no more; what was in flight then is all that may be lost.
#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_takes_no_more_ends_the_asking() {
    let chaos = Chaos::new(&vec![Planned::fine(); ACCOUNTS]).await;
    let ended = limited(&chaos, "256").await;
    let stored = chaos.stored().await;
    let lost = chaos.accounts.iter().zip(&stored).filter(|(known, stored)| {
        chaos.fake.last_good(&known.id).is_some_and(|given| given != stored.token)
    });
    let lost = lost.count();
    assert!((1..=24).contains(&lost), "{lost} tokens were thrown away: {}", ended.short());
}

/// A file system of a few megabytes; it goes with its owner.
pub(super) struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `size` is in bytes, or with a letter after it.
    pub(super) fn mount(dir: &Path, size: &str) -> Self {
        let mut command = Plain::new("mount");
        let options = format!("size={size},mode=0700");
        command.args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(dir);
        assert!(command.status().unwrap().success(), "needs root");
        Self(dir.to_owned())
    }

    /// Leaves so many bytes free.
    pub(super) fn fill(&self, free: usize) {
        let filler = self.0.join("filler");
        let all = vec![0_u8; 4096];
        let mut file = std::fs::File::create(&filler).unwrap();
        let mut written = 0_u64;
        while std::io::Write::write_all(&mut file, &all).is_ok() {
            written += 4096;
        }
        file.set_len(written.saturating_sub(free as u64)).unwrap();
    }

    pub(super) fn empty(&self) {
        std::fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let mut command = Plain::new("umount");
        let _ = command.arg(&self.0).stderr(Stdio::null()).status();
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs root to mount a small file system"]
async fn a_full_disk_in_mid_run_keeps_the_old_tokens() {
    let mut partly = 0;
    // How much is enough follows from how many results share a commit, and so from the machine.
    for free in [0, 16, 32, 48, 64, 80, 96, 128].map(|kib| kib * 1024) {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("small");
        std::fs::create_dir(&dir).unwrap();
        let disk = SmallDisk::mount(&dir, "1536k");
        let plan = vec![Planned::fine(); ACCOUNTS];
        let chaos = Chaos::at(Rules::default(), &plan, home, dir.join("store.db")).await;
        let before = chaos.stored().await;
        disk.fill(free);
        let ended = chaos.refresh(&[]).await;
        disk.empty();
        said_what_is_stored(&chaos, &before, &ended).await;
        let done = ended.tally().get("refreshed").copied().unwrap_or_default();
        assert!([0, 3, 8].contains(&ended.code), "{free} bytes free: {}", ended.short());
        assert_eq!(ended.code == 0, done == ACCOUNTS, "{free} bytes free: {}", ended.short());
        partly += usize::from(ended.code != 0 && done > 0);
        chaos.refresh(&[]).await.exits(0);
        drop(chaos);
        drop(disk);
    }
    assert!(partly > 0, "the disk was never full in the middle");
}
