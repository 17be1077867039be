//! Where settings come from, and what does not pass for one.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use serde_json::{Value, json};

use super::world::World;

/// Writes a file that only its owner reads.
fn private(world: &World, name: &str, text: &str) -> String {
    let path = world.path(name);
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Where a setting comes from.
async fn origin(world: &World, mut show: tokio::process::Command, name: &str) -> Value {
    show.args(["config", "show", "--origins", "--json"]);
    let shown = world.run_command(show).await.ok().json();
    let all = shown.as_array().unwrap();
    all.iter().find(|it| it["name"] == name).unwrap()["origin"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_named_config_file_is_made_and_its_key_lies_beside_it() {
    let world = World::new().await;
    let config = world.path("etc/igbot.toml");
    let named = ["--config", config.to_str().unwrap()];
    let with = |more: &[&str]| {
        let mut command = world.command(&[&named, more].concat());
        command.env_remove("INSTAGRAM_ENCRYPTION_KEY");
        command
    };
    let missing = world.run_command(with(&["account", "list"])).await;
    assert_eq!(missing.code, 3, "{missing:?}");
    let set = world.run_command(with(&["config", "set", "BACKEND_URL", "https://a.example"])).await;
    set.ok();
    fs::remove_file(&config).unwrap();
    let more = ["init", "--app-id", "17", "--backend-url", "https://a.example"];
    let made = world.run_command(with(&more)).await.ok();
    let key = world.path("etc/key");
    assert!(key.exists() && config.exists(), "{made:?}");
    let paths = world.run_command(with(&["config", "path", "--json"])).await.ok().json();
    assert_eq!(paths["key"], key.to_str().unwrap());
    let used = origin(&world, with(&[]), "INSTAGRAM_ENCRYPTION_KEY").await;
    assert_eq!(used, key.to_str().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_of_a_secret_in_the_environment_counts_before_an_env_file() {
    let world = World::new().await;
    let secret = private(&world, "secret", "from-a-file");
    let file =
        private(&world, "vars", "INSTAGRAM_APP_SECRET=from-the-env-file\nIGBOT_LOG= # later\n");
    let mut show = world.command(&["--env-file", &file]);
    show.env_remove("INSTAGRAM_APP_SECRET").env("INSTAGRAM_APP_SECRET_FILE", &secret);
    assert_eq!(
        origin(&world, show, "INSTAGRAM_APP_SECRET").await,
        "environment INSTAGRAM_APP_SECRET_FILE"
    );
    let show = world.command(&["--env-file", &file]);
    assert_eq!(origin(&world, show, "IGBOT_LOG").await, json!(null), "a comment is no value");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_right_is_not_written_and_what_is_not_text_is_not_passed_over() {
    let world = World::new().await;
    let config = world.path(".config/igbot/config.toml");
    fs::create_dir_all(config.parent().unwrap()).unwrap();
    let real = private(&world, "real.toml", "# mine\nINSTAGRAM_VERIFY_TOKEN = \"kept\"\n");
    symlink(&real, &config).unwrap();
    for (name, value) in [
        ("INSTAGRAM_APP_ID", "xyz"),
        ("INSTAGRAM_API_VERSION", "25"),
        ("IGBOT_GRAPH_URL", "http://evil.example"),
        ("BACKEND_URL", "https://user:word@a.example/?x=1"),
        ("IGBOT_STORE", ""),
    ] {
        let set = world.run(&["config", "set", name, value]).await;
        assert_eq!(set.code, 3, "{name}: {set:?}");
    }
    // Nothing comes in.
    let empty = world.run(&["config", "set", "INSTAGRAM_VERIFY_TOKEN"]).await;
    assert_eq!(empty.code, 3, "{empty:?}");
    let before = "# mine\nINSTAGRAM_VERIFY_TOKEN = \"kept\"\n";
    assert_eq!(fs::read_to_string(&real).unwrap(), before);
    world.run(&["config", "set", "BACKEND_URL", "https://a.example"]).await.ok();
    assert!(fs::read_to_string(&real).unwrap().contains("a.example"), "the link stays a link");

    fs::write(&real, "INSTAGRAM_API_VERSION = \"x\"\nBACKEND_URL = \"y\"\n").unwrap();
    let checked = world.run(&["config", "validate"]).await;
    for part in ["INSTAGRAM_API_VERSION", "BACKEND_URL"] {
        assert!(checked.code == 3 && checked.stderr.contains(part), "{part}: {checked:?}");
    }

    for name in ["IGBOT_STORE", "INSTAGRAM_APP_SECRET"] {
        let mut list = world.command(&["account", "list"]);
        list.env(name, OsStr::from_bytes(b"\xff\xfe"));
        let refused = world.run_command(list).await;
        assert_eq!(refused.code, 3, "{refused:?}");
        assert!(refused.stderr.contains(name), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cron_runs_does_not_pass_for_a_success_without_a_store() {
    let world = World::new().await;
    for command in [&["refresh-tokens", "--quiet"][..], &["token", "status"]] {
        let typo = [command, &["--store", "typo.db"]].concat();
        let mut run = world.command(&typo);
        run.current_dir(world.home.path());
        let ended = world.run_command(run).await;
        assert_eq!(ended.code, 3, "{ended:?}");
        assert!(ended.stderr.contains("there is no store at"), "{ended:?}");
    }
    let looked = world.run(&["doctor", "--json"]).await;
    assert!(looked.stdout.contains("there is no store at"), "{looked:?}");
    assert!(!world.path("typo.db").exists() && !world.path(".local").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_file_is_left_as_it_is_and_a_bad_log_level_can_be_mended() {
    let world = World::linked().await;
    let socket = world.path("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    fs::set_permissions(&socket, fs::Permissions::from_mode(0o666)).unwrap();
    let name = socket.to_str().unwrap();
    assert_eq!(world.run(&["account", "list", "--store", name]).await.code, 3);
    assert_ne!(world.run(&["--config", name, "config", "unset", "IGBOT_LOG"]).await.code, 0);
    assert_eq!(fs::metadata(&socket).unwrap().permissions().mode() & 0o777, 0o666);
    assert!(!world.path("socket.lock").exists());

    let config = private(&world, "config.toml", "IGBOT_LOG = \"bogus\"\n");
    for (setting, value) in [
        ("IGBOT_LOG", "loud"),
        ("INSTAGRAM_ENCRYPTION_KEY", "notakey"),
        ("IGBOT_REDIRECT_URI", "https://a.example/cb "),
        ("BACKEND_URL", "https:a.example"),
    ] {
        let mut set = world.through_shell(
            "printf %s \"$VALUE\" | exec \"$@\"",
            &["--config", &config, "config", "set", setting],
        );
        set.env("VALUE", value);
        let set = world.run_command(set).await;
        assert_eq!(set.code, 3, "{setting}: {set:?}");
    }
    assert_eq!(world.run(&["--config", &config, "account", "list"]).await.code, 3);
    world.run(&["--config", &config, "config", "unset", "IGBOT_LOG"]).await.ok();
    world.run(&["--config", &config, "account", "list"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_init_writes_is_what_every_command_takes() {
    let world = World::new().await;
    let config = world.path(".config/igbot/config.toml");
    let store = world.path("elsewhere/my.db");
    let bare = |arguments: &[&str], more: &[(&str, &str)]| {
        let mut command = world.command(arguments);
        command.env_clear().env("HOME", world.home.path()).env("INSTAGRAM_APP_SECRET", "made-up");
        command.envs(more.iter().copied());
        command
    };
    let init = |backend: &str, more: &[(&str, &str)]| {
        let names = ["init", "--app-id", "17", "--backend-url", backend];
        bare(&[&names[..], &["--store", store.to_str().unwrap(), "--json"]].concat(), more)
    };
    for odd in [
        "HTTPS://a.example",
        "https:a.example",
        "https://:pw@a.example",
        "https://a.example/a b",
        "http://a.example",
    ] {
        let refused = world.run_command(init(odd, &[])).await;
        assert!([2, 3].contains(&refused.code), "{odd}: {refused:?}");
    }
    let refused = init("https://a.example", &[("INSTAGRAM_API_VERSION", "25")]);
    assert_eq!(world.run_command(refused).await.code, 3);
    let key = [("INSTAGRAM_ENCRYPTION_KEY", "no key")];
    assert_eq!(world.run_command(init("https://a.example", &key)).await.code, 3);
    assert!(!config.exists() && !config.with_file_name("key").exists());

    let registered = [("IGBOT_REDIRECT_URI", "https://b.example/cb")];
    let made = world.run_command(init("https://a.example/bot", &registered)).await.ok().json();
    assert_eq!(made["redirect_uri"], "https://b.example/cb");
    assert_eq!(made["callback_url"], "https://a.example/bot/webhook");
    world.run_command(bare(&["config", "validate"], &[])).await.ok();
    world.run_command(bare(&["account", "list"], &[])).await.ok();
    let paths = world.run_command(bare(&["config", "path", "--json"], &[])).await.ok().json();
    assert_eq!(paths["store"], store.to_str().unwrap());
    for (name, value, hint) in [
        ("INSTAGRAM_APP_SECRET_FILE", "/nowhere/secret", "check the path"),
        ("INSTAGRAM_APP_SECRET_COMMAND", "false", "run the command by hand"),
        ("INSTAGRAM_APP_SECRET", " ", "config show --origins"),
    ] {
        let mut command = bare(&["serve", "--bind", "127.0.0.1:0"], &[]);
        command.env_remove("INSTAGRAM_APP_SECRET").env(name, value);
        let bad = world.run_command(command).await;
        assert!(bad.code == 3 && bad.stderr.contains(hint), "{name}: {bad:?}");
    }
    let meta = [("META_APP_ID", "18"), ("META_APP_SECRET", "made-up")];
    let register = ["webhook", "register", "--dry-run", "--json"];
    let request = world.run_command(bare(&register, &meta)).await.ok().json();
    assert_eq!(request["body"]["callback_url"], "https://a.example/bot/webhook");

    for (name, value) in [
        ("INSTAGRAM_ENCRYPTION_KEY", "garbage"),
        ("IGBOT_FORWARD_SECRET", "short"),
        ("IGBOT_NO_INPUT", "maybe"),
    ] {
        let found = world.run_command(bare(&["config", "validate"], &[(name, value)])).await;
        assert_eq!(found.code, 3, "{name}: {found:?}");
    }
    let more = "\n[bots.shop]\nexec = [\"python3\", \"/nowhere/bot.py\"]\n";
    fs::write(&config, fs::read_to_string(&config).unwrap() + more).unwrap();
    let gone = world.run_command(bare(&["config", "validate"], &[])).await;
    assert!(gone.code == 3 && gone.stderr.contains("[bots.shop]"), "{gone:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn init_prints_no_address_that_is_not_in_effect_and_makes_no_key_for_a_store_that_has_one() {
    let world = World::new().await;
    let init = async |more: &[&str]| {
        let mut command = world.command(&[&["init", "--app-id", "77"], more].concat());
        command.env_clear().env("HOME", world.home.path()).env("INSTAGRAM_APP_SECRET", "made-up");
        world.run_command(command).await
    };
    init(&["--backend-url", "https://a.example"]).await.ok();
    let config = world.path(".config/igbot/config.toml");
    let before = fs::read_to_string(&config).unwrap();
    let other = init(&["--backend-url", "https://b.example"]).await;
    assert!(other.code == 3 && other.stderr.contains("igbot config set BACKEND_URL"), "{other:?}");
    assert!(!other.stdout.contains("b.example"), "{other:?}");
    fs::remove_file(world.path(".config/igbot/key")).unwrap();
    let lost = init(&["--backend-url", "https://a.example"]).await;
    assert!(lost.code == 3 && lost.stderr.contains("put its key file back"), "{lost:?}");
    assert!(!world.path(".config/igbot/key").exists());
    assert_eq!(fs::read_to_string(&config).unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_in_a_file_of_settings_is_one_from_wherever_igbot_runs() {
    let world = World::new().await;
    for place in ["store.db", "~/store.db"] {
        let refused = world.run(&["config", "set", "IGBOT_STORE", place]).await;
        assert!(refused.code == 3 && refused.stderr.contains("absolute path"), "{refused:?}");
    }
}
