//! The ways to `serve`: Unix sockets, sockets of systemd's, and a crowd at the door.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};
use std::os::unix::net::UnixListener;
use std::process::Stdio;
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use serde_json::Value;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpStream, UnixDatagram, UnixStream};
use tokio::time::timeout;

use super::by_hand::{delivery, exchange};
use super::world::{Running, World};

/// Hands standard input over as systemd hands over a socket.
const AS_SYSTEMD: &str = "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$@\" 3<&0 </dev/null";

async fn bound(serve: &mut Running) -> String {
    let ready: Value = serde_json::from_str(&serve.line().await).unwrap();
    ready["bind"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unix_socket_is_served_to_its_group_and_goes_when_serve_goes() {
    let world = World::linked().await;
    let path = world.path("igbot.sock");
    let arguments = ["serve", "--json", "--unix", path.to_str().unwrap()];
    // What a dead process has left is replaced.
    drop(UnixListener::bind(&path).unwrap());
    let mut serve = world.start(&arguments).await;
    assert_eq!(bound(&mut serve).await, format!("unix:{}", path.display()));
    let found = fs::symlink_metadata(&path).unwrap();
    assert!(found.file_type().is_socket());
    assert_eq!(found.permissions().mode() & 0o777, 0o660);
    let mut stream = UnixStream::connect(&path).await.unwrap();
    assert_eq!(exchange(&mut stream, &delivery("a")).await.unwrap(), 200);

    let second = world.run(&arguments).await;
    assert_eq!(second.code, 3, "{second:?}");
    assert!(second.stderr.contains("is in use"), "{second:?}");
    assert_eq!(exchange(&mut stream, &delivery("b")).await.unwrap(), 200);
    serve.stop().await.ok();
    assert_eq!(fs::symlink_metadata(&path).unwrap_err().kind(), ErrorKind::NotFound);

    fs::write(&path, "somebody's work").unwrap();
    let refused = world.run(&arguments).await;
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(refused.stderr.contains("is not a socket"), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody's work");

    for more in [["--bind", "127.0.0.1:0"], ["--tls-cert", "cert.pem"]] {
        let both = world.run(&[&arguments[..], &more].concat()).await;
        assert_eq!(both.code, 2, "{both:?}");
    }
    let text = world.path("other.sock");
    let mut serve = world.start(&["serve", "--unix", text.to_str().unwrap()]).await;
    assert_eq!(serve.line().await, format!("ready unix:{}\n", text.display()));
    // A file that somebody has put in its place meanwhile is not ours to remove.
    fs::remove_file(&text).unwrap();
    fs::write(&text, "theirs").unwrap();
    serve.stop().await.ok();
    assert_eq!(fs::read_to_string(&text).unwrap(), "theirs");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_of_systemds_is_served_and_left_to_it() {
    let world = World::linked().await;
    let path = world.path("activated.sock");
    let tcp = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = tcp.local_addr().unwrap();
    let unix = UnixListener::bind(&path).unwrap();
    let start = |socket: OwnedFd| {
        let mut command = world.through_shell(AS_SYSTEMD, &["serve", "--json"]);
        command.stdin(Stdio::from(socket));
        world.start_as_it_is(command)
    };
    // Whoever came before serve did is answered: that is what activation is for.
    let mut early = TcpStream::connect(address).await.unwrap();
    let mut serve = start(tcp.into());
    assert_eq!(bound(&mut serve).await, address.to_string());
    assert_eq!(exchange(&mut early, &delivery("a")).await.unwrap(), 200);
    serve.stop().await.ok();

    let mut serve = start(unix.try_clone().unwrap().into());
    assert_eq!(bound(&mut serve).await, format!("unix:{}", path.display()));
    let mut stream = UnixStream::connect(&path).await.unwrap();
    assert_eq!(exchange(&mut stream, &delivery("b")).await.unwrap(), 200);
    serve.stop().await.ok();
    assert!(path.exists(), "systemd goes on listening on it");

    let (near, _far) = std::os::unix::net::UnixStream::pair().unwrap();
    let two = AS_SYSTEMD.replace("FDS=1", "FDS=2").replace("3<&0", "3<&0 4<&0");
    for (line, socket, more, code, message) in [
        (AS_SYSTEMD, unix.try_clone().unwrap().into(), &["--bind", "127.0.0.1:0"][..], 2, "--bind"),
        (AS_SYSTEMD, OwnedFd::from(near), &[], 3, "does not listen"),
        (AS_SYSTEMD, fs::File::open("/dev/null").unwrap().into(), &[], 3, "no TCP or Unix"),
        (&two, unix.try_clone().unwrap().into(), &[], 3, "2 sockets"),
    ] {
        let mut command = world.through_shell(line, &[&["serve"], more].concat());
        command.stdin(Stdio::from(socket));
        let ended = world.run_command(command).await;
        assert_eq!(ended.code, code, "{ended:?}");
        assert!(ended.stderr.contains(message), "`{message}`: {ended:?}");
    }

    // What was meant for another process is none of igbot's business.
    let line = AS_SYSTEMD.replace("PID=$$", "PID=1");
    let mut command = world.through_shell(&line, &["serve", "--json", "--bind", "127.0.0.1:0"]);
    command.stdin(Stdio::from(OwnedFd::from(unix)));
    let mut serve = world.start_as_it_is(command);
    assert!(bound(&mut serve).await.starts_with("127.0.0.1:"));
    serve.stop().await.ok();
}

/// The next notification of `serve`.
async fn notified(manager: &UnixDatagram) -> String {
    let mut buffer = [0; 256];
    let received = timeout(Duration::from_secs(30), manager.recv(&mut buffer)).await;
    let length = received.expect("a notification").unwrap();
    String::from_utf8(buffer[..length].to_vec()).unwrap()
}

/// The next one that is not of the watchdog.
async fn told(manager: &UnixDatagram) -> String {
    loop {
        let state = notified(manager).await;
        if state != "WATCHDOG=1" {
            return state;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn systemd_is_told_how_serve_is_and_sighup_ends_nothing() {
    let world = World::linked().await;
    let socket = world.path("notify");
    let manager = UnixDatagram::bind(&socket).unwrap();
    let mut command = world.command(&["serve", "--json", "--bind", "127.0.0.1:0"]);
    command.env("NOTIFY_SOCKET", &socket).env("WATCHDOG_USEC", "200000");
    let mut serve = world.start_command(command).await;
    let base = serve.base().await;
    assert_eq!(notified(&manager).await, "READY=1");
    assert_eq!(notified(&manager).await, "WATCHDOG=1");
    assert_eq!(notified(&manager).await, "WATCHDOG=1");

    serve.signal("-HUP").await;
    let reloading = told(&manager).await;
    let since = reloading.strip_prefix("RELOADING=1\nMONOTONIC_USEC=").expect("the time");
    assert!(since.parse::<u64>().unwrap() > 0);
    assert_eq!(told(&manager).await, "READY=1");
    serve.says("SIGHUP reloads certificates").await;

    // A store that cannot be written: the watchdog is to find out.
    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    store.execute_batch("BEGIN IMMEDIATE").unwrap();
    serve.says("not telling the service manager").await;
    while manager.try_recv(&mut [0; 64]).is_ok() {}
    serve.says("not telling the service manager").await;
    assert_eq!(manager.try_recv(&mut [0; 64]).unwrap_err().kind(), ErrorKind::WouldBlock);
    store.execute_batch("COMMIT").unwrap();
    assert_eq!(notified(&manager).await, "WATCHDOG=1");

    let address = base.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    assert_eq!(exchange(&mut stream, &delivery("a")).await.unwrap(), 200);
    serve.signal("-TERM").await;
    assert_eq!(told(&manager).await, "STOPPING=1");
    serve.end().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_slow_connections_keep_no_delivery_from_its_answer() {
    const CROWD: usize = 2_000;
    let given = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: given.maximum, ..given }).unwrap();
    let world = World::linked().await;
    // With the limit that systemd gives a service, of which there is more to be had.
    let line = "ulimit -Sn 1024 && exec \"$@\"";
    let command = world.through_shell(line, &["serve", "--json", "--bind", "127.0.0.1:0"]);
    let mut serve = world.start_as_it_is(command);
    let address = bound(&mut serve).await;
    // Whoever is answered has been accepted, and that begins after the limit is raised.
    let mut first = TcpStream::connect(&address).await.unwrap();
    assert_eq!(exchange(&mut first, &delivery("first")).await.unwrap(), 200);
    let limits = fs::read_to_string(format!("/proc/{}/limits", serve.child.id().unwrap())).unwrap();
    let files = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    let soft: u64 = files.split_whitespace().nth(3).unwrap().parse().unwrap();
    assert!(soft >= given.maximum.unwrap_or(u64::MAX).min(CROWD as u64 + 500), "{files}");
    let whole = delivery("slow");
    let (head, _) = whole.split_at(whole.len() - 50);
    let mut crowd = Vec::new();
    for number in 0..CROWD {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        // Nothing, half a head, a head and half a body, and what never becomes a handshake.
        let start = match number % 4 {
            0 => &[][..],
            1 => &head[..40],
            2 => head,
            _ => b"\x16\x03\x01",
        };
        stream.write_all(start).await.unwrap();
        crowd.push(stream);
    }
    let mut slowest = Duration::ZERO;
    for number in 0..20 {
        let began = Instant::now();
        let mut stream = TcpStream::connect(&address).await.unwrap();
        let request = delivery(&format!("quick{number}"));
        let answer = timeout(Duration::from_secs(30), exchange(&mut stream, &request)).await;
        assert_eq!(answer.expect("an answer").unwrap(), 200);
        slowest = slowest.max(began.elapsed());
    }
    let _ = writeln!(std::io::stderr(), "{CROWD} slow connections, slowest answer {slowest:?}");
    drop(crowd);
    serve.stop().await.ok();
}
