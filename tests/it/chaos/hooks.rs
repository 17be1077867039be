//! What runs after a refresh, and after a refusal.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Duration;

use igbot::sandbox;
use jiff::Timestamp;

use super::{Chaos, Ended, KEY, Planned, send_signal, until};
use crate::fake::{Fault, TOKEN_PREFIX};

/// Writes an executable script into a directory whose name has a space.
fn script(chaos: &Chaos, name: &str, body: &str) -> String {
    let dir = chaos.home.path().join("the hooks");
    fs::create_dir_all(&dir).unwrap();
    let path = dir.join(name);
    fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    format!("'{}'", path.display())
}

fn traces(chaos: &Chaos) -> PathBuf {
    let dir = chaos.home.path().join("traces");
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// A hook that leaves its arguments and its environment in a file.
fn telling(chaos: &Chaos, name: &str) -> String {
    let dir = traces(chaos);
    let dir = dir.display();
    let body = format!(
        "{{ echo \"ARGS=$#:$*\"; /usr/bin/env; }} > '{dir}/{name}.'\"$IGBOT_ACCOUNT\".part\n\
         /bin/mv '{dir}/{name}.'\"$IGBOT_ACCOUNT\".part '{dir}/{name}.'\"$IGBOT_ACCOUNT\""
    );
    format!("{} 'two words' \"$HOME\" ; last", script(chaos, name, &body))
}

fn told(chaos: &Chaos, name: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(traces(chaos).join(name)).unwrap();
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn plan() -> Vec<Planned> {
    let mut plan = vec![Planned::fine(); 10];
    plan[7] = Planned::due(Fault::Dead(190, Some(463)), None);
    plan[8] = Planned::due(Fault::Error { status: 400, code: 100, subcode: None }, None);
    plan[9] = Planned::aged(5 * super::DAY);
    plan
}

#[tokio::test(flavor = "multi_thread")]
async fn hooks_learn_what_happened_and_no_secret() {
    let chaos = Chaos::new(&plan()).await;
    let before = chaos.stored().await;
    let (refreshed, login) = (telling(&chaos, "refreshed"), telling(&chaos, "login"));
    let ended =
        chaos.refresh(&["--on-refresh", &refreshed, "--on-login-needed", &login]).await.exits(4);
    chaos.nothing_is_lost(&before, &ended).await;
    let reports = ended.reports();
    let mut expected = vec!["login.shop00007".to_owned()];
    expected.extend((0..7).map(|number| format!("refreshed.shop{number:05}")));
    let mut ran: Vec<_> = fs::read_dir(traces(&chaos))
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    ran.sort();
    assert_eq!(ran, expected);
    for name in ran {
        let told = told(&chaos, &name);
        let report = reports.values().find(|it| name.ends_with(&it.alias)).unwrap();
        assert_eq!(told["ARGS"], "4:two words $HOME ; last", "no shell looks at the words");
        assert_eq!(told["IGBOT_ACCOUNT"], report.alias);
        assert_eq!(told["IGBOT_ACCOUNT_ID"], report.account_id);
        assert_eq!(told["IGBOT_RESULT"], report.result);
        let expires_at: Timestamp = told["IGBOT_EXPIRES_AT"].parse().unwrap();
        assert_eq!(expires_at, report.expires_at);
        let reason = told.get("IGBOT_REASON").map(String::as_str).unwrap_or_default();
        assert_eq!(reason, report.reason.as_deref().unwrap_or_default());
        let secrets = [KEY, sandbox::INSTAGRAM_APP_SECRET, sandbox::META_APP_SECRET, TOKEN_PREFIX];
        for (variable, value) in &told {
            assert!(!secrets.iter().any(|it| value.contains(it)), "{name} was told {variable}");
            let own = ["INSTAGRAM_", "META_"].iter().any(|it| variable.starts_with(it));
            assert!(!own, "{name} was given {variable}");
        }
    }
}

fn only_dead_and_refused_failed(ended: &Ended) {
    let tally = ended.tally();
    assert_eq!(tally.get("refreshed"), Some(&7), "{}", ended.short());
    assert_eq!(tally.get("login_needed"), Some(&1), "{}", ended.short());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hook_that_fails_or_is_not_there_changes_no_result() {
    let failing = |chaos: &Chaos| script(chaos, "failing", "echo noise; exit 3");
    let choking =
        |chaos: &Chaos| script(chaos, "choking", "/usr/bin/yes | /usr/bin/head -c 300000");
    let missing = |_: &Chaos| "/nowhere/at-all".to_owned();
    let dying = |chaos: &Chaos| script(chaos, "dying", "kill -9 $$");
    let hooks: [&dyn Fn(&Chaos) -> String; 4] = [&failing, &choking, &missing, &dying];
    for hook in hooks {
        let chaos = Chaos::new(&plan()).await;
        let before = chaos.stored().await;
        let hook = hook(&chaos);
        let child = chaos.start(&["--on-refresh", &hook, "--on-login-needed", &hook]);
        let output = child.wait_with_output().await.unwrap();
        let ended = Ended {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        // What a hook says must not get between the reports.
        only_dead_and_refused_failed(&ended);
        assert_eq!(ended.code, 4, "{hook}: {}", ended.short());
        chaos.nothing_is_lost(&before, &ended).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hook_that_hangs_holds_neither_a_token_nor_the_lock_back() {
    let chaos = Chaos::new(&vec![Planned::fine(); 10]).await;
    let dir = traces(&chaos);
    let body = format!("echo $$ > '{}/'\"$IGBOT_ACCOUNT\"; exec /bin/sleep 40", dir.display());
    let hook = script(&chaos, "hanging", &body);
    let mut run = chaos.start(&["--on-refresh", &hook]);
    let hangs = || fs::read_dir(&dir).unwrap().count() > 0;
    until("a hook runs", hangs).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let asked = chaos.fake.call_count();
    let given: Vec<_> = chaos.accounts.iter().map(|it| chaos.fake.last_good(&it.id)).collect();
    if run.try_wait().unwrap().is_none() {
        send_signal(&run, "-KILL");
        run.wait().await.unwrap();
    }
    for (stored, (known, given)) in
        chaos.stored().await.into_iter().zip(chaos.accounts.iter().zip(given))
    {
        assert_eq!(stored.token, given.unwrap_or(known.token.clone()), "{asked} were asked");
    }
    // The hooks still hang, and nothing of the run's lives on in them.
    let next = chaos.refresh(&[]).await.exits(0);
    assert_eq!(next.reports().len(), 10, "{}", next.short());
    for entry in fs::read_dir(&dir).unwrap() {
        let pid = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut kill = std::process::Command::new("kill");
        let _ = kill.arg(pid.trim()).stderr(std::process::Stdio::null()).status();
    }
}
