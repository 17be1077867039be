//! What a service manager is told (`sd_notify(3)`, `sd_watchdog_enabled(3)`). Without one, nothing.

use std::env;
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The receiver takes requests.
pub fn ready() {
    tell("READY=1");
}

/// It is about to read files anew; [`ready`] tells that this is over.
pub fn reloading() {
    // From version 253 on systemd wants to know when, by a clock that it has too.
    let now = clock_gettime(ClockId::Monotonic);
    tell(&format!("RELOADING=1\nMONOTONIC_USEC={}", now.tv_sec * 1_000_000 + now.tv_nsec / 1_000));
}

/// It ends what it has begun, and then itself.
pub fn stopping() {
    tell("STOPPING=1");
}

/// It works.
pub fn alive() {
    tell("WATCHDOG=1");
}

/// How often [`alive`] has to be told: twice in the time after which the manager would intervene.
pub fn watchdog() -> Option<Duration> {
    let number = |name: &str| env::var(name).ok()?.parse::<u64>().ok();
    let mine = number("WATCHDOG_PID").is_none_or(|pid| pid == u64::from(std::process::id()));
    let limit = number("WATCHDOG_USEC").filter(|limit| mine && *limit > 0)?;
    Some(Duration::from_micros(limit) / 2)
}

fn tell(state: &str) {
    let Some(name) = env::var_os("NOTIFY_SOCKET") else { return };
    if let Err(error) = address(name.as_bytes()).and_then(|it| send(&it, state)) {
        tracing::warn!(%error, "cannot tell the service manager");
    }
}

fn send(manager: &SocketAddr, state: &str) -> io::Result<()> {
    let socket = UnixDatagram::unbound()?;
    // A manager that does not read must not hold up who would tell it so.
    socket.set_nonblocking(true)?;
    socket.send_to_addr(state.as_bytes(), manager).map(drop)
}

/// A path, or with `@` in front a name that has none.
fn address(name: &[u8]) -> io::Result<SocketAddr> {
    match name {
        #[cfg(target_os = "linux")]
        [b'@', name @ ..] => {
            <SocketAddr as std::os::linux::net::SocketAddrExt>::from_abstract_name(name)
        }
        path => SocketAddr::from_pathname(std::ffi::OsStr::from_bytes(path)),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_manager_is_told_by_its_path_and_by_a_name_without_one() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("notify").to_str().unwrap().to_owned();
        for name in [path, format!("@igbot-notify-{}", std::process::id())] {
            let manager = UnixDatagram::bind_addr(&address(name.as_bytes()).unwrap()).unwrap();
            send(&address(name.as_bytes()).unwrap(), "READY=1").unwrap();
            let mut told = [0; 16];
            let length = manager.recv(&mut told).unwrap();
            assert_eq!(&told[..length], b"READY=1", "{name}");
        }
    }
}
