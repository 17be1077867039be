//! The disk of `serve` is full for a while.

use std::os::unix::net::UnixDatagram;
use std::time::Duration;

use super::full_disk::SmallDisk;
use super::serving::{BOT, SERVE, Serve, Shop, shakes_hands};
use super::{Chance, Chaos, Planned, Seed};
use crate::fake::Rules;

/// Writes until the disk is full, makes room, and goes on; `serve` is never started again.
async fn starves(
    shop: &mut Shop,
    serve: Serve,
    chance: &mut Chance,
    make_room: impl FnOnce(&Serve),
) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    // A little may still fit where much does not.
    while shop.unacknowledged.is_empty() || shop.readiness(&serve).await == 200 {
        let deliveries = shop.deliveries(20, chance);
        shop.deliver(&serve.webhook, deliveries, Duration::ZERO).await;
        assert!(shop.written < 5000, "the disk is never full");
    }
    let open = "SELECT count(*) FROM event WHERE state IN ('pending', 'running')";
    assert!(shop.count(open) > 0, "the disk was full when all was done");
    for _ in 0..3 {
        assert!(shakes_hands(&client, &serve.webhook).await);
        let deliveries = shop.deliveries(20, chance);
        shop.deliver(&serve.webhook, deliveries, Duration::from_millis(100)).await;
    }
    make_room(&serve);
    shop.repeat_until_taken(&serve.webhook).await;
    let deliveries = shop.deliveries(20, chance);
    shop.deliver(&serve.webhook, deliveries, Duration::ZERO).await;
    assert!(shop.unacknowledged.is_empty(), "there is room again");
    shop.until_idle().await;
    assert_eq!(shop.readiness(&serve).await, 200);
    let ended = serve.stop().await.exits(0);
    shop.heard(&ended);
    eprintln!("{:?}", shop.nothing_is_lost_or_doubled().await);
}

/// A limit on the size of files stands in for the disk; Linux alone can raise it from outside.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn files_that_may_not_grow_are_told_to_instagram_and_healed_without_a_restart() {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    for blocks in ["600", "2000"] {
        let mut shop = Shop::opens().await;
        let command = shop.chaos.limited(blocks, &[&SERVE[..], &BOT].concat());
        let serve = Serve::start(command).await;
        let raise = |serve: &Serve| {
            let pid = Pid::from_raw(serve.child.id().unwrap().cast_signed());
            let unlimited = Rlimit { current: None, maximum: None };
            prlimit(pid, Resource::Fsize, unlimited).unwrap();
        };
        starves(&mut shop, serve, &mut chance, raise).await;
    }
    drop(seed);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs root to mount a small file system"]
async fn a_full_disk_is_told_to_instagram_and_healed_without_a_restart() {
    let mut chance = Chance::new();
    let seed = Seed(chance.0);
    for free in [64 * 1024, 400 * 1024] {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("small");
        std::fs::create_dir(&dir).unwrap();
        let disk = SmallDisk::mount(&dir, "16m");
        let rules = Rules { latency: Duration::from_millis(4), ..Rules::default() };
        let chaos = Chaos::at(rules, &[Planned::fine()], home, dir.join("store.db")).await;
        let mut shop = Shop::at(chaos);
        let socket = shop.chaos.home.path().join("notify");
        let manager = UnixDatagram::bind(&socket).unwrap();
        manager.set_read_timeout(Some(Duration::from_secs(9))).unwrap();
        let mut command = shop.chaos.command(&[&SERVE[..], &BOT].concat());
        command.env("NOTIFY_SOCKET", &socket).env("WATCHDOG_USEC", "1000000");
        let serve = Serve::start(command).await;
        disk.fill(free);
        let make_room = |_: &Serve| {
            // A service manager has no reason to start it again: that makes no room.
            manager.set_nonblocking(true).unwrap();
            while manager.recv(&mut [0; 64]).is_ok() {}
            manager.set_nonblocking(false).unwrap();
            let mut told = [0; 64];
            let length = manager.recv(&mut told).expect("a beat for the watchdog");
            assert_eq!(&told[..length], b"WATCHDOG=1");
            disk.empty();
        };
        starves(&mut shop, serve, &mut chance, make_room).await;
        drop(shop);
        drop(disk);
    }
    drop(seed);
}
