//! Bad input gets a clear error, the next step, and the exit code that scripts hold on to.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;

use igbot::sandbox::DEFAULT_CUSTOMER as CUSTOMER;

use super::world::{KEY, World};

struct Case<'a> {
    arguments: &'a [&'a str],
    environment: &'a [(&'a str, &'a str)],
    code: i32,
    error: &'a str,
    hint: &'a str,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_input_names_the_cause_and_the_next_step() {
    let world = World::linked().await;
    let broken = world.path("broken.toml");
    fs::write(&broken, "INSTAGRAM_APP_ID = oops").unwrap();
    let broken = broken.to_str().unwrap();
    let no_program = world.path("bot.py");
    fs::write(&no_program, "print(1)").unwrap();
    let no_program = no_program.to_str().unwrap();
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let taken_address = taken.local_addr().unwrap().to_string();
    let taken_redirect = format!("http://{taken_address}/callback");
    let long = "é".repeat(501);
    let unpadded = KEY.trim_end_matches('=');
    let other_key = "w4VeFnuPHetzNhx3zp6halT3wQkNwP2J3aqgW-WWWJk=";
    let case = |arguments, environment, code, error, hint| Case {
        arguments,
        environment,
        code,
        error,
        hint,
    };
    for Case { arguments, environment, code, error, hint } in [
        case(
            &["login"],
            &[("INSTAGRAM_APP_ID", "")],
            3,
            "INSTAGRAM_APP_ID is not set",
            "igbot init",
        ),
        case(&["login"], &[("INSTAGRAM_APP_ID", "'12'")], 3, "digits only", ""),
        case(
            &["login"],
            &[("IGBOT_REDIRECT_URI", "bot.example.com/cb")],
            3,
            "IGBOT_REDIRECT_URI",
            "",
        ),
        case(&["login", "--scopes", "a b"], &[], 2, "separated by commas", ""),
        case(&["login", "--scopes", ""], &[], 2, "separated by commas", ""),
        case(&["login"], &[("IGBOT_REDIRECT_URI", "http://127.0.0.1:0/cb")], 3, "other than 0", ""),
        case(&["webhook", "status"], &[("META_APP_ID", "abc")], 3, "META_APP_ID", ""),
        case(
            &["login"],
            &[("IGBOT_REDIRECT_URI", "http://bot.example.com/cb")],
            3,
            "does not point at this machine",
            "https",
        ),
        case(
            &["login"],
            &[("IGBOT_REDIRECT_URI", &taken_redirect)],
            3,
            "is in use",
            "choose another port",
        ),
        case(
            &["login"],
            &[("IGBOT_GRAPH_URL", "https://evil.example.com")],
            3,
            "may only point at this machine",
            "",
        ),
        case(
            &["account", "list"],
            &[("INSTAGRAM_ENCRYPTION_KEY", "")],
            3,
            "INSTAGRAM_ENCRYPTION_KEY is not set",
            "igbot init",
        ),
        case(
            &["account", "list"],
            &[("INSTAGRAM_ENCRYPTION_KEY", unpadded)],
            3,
            "43 characters",
            "with the final `=`",
        ),
        case(
            &["account", "list"],
            &[("INSTAGRAM_ENCRYPTION_KEY", other_key)],
            3,
            "does not match the store",
            "the one the store was made with",
        ),
        case(&["account", "list", "--config", broken], &[], 3, "malformed", "correct the file"),
        case(
            &["account", "list", "--config", "/nowhere/config.toml"],
            &[],
            3,
            "cannot read the config file",
            "--config",
        ),
        case(
            &["account", "list", "--env-file", "/nowhere/env"],
            &[],
            3,
            "cannot read the env file",
            "--env-file",
        ),
        case(
            &["link", "--token-stdin", "--store", "/proc/nowhere/store.db"],
            &[],
            3,
            "cannot open the store",
            "--store",
        ),
        // Nobody looks into a store that is not there, or deletes of it.
        case(
            &["message", "list", "--store", "/nowhere/store.db"],
            &[],
            3,
            "there is no store at /nowhere/store.db",
            "--store",
        ),
        case(
            &["message", "purge", "--with", CUSTOMER, "--yes", "--store", "/nowhere/store.db"],
            &[],
            3,
            "there is no store at /nowhere/store.db",
            "--store",
        ),
        case(
            &["account", "show", "nobody"],
            &[],
            2,
            "no linked account matches `nobody`",
            "harbour_coffee",
        ),
        case(&["send", "text", "--to", CUSTOMER, &long], &[], 2, "1002 bytes", "shorten"),
        case(&["send", "text", "--to", CUSTOMER, " "], &[], 2, "empty", ""),
        case(&["send", "text", "--to", "not an id", "x"], &[], 2, "an id is", ""),
        case(
            &["send", "text", "--to", "1270000000009999", "x"],
            &[],
            6,
            "code 100",
            "ids of other accounts or apps do not work",
        ),
        case(&["serve", "--bind", &taken_address], &[], 3, "cannot listen on", "--bind"),
        case(
            &["serve"],
            &[("INSTAGRAM_VERIFY_TOKEN", " ")],
            3,
            "INSTAGRAM_VERIFY_TOKEN is empty",
            "",
        ),
        case(&["serve", "--exec", "no-such-program-here"], &[], 2, "not found", "separate words"),
        case(&["serve", "--exec", no_program], &[], 2, "is not executable", "chmod +x"),
        case(&["sandbox", "--bind", &taken_address], &[], 3, "cannot listen on", "--bind"),
        case(&["dance"], &[], 2, "unrecognized subcommand", "--help"),
    ] {
        let run = async |json: bool| {
            // In front, because --exec takes the rest of a command line.
            let mut arguments = arguments.to_vec();
            arguments.splice(..0, json.then_some("--json"));
            let mut command = world.command(&arguments);
            command.envs(environment.iter().copied());
            world.run_command(command).await
        };
        let ended = run(false).await;
        let what = format!("{arguments:?} {environment:?}: {ended:?}");
        assert_eq!(ended.code, code, "{what}");
        assert!(ended.stderr.contains(error), "{what}");
        assert!(ended.stderr.contains(hint), "{what}");
        let ended = run(true).await;
        let shown = ended.stderr.lines().last().unwrap_or_default();
        let shown: serde_json::Value = serde_json::from_str(shown).expect(&what);
        assert_eq!(shown["exit"], code, "{what}");
        assert!(
            shown["kind"].is_string() && shown["hints"].is_array() && shown["causes"].is_array(),
            "{what}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_a_later_version_is_refused_by_every_command() {
    let world = World::linked().await;
    let path = world.path(".local/share/igbot/store.db");
    let store = rusqlite::Connection::open(&path).unwrap();
    store.pragma_update(None, "user_version", 99).unwrap();
    drop(store);
    for arguments in
        [&["account", "list"][..], &["refresh-tokens"], &["send", "text", "--to", CUSTOMER, "x"]]
    {
        let refused = world.run(arguments).await;
        assert_eq!(refused.code, 3, "{refused:?}");
        assert!(
            refused.stderr.contains("schema 99") && refused.stderr.contains("update igbot"),
            "{refused:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_file_that_others_can_read_is_refused_with_the_command_that_mends_it() {
    let world = World::linked().await;
    let key = world.path("key");
    fs::write(&key, KEY).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let list = async || {
        let mut command = world.command(&["account", "list"]);
        command.env_remove("INSTAGRAM_ENCRYPTION_KEY").env("INSTAGRAM_ENCRYPTION_KEY_FILE", &key);
        world.run_command(command).await
    };
    let refused = list().await;
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(refused.stderr.contains(&format!("chmod 600 {}", key.display())), "{refused:?}");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    list().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_env_file_that_was_not_named_is_pointed_out() {
    let world = World::new().await;
    fs::write(world.path(".env"), "INSTAGRAM_APP_ID=1\n").unwrap();
    let mut command = world.command(&["login"]);
    command.env_remove("INSTAGRAM_APP_ID").current_dir(world.home.path());
    let ended = world.run_command(command).await;
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("--env-file .env"), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn init_writes_private_files_once_and_shows_what_to_paste() {
    let world = World::new().await;
    let init = async |arguments: &[&str]| {
        let mut command = world.command(arguments);
        command.env_remove("INSTAGRAM_ENCRYPTION_KEY");
        world.run_command(command).await
    };
    let asked = init(&["init"]).await;
    assert_eq!(asked.code, 2, "no terminal means no prompt: {asked:?}");
    let arguments = ["init", "--backend-url", "https://bot.example.com/", "--json", "--no-input"];
    // The verify token is meant to be shown: it has to be pasted into the dashboard.
    let shown = init(&arguments).await.ok();
    let shown: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(shown["callback_url"], "https://bot.example.com/webhook");
    assert_eq!(shown["redirect_uri"], "https://bot.example.com/login/callback");
    for file in [&shown["config"], &shown["key"], &shown["store"]] {
        let path = file.as_str().unwrap();
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{path}");
    }
    // Nothing of the environment is needed any more.
    let read = || fs::read_to_string(shown["config"].as_str().unwrap()).unwrap();
    let before = read();
    let again = init(&arguments).await.ok();
    assert_eq!((read(), &again.json()["verify_token"]), (before, &shown["verify_token"]));
    init(&["account", "list"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn init_adds_what_a_config_file_lacks_and_changes_nothing_in_it() {
    let world = World::new().await;
    let bare = |arguments: &[&str]| {
        let mut command = world.command(arguments);
        command.env_clear().env("HOME", world.home.path()).env("PATH", "/usr/bin:/bin");
        command.env("INSTAGRAM_APP_SECRET", "the secret of the app").env("IGBOT_NO_INPUT", "1");
        command
    };
    let set = ["config", "set", "INSTAGRAM_API_VERSION", "v25.0"];
    world.run_command(bare(&set)).await.ok();
    // Written by a person, and the same value all the same.
    let config = world.path(".config/igbot/config.toml");
    let written = fs::read_to_string(&config).unwrap()
        + "INSTAGRAM_APP_ID = 1000000000000001 # its id\nIGBOT_NO_INPUT = true\n";
    fs::write(&config, written).unwrap();
    let init = ["init", "--backend-url", "https://bot.example.com", "--no-input"];
    let other = world.run_command(bare(&[&init[..], &["--app-id", "7"]].concat())).await;
    assert!(other.code == 3 && other.stderr.contains("config set INSTAGRAM_APP_ID"), "{other:?}");
    let completed = world.run_command(bare(&init)).await.ok();
    assert!(completed.stderr.contains("Added the missing settings"), "{completed:?}");
    let shown = world.run_command(bare(&["config", "show", "--json"])).await.ok().json();
    let view = |name: &str| {
        shown.as_array().unwrap().iter().find(|it| it["name"] == name).unwrap().clone()
    };
    assert_eq!(view("INSTAGRAM_APP_ID")["value"], "1000000000000001");
    assert_eq!(view("BACKEND_URL")["value"], "https://bot.example.com");
    assert_eq!(view("INSTAGRAM_ENCRYPTION_KEY")["set"], true);
    world.run_command(bare(&["account", "list"])).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn init_takes_over_everything_an_env_file_says() {
    let world = World::new().await;
    let env_file = world.path("seed.env");
    let text = format!(
        "INSTAGRAM_APP_ID=1000000000000001\nINSTAGRAM_APP_SECRET=\"app secret of the seed\"\n\
         INSTAGRAM_ENCRYPTION_KEY={KEY}\nMETA_APP_ID=2000000000000002\n\
         META_APP_SECRET=meta secret\nINSTAGRAM_VERIFY_TOKEN=seed token\n\
         BACKEND_URL=https://bot.example.com\nINSTAGRAM_API_VERSION=v24.0\n"
    );
    fs::write(&env_file, text).unwrap();
    fs::set_permissions(&env_file, fs::Permissions::from_mode(0o600)).unwrap();
    let bare = |arguments: &[&str]| {
        let mut command = world.command(arguments);
        command.env_clear().env("HOME", world.home.path()).env("PATH", "/usr/bin:/bin");
        command
    };
    let import = ["init", "--no-input", "--env-file", env_file.to_str().unwrap()];
    world.run_command(bare(&import)).await.ok();
    // Once more it changes nothing.
    let again = world.run_command(bare(&import)).await.ok();
    assert!(again.stderr.contains("in") && again.stderr.contains("already"), "{again:?}");
    fs::remove_file(&env_file).unwrap();
    let shown = world.run_command(bare(&["config", "show", "--json"])).await.ok().json();
    for name in [
        "INSTAGRAM_APP_ID",
        "META_APP_SECRET",
        "INSTAGRAM_ENCRYPTION_KEY",
        "INSTAGRAM_VERIFY_TOKEN",
    ] {
        let view = shown.as_array().unwrap().iter().find(|it| it["name"] == name).unwrap();
        assert_eq!(view["set"], true, "{name}");
    }
    let version = shown.as_array().unwrap().iter().find(|it| it["name"] == "INSTAGRAM_API_VERSION");
    assert_eq!(version.unwrap()["value"], "v24.0");
    world.run_command(bare(&["account", "list"])).await.ok();
    world.run_command(bare(&["config", "validate"])).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_command_line_drives_no_terminal() {
    let world = World::new().await;
    let owned = "12\u{1b}]52;c;YWFh\u{7}\u{202e}7";
    for arguments in [&["send", "text", "--to", owned, "hi"][..], &[owned]] {
        let wrong = world.run(arguments).await;
        assert_eq!(wrong.code, 2, "{wrong:?}");
        assert!(!wrong.stderr.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{wrong:?}");
        assert!(wrong.stderr.contains("\\u{202e}7"), "{wrong:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_command_line_is_told_to_scripts_with_its_names_and_values() {
    let world = World::new().await;
    for (arguments, message, hint) in [
        (&["send", "upload"][..], "not provided: <FILE>", "see `igbot send upload --help`"),
        (&["api", "PUT", "me"], "[possible values: GET, POST, DELETE]", "see `igbot api --help`"),
        (&["sned"], "unrecognized subcommand 'sned'", "see `igbot --help`"),
        (&["profile-menu", "--jsn"], "unexpected argument '--jsn'", "a similar argument exists"),
        (&[], "requires a subcommand but one was not provided", "see `igbot --help`"),
        (&["send"], "a command is missing", "see `igbot send --help`"),
    ] {
        let wrong = world.run(&[&["--json"], arguments].concat()).await;
        assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""), "{wrong:?}");
        let error: serde_json::Value = serde_json::from_str(&wrong.stderr).unwrap();
        let said = error["message"].as_str().unwrap();
        assert!(said.contains(message) && !said.contains('\n'), "{arguments:?}: {said}");
        let hints = error["hints"].to_string();
        assert!(hints.contains(hint), "{arguments:?}: {hints}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_or_written_is_named_with_the_next_step() {
    let world = World::linked().await;
    let (long, odd) = (world.path("long"), world.path("odd"));
    fs::write(&long, vec![b'a'; 5 << 20]).unwrap();
    fs::write(&odd, b"se\xf1or").unwrap();
    for (file, message, hint) in [
        (&long, "standard input is longer than 1048576 bytes", "what is piped"),
        (&odd, "standard input is not UTF-8 text", "iconv"),
    ] {
        let mut command = world.command(&["send", "text", "--to", CUSTOMER]);
        command.stdin(fs::File::open(file).unwrap());
        let refused = world.run_command(command).await;
        assert_eq!(refused.code, 2, "{refused:?}");
        assert!(refused.stderr.contains(message), "{refused:?}");
        assert!(refused.stderr.contains("hint: ") && refused.stderr.contains(hint), "{refused:?}");
    }
    for arguments in
        [&["account", "list"][..], &["event", "list", "--json"], &["completions", "bash"]]
    {
        let full = world.through_shell("exec \"$@\" >/dev/full", arguments);
        let full = world.run_command(full).await;
        assert_eq!(full.code, 1, "{full:?}");
        assert!(full.stderr.contains("cannot write to standard output"), "{full:?}");
        assert!(full.stderr.contains("check the free disk space"), "{full:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_human_agent_is_told_that_the_app_must_be_reviewed() {
    let world = World::linked().await;
    let path = format!("customers/{CUSTOMER}/messages");
    world.control(&path, serde_json::json!({ "text": "hello" })).await;
    let refused = world.run(&["send", "text", "hi", "--to", CUSTOMER, "--human-agent"]).await;
    assert_eq!(refused.code, 6, "{refused:?}");
    assert!(refused.stderr.contains("reviewed for the feature"), "{refused:?}");
    assert!(!refused.stderr.contains("igbot login"), "{refused:?}");
}
