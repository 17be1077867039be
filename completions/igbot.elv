
use builtin;
use str;

set edit:completion:arg-completer[igbot] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'igbot'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'igbot'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand demo 'Try everything on this machine, without a Meta app'
            cand sandbox 'Run a local Instagram simulator, for tests and first steps without a Meta app'
            cand init 'Set up igbot on this machine: settings, encryption key and store'
            cand login 'Link an account: log in on Instagram''s page and store a long-lived token'
            cand link 'Link an account with a token or code from standard input, without a browser'
            cand unlink 'Unlink an account and delete its token'
            cand account 'Show and manage linked accounts, their aliases and bots'
            cand token 'Show token status, print a token, or exchange one'
            cand refresh-tokens 'Refresh tokens that expire soon, for another 60 days; meant for cron'
            cand webhook 'Manage and test what Instagram delivers for an account'
            cand serve 'Receive webhooks and let a bot answer'
            cand trigger 'Deliver a synthetic event to a receiver, signed as Instagram would'
            cand try 'Ask a bot what it would answer, and send nothing'
            cand event 'Show and manage the inbox of `serve`'
            cand send 'Send a direct message to a person who wrote to the account'
            cand message 'Show, search, export and purge received and sent messages'
            cand conversation 'Show conversations and their messaging windows'
            cand reconcile 'Compare the history with Instagram''s conversations, and import what is missing'
            cand profile 'Show the profile of a person who wrote to the account'
            cand profile-menu 'Show, set and clear an account''s ice breakers and persistent menu'
            cand api 'Call Instagram''s API as the account, for anything igbot has no command for'
            cand limits 'Show rate-limit usage per account, and when calls are possible again'
            cand doctor 'Check the setup, and show a fix for each problem'
            cand store 'Maintain the database and its key'
            cand config 'Show settings and edit the config file'
            cand completions 'Print the completion script for a shell'
            cand man 'Print the manual page, or write all pages to a directory'
            cand schema 'Print a JSON Schema: of a bot''s input or output, or of what a command prints with --json'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;demo'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --once 'Exit after the first round trip; exit 0 only if the reply arrived'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;sandbox'= {
            cand --bind 'Address to listen on, loopback only; port 0 picks a free one'
            cand --callback-url 'Where to deliver webhooks, without a handshake first'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --allow-http 'Accept http redirect URIs on this machine (Instagram refuses them)'
            cand --print-env 'Print the variables that point igbot at a sandbox on this address, and exit; with port 0, print them and keep running, as the port is known only then'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;init'= {
            cand --app-id 'Instagram app id, from "Instagram > API setup with Instagram login"'
            cand --backend-url 'Public https address of `igbot serve`'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;login'= {
            cand --redirect-uri 'Address Instagram redirects the browser to, exactly as registered'
            cand --complete 'Finish a login started with --print-url, given the address the browser landed on; `-` reads it from standard input'
            cand --scopes 'Permissions to request, separated by commas'
            cand --tls-cert 'Certificate chain for an https://localhost:PORT redirect URI (PEM); by default one is created for this login, which browsers do not trust'
            cand --tls-key 'Private key of the certificate (PEM)'
            cand --alias 'Alias for the account [default: its username]'
            cand --bot 'Bot that answers for it: a [bots.NAME] table in the config file'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --no-browser 'Do not open a browser; the address is printed either way'
            cand --print-url 'Print the address and exit; --complete finishes the login'
            cand --force-reauth 'Ask for the password even if the browser is logged in to Instagram'
            cand --subscribe 'Also subscribe the account to webhooks'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;link'= {
            cand --redirect-uri 'Redirect URI the code was issued for'
            cand --alias 'Alias for the account [default: its username]'
            cand --bot 'Bot that answers for it: a [bots.NAME] table in the config file'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --token-stdin 'Read an access token, such as one from "Generate token" in the App Dashboard; a short-lived one is exchanged, a long-lived one is checked'
            cand --code-stdin 'Read the code from the consent page, or the full address that contains it'
            cand --subscribe 'Also subscribe the account to webhooks'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;unlink'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --unsubscribe 'Cancel its webhook subscription first'
            cand --purge 'Also delete its stored events and messages'
            cand -y 'Skip the confirmation prompt'
            cand --yes 'Skip the confirmation prompt'
            cand -n 'Show what would be done, and change nothing'
            cand --dry-run 'Show what would be done, and change nothing'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;account'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List linked accounts'
            cand show 'Show one linked account'
            cand use 'Set the default account'
            cand rename 'Change the alias of an account'
            cand bot 'Set the bot that answers for an account'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;account;list'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;account;show'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;account;use'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;account;rename'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;account;bot'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --none 'Go back to the program of `igbot serve --exec`'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;account;help'= {
            cand list 'List linked accounts'
            cand show 'Show one linked account'
            cand use 'Set the default account'
            cand rename 'Change the alias of an account'
            cand bot 'Set the bot that answers for an account'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;account;help;list'= {
        }
        &'igbot;account;help;show'= {
        }
        &'igbot;account;help;use'= {
        }
        &'igbot;account;help;rename'= {
        }
        &'igbot;account;help;bot'= {
        }
        &'igbot;account;help;help'= {
        }
        &'igbot;token'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand status 'Show age and expiry of tokens; exit 4 if a login is needed'
            cand show 'Print the token of an account, for scripts'
            cand exchange 'Exchange a short-lived token from standard input for a long-lived one on standard output'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;token;status'= {
            cand --expires-within 'Exit 10 if a token expires within this time (7d)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --online 'Ask Instagram whether it still accepts them'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;token;show'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;token;exchange'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;token;help'= {
            cand status 'Show age and expiry of tokens; exit 4 if a login is needed'
            cand show 'Print the token of an account, for scripts'
            cand exchange 'Exchange a short-lived token from standard input for a long-lived one on standard output'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;token;help;status'= {
        }
        &'igbot;token;help;show'= {
        }
        &'igbot;token;help;exchange'= {
        }
        &'igbot;token;help;help'= {
        }
        &'igbot;refresh-tokens'= {
            cand --within 'Refresh tokens that expire within this time (20d) instead of in the last third of their life'
            cand --jobs 'Accounts to process in parallel'
            cand --jitter 'First wait a random part of this time (30m), so that not all machines run at once'
            cand --lock-wait 'Wait up to this long for another run to finish (5m) instead of exiting'
            cand --metrics-file 'Write metrics of the run for node_exporter''s textfile collector'
            cand --on-refresh 'Run this command for each account with a new token'
            cand --on-login-needed 'Run this command for each account that needs a login'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --force 'Refresh every token, due or not'
            cand -n 'Show what would be done, without calling Instagram'
            cand --dry-run 'Show what would be done, without calling Instagram'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand subscribe 'Subscribe to fields, in addition to those subscribed already'
            cand unsubscribe 'Cancel the subscription, or remove fields from it'
            cand status 'Show what Instagram says the account is subscribed to, and where the app''s deliveries go'
            cand register 'Register the app''s webhook with Meta, in place of the App Dashboard'
            cand verify 'Find out why a captured delivery was refused; exit 10 if it would be'
            cand probe 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;webhook;subscribe'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;unsubscribe'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;status'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;register'= {
            cand --url 'Public address [default: BACKEND_URL]; /webhook is added if it has no path'
            cand --fields 'Fields, separated by commas [default: the usual ones]'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;verify'= {
            cand --body 'File with the body, byte for byte as received; `-` reads standard input'
            cand --signature 'Value of its header X-Hub-Signature-256, or of X-Hub-Signature if that is missing'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;probe'= {
            cand --url 'Public address [default: BACKEND_URL]; /webhook is added if it has no path'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;help'= {
            cand subscribe 'Subscribe to fields, in addition to those subscribed already'
            cand unsubscribe 'Cancel the subscription, or remove fields from it'
            cand status 'Show what Instagram says the account is subscribed to, and where the app''s deliveries go'
            cand register 'Register the app''s webhook with Meta, in place of the App Dashboard'
            cand verify 'Find out why a captured delivery was refused; exit 10 if it would be'
            cand probe 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;webhook;help;subscribe'= {
        }
        &'igbot;webhook;help;unsubscribe'= {
        }
        &'igbot;webhook;help;status'= {
        }
        &'igbot;webhook;help;register'= {
        }
        &'igbot;webhook;help;verify'= {
        }
        &'igbot;webhook;help;probe'= {
        }
        &'igbot;webhook;help;help'= {
        }
        &'igbot;serve'= {
            cand --bind 'Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080, or the socket passed by systemd]'
            cand --unix 'Listen on this Unix socket instead, for a proxy on this machine; its owner and group may connect'
            cand --tls-cert 'Serve TLS with this certificate chain (PEM); SIGHUP reloads it'
            cand --tls-key 'Private key of --tls-cert (PEM)'
            cand --tls-client-ca 'Accept only clients with a certificate from these authorities (PEM)'
            cand --tls-client-name 'Name that a client certificate must contain'
            cand --admin 'Loopback address that serves /healthz, /readyz and /metrics'
            cand --path 'Path of the webhook'
            cand --concurrency 'Conversations handled in parallel'
            cand --max-attempts 'Attempts before giving up on an event'
            cand --drain 'After SIGTERM, wait this long for bots to finish'
            cand --handler-timeout 'Time limit for the bot per event'
            cand --forward-to 'Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot''s answer'
            cand --pass-env 'Also pass this environment variable to the program of --exec, such as an API key; can be repeated'
            cand --also 'Ask the bot about this kind of event too: comment, live_comment or referral; its answer to a comment is sent privately to who wrote it'
            cand --exec 'Run this program for every message and tap; takes the rest of the command line'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --no-mark-seen 'Do not mark messages as seen'
            cand --no-typing 'Do not show the typing indicator'
            cand --echo 'Answer every text with the same text'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;trigger'= {
            cand --file 'Deliver this file byte for byte; `-` reads standard input'
            cand --to 'Receiver to deliver to'
            cand --set 'Set a value in the event, like message.text=Hello'
            cand --count 'Deliver this many, each with its own message id'
            cand --rate 'Deliver at most this many per second'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --duplicate 'Deliver each twice, as Instagram sometimes does'
            cand --bad-signature 'Send a signature that does not match the body'
            cand --print 'Print the body instead of delivering it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;try'= {
            cand --event 'Ask about this event of the inbox, a number from `event list`'
            cand --kind 'Ask about a synthetic event of this kind, as `igbot trigger` delivers it'
            cand --set 'Set a value in a synthetic event, like postback.payload=HOURS'
            cand --handler-timeout 'Time limit for the bot per event'
            cand --forward-to 'Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot''s answer'
            cand --pass-env 'Also pass this environment variable to the program of --exec, such as an API key; can be repeated'
            cand --also 'Ask the bot about this kind of event too: comment, live_comment or referral; its answer to a comment is sent privately to who wrote it'
            cand --exec 'Run this program for every message and tap; takes the rest of the command line'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --input 'Print what the bot reads on standard input, and ask nobody'
            cand --echo 'Answer every text with the same text'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List received events, oldest first'
            cand show 'Show one event: as received, what was sent for it, and what is left to send'
            cand tail 'Show events as they arrive, until Ctrl-C or --timeout'
            cand replay 'Send events to the bot again as if they had just arrived'
            cand drop 'Remove events from the queue or the failure list; they stay stored'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;event;list'= {
            cand --limit 'Show only the newest N entries'
            cand --since 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)'
            cand --state 'Only events in this state'
            cand --kind 'Only events of this kind'
            cand --from 'Only events caused by this person: an id or @username'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all entries'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;show'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;tail'= {
            cand --state 'Only events that enter this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;replay'= {
            cand --state 'All in this state; with --account, only those of the account'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --again 'Include events to which a reply was sent, or perhaps was'
            cand --rest 'Send only what is left of an answer, without the message that was perhaps sent'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;drop'= {
            cand --state 'All in this state; with --account, only those of the account'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;help'= {
            cand list 'List received events, oldest first'
            cand show 'Show one event: as received, what was sent for it, and what is left to send'
            cand tail 'Show events as they arrive, until Ctrl-C or --timeout'
            cand replay 'Send events to the bot again as if they had just arrived'
            cand drop 'Remove events from the queue or the failure list; they stay stored'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;event;help;list'= {
        }
        &'igbot;event;help;show'= {
        }
        &'igbot;event;help;tail'= {
        }
        &'igbot;event;help;replay'= {
        }
        &'igbot;event;help;drop'= {
        }
        &'igbot;event;help;help'= {
        }
        &'igbot;send'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand text 'Send a text of at most 1000 bytes'
            cand image 'Send an image, or up to 10 in one message'
            cand video 'Send a video'
            cand audio 'Send an audio file'
            cand file 'Send a PDF'
            cand upload 'Upload a file without sending it; send it any number of times with --attachment-id'
            cand sticker 'Send the heart sticker'
            cand post 'Send a post of the account'
            cand template 'Send a generic or button template'
            cand raw 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE'
            cand batch 'Send a file of messages, each once; can be stopped and resumed'
            cand reaction 'React to a message, or remove the reaction'
            cand typing 'Show the typing indicator'
            cand seen 'Mark the person''s messages as seen'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;send;text'= {
            cand --quick-reply 'Offer this quick reply under the text; up to 13, each of at most 20 characters'
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;image'= {
            cand --attachment-id 'Send an image that was uploaded before'
            cand --upload 'Upload a local image and send it: png, jpeg or gif, up to 8 MB'
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;video'= {
            cand --attachment-id 'Send a file that was uploaded before'
            cand --upload 'Upload a local file and send it, up to 25 MB'
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;audio'= {
            cand --attachment-id 'Send a file that was uploaded before'
            cand --upload 'Upload a local file and send it, up to 25 MB'
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;file'= {
            cand --attachment-id 'Send a file that was uploaded before'
            cand --upload 'Upload a local file and send it, up to 25 MB'
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;upload'= {
            cand --as 'Media kind, if the file is ambiguous (an mp4 can be video or audio)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;sticker'= {
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;post'= {
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;template'= {
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;raw'= {
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Send it as a reply to this message: its id, or its number in `message list`'
            cand --window 'What to do if the person has not written for 24 hours'
            cand --dedupe-key 'Send at most once under this key; repeating the command reports the first outcome'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --human-agent 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;batch'= {
            cand --resume 'Resume a batch that was stopped or killed; rows that were in flight are not repeated'
            cand --cancel 'Cancel the waiting rows of a batch that was stopped or killed, and free their keys'
            cand --template 'Template for the text of each message, with the fields of the row as {{ name }}; `quick_replies`, `reply_to` and `human_agent` still apply'
            cand --rate 'Maximum rate: 20/s, 300/m, 700/h. Never faster than Instagram allows, except in a sandbox'
            cand --jobs 'Parallel calls; if igbot is killed, about this many rows end up unknown'
            cand --max-failures 'Stop once this many rows were not sent'
            cand --report 'Write the result of every row to this file (.csv or .ndjson)'
            cand --window 'What to do if a person has not written for 24 hours'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --list 'List the unfinished batches of all accounts, also those that are being sent'
            cand --again 'Send even if a batch of the same file or rows is unfinished or running, and ask nothing'
            cand -n 'Check every row, but for what was sent under its `dedupe_key`, and show the first request; store and send nothing'
            cand --dry-run 'Check every row, but for what was sent under its `dedupe_key`, and show the first request; store and send nothing'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;reaction'= {
            cand --message 'Message to react to: its id, or its number in `message list`'
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --window 'What to do if the person has not written for 24 hours; a reaction is removed at any time'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --remove 'Remove the reaction'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;typing'= {
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --off 'Hide it'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;seen'= {
            cand --to 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;help'= {
            cand text 'Send a text of at most 1000 bytes'
            cand image 'Send an image, or up to 10 in one message'
            cand video 'Send a video'
            cand audio 'Send an audio file'
            cand file 'Send a PDF'
            cand upload 'Upload a file without sending it; send it any number of times with --attachment-id'
            cand sticker 'Send the heart sticker'
            cand post 'Send a post of the account'
            cand template 'Send a generic or button template'
            cand raw 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE'
            cand batch 'Send a file of messages, each once; can be stopped and resumed'
            cand reaction 'React to a message, or remove the reaction'
            cand typing 'Show the typing indicator'
            cand seen 'Mark the person''s messages as seen'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;send;help;text'= {
        }
        &'igbot;send;help;image'= {
        }
        &'igbot;send;help;video'= {
        }
        &'igbot;send;help;audio'= {
        }
        &'igbot;send;help;file'= {
        }
        &'igbot;send;help;upload'= {
        }
        &'igbot;send;help;sticker'= {
        }
        &'igbot;send;help;post'= {
        }
        &'igbot;send;help;template'= {
        }
        &'igbot;send;help;raw'= {
        }
        &'igbot;send;help;batch'= {
        }
        &'igbot;send;help;reaction'= {
        }
        &'igbot;send;help;typing'= {
        }
        &'igbot;send;help;seen'= {
        }
        &'igbot;send;help;help'= {
        }
        &'igbot;message'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List messages, oldest first'
            cand show 'Show everything about one message'
            cand search 'List messages whose text contains these words, oldest first; with --all as they are found, newest first'
            cand export 'Export messages as NDJSON or CSV, oldest first'
            cand purge 'Permanently delete everything about one person'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;message;list'= {
            cand --limit 'Show only the newest N entries'
            cand --since 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)'
            cand --with 'Only messages from and to this person: an id or @username'
            cand --kind 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …'
            cand --direction 'Only received, or only sent'
            cand --state 'Only messages in this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all entries'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;show'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --raw 'Include the JSON as received or sent'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;search'= {
            cand --limit 'Show only the newest N entries'
            cand --since 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)'
            cand --with 'Only messages from and to this person: an id or @username'
            cand --kind 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …'
            cand --direction 'Only received, or only sent'
            cand --state 'Only messages in this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all entries'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;export'= {
            cand --format 'Format; by default from the file extension, otherwise ndjson'
            cand -o 'Write to this file (mode 0600) instead of standard output (`-`); the file appears once it is complete'
            cand --output 'Write to this file (mode 0600) instead of standard output (`-`); the file appears once it is complete'
            cand --since 'Only messages newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)'
            cand --with 'Only messages from and to this person: an id or @username'
            cand --kind 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …'
            cand --direction 'Only received, or only sent'
            cand --state 'Only messages in this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;purge'= {
            cand --with 'Person: an id or @username'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Only count what would be deleted'
            cand --dry-run 'Only count what would be deleted'
            cand -y 'Skip the confirmation prompt'
            cand --yes 'Skip the confirmation prompt'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;help'= {
            cand list 'List messages, oldest first'
            cand show 'Show everything about one message'
            cand search 'List messages whose text contains these words, oldest first; with --all as they are found, newest first'
            cand export 'Export messages as NDJSON or CSV, oldest first'
            cand purge 'Permanently delete everything about one person'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;message;help;list'= {
        }
        &'igbot;message;help;show'= {
        }
        &'igbot;message;help;search'= {
        }
        &'igbot;message;help;export'= {
        }
        &'igbot;message;help;purge'= {
        }
        &'igbot;message;help;help'= {
        }
        &'igbot;conversation'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List conversations, latest message first'
            cand show 'Show a conversation and its messages, oldest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;conversation;list'= {
            cand --limit 'Show only the newest N entries'
            cand --since 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all entries'
            cand --open 'Only those whose messaging window is open, or may be'
            cand --unanswered 'Only those in which the person has written last'
            cand --remote 'Read the list from Instagram, and learn usernames'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;conversation;show'= {
            cand --limit 'Show only the newest N entries'
            cand --since 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all entries'
            cand --remote 'Read it from Instagram (text of the 20 newest messages only)'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;conversation;help'= {
            cand list 'List conversations, latest message first'
            cand show 'Show a conversation and its messages, oldest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;conversation;help;list'= {
        }
        &'igbot;conversation;help;show'= {
        }
        &'igbot;conversation;help;help'= {
        }
        &'igbot;reconcile'= {
            cand --since 'How far back to compare (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --fix 'Import what is missing, and settle sends of unknown outcome that have arrived'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;profile'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --picture 'Also show the address of their picture; anyone who has it can see the picture for some days'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;profile-menu'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand show 'Show what is currently set'
            cand set 'Set the parts in a file; a part it does not have stays unchanged'
            cand clear 'Remove one part or both'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;profile-menu;show'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;profile-menu;set'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the requests instead of sending them'
            cand --dry-run 'Show the requests instead of sending them'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;profile-menu;clear'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;profile-menu;help'= {
            cand show 'Show what is currently set'
            cand set 'Set the parts in a file; a part it does not have stays unchanged'
            cand clear 'Remove one part or both'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;profile-menu;help;show'= {
        }
        &'igbot;profile-menu;help;set'= {
        }
        &'igbot;profile-menu;help;clear'= {
        }
        &'igbot;profile-menu;help;help'= {
        }
        &'igbot;api'= {
            cand -f 'Parameter: in the address, or in the form body of a POST without --input'
            cand --field 'Parameter: in the address, or in the form body of a POST without --input'
            cand --input 'JSON file to send as the body; `-` reads standard input'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --paginate 'Fetch all pages of a list and print one element per line'
            cand -n 'Show the request instead of sending it'
            cand --dry-run 'Show the request instead of sending it'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;limits'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;doctor'= {
            cand --public-url 'Test this public address of `igbot serve` as Meta would'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --online 'Also ask Instagram'
            cand --strict 'Also exit 10 for warnings'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand status 'Show size and contents'
            cand verify 'Check every page and decrypt every value; works while igbot runs'
            cand backup 'Write a copy to a file; works while igbot runs'
            cand restore 'Replace the store with a backup; the old store is kept beside it'
            cand rekey 'Re-encrypt everything with the first of several keys'
            cand prune 'Delete old events and messages, and shrink the store'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;store;status'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;verify'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;backup'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --force 'Overwrite the file if it exists'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;restore'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -y 'Skip the confirmation prompt'
            cand --yes 'Skip the confirmation prompt'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;rekey'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Only count what would be re-encrypted'
            cand --dry-run 'Only count what would be re-encrypted'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;prune'= {
            cand --older-than 'Delete entries older than this, at least 7d'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Only count what would be deleted'
            cand --dry-run 'Only count what would be deleted'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;help'= {
            cand status 'Show size and contents'
            cand verify 'Check every page and decrypt every value; works while igbot runs'
            cand backup 'Write a copy to a file; works while igbot runs'
            cand restore 'Replace the store with a backup; the old store is kept beside it'
            cand rekey 'Re-encrypt everything with the first of several keys'
            cand prune 'Delete old events and messages, and shrink the store'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;store;help;status'= {
        }
        &'igbot;store;help;verify'= {
        }
        &'igbot;store;help;backup'= {
        }
        &'igbot;store;help;restore'= {
        }
        &'igbot;store;help;rekey'= {
        }
        &'igbot;store;help;prune'= {
        }
        &'igbot;store;help;help'= {
        }
        &'igbot;config'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand path 'Show the paths of the config file, key and store'
            cand show 'Show the effective settings; for secrets only whether they are set'
            cand set 'Set a setting in the config file; secrets are read from standard input'
            cand unset 'Remove a setting from the config file'
            cand validate 'Check all settings that are set'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;config;path'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;config;show'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --origins 'Show where each value comes from'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;config;set'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;config;unset'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;config;validate'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;config;help'= {
            cand path 'Show the paths of the config file, key and store'
            cand show 'Show the effective settings; for secrets only whether they are set'
            cand set 'Set a setting in the config file; secrets are read from standard input'
            cand unset 'Remove a setting from the config file'
            cand validate 'Check all settings that are set'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;config;help;path'= {
        }
        &'igbot;config;help;show'= {
        }
        &'igbot;config;help;set'= {
        }
        &'igbot;config;help;unset'= {
        }
        &'igbot;config;help;validate'= {
        }
        &'igbot;config;help;help'= {
        }
        &'igbot;completions'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;man'= {
            cand --dir 'Write one page per command to this directory'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;schema'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Also read settings from this file of NAME=value lines'
            cand --color 'When to use colors'
            cand --timeout 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Print results and errors as JSON'
            cand -q 'Print only results and errors'
            cand --quiet 'Print only results and errors'
            cand -v 'Log more; -vv logs everything'
            cand --verbose 'Log more; -vv logs everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;help'= {
            cand demo 'Try everything on this machine, without a Meta app'
            cand sandbox 'Run a local Instagram simulator, for tests and first steps without a Meta app'
            cand init 'Set up igbot on this machine: settings, encryption key and store'
            cand login 'Link an account: log in on Instagram''s page and store a long-lived token'
            cand link 'Link an account with a token or code from standard input, without a browser'
            cand unlink 'Unlink an account and delete its token'
            cand account 'Show and manage linked accounts, their aliases and bots'
            cand token 'Show token status, print a token, or exchange one'
            cand refresh-tokens 'Refresh tokens that expire soon, for another 60 days; meant for cron'
            cand webhook 'Manage and test what Instagram delivers for an account'
            cand serve 'Receive webhooks and let a bot answer'
            cand trigger 'Deliver a synthetic event to a receiver, signed as Instagram would'
            cand try 'Ask a bot what it would answer, and send nothing'
            cand event 'Show and manage the inbox of `serve`'
            cand send 'Send a direct message to a person who wrote to the account'
            cand message 'Show, search, export and purge received and sent messages'
            cand conversation 'Show conversations and their messaging windows'
            cand reconcile 'Compare the history with Instagram''s conversations, and import what is missing'
            cand profile 'Show the profile of a person who wrote to the account'
            cand profile-menu 'Show, set and clear an account''s ice breakers and persistent menu'
            cand api 'Call Instagram''s API as the account, for anything igbot has no command for'
            cand limits 'Show rate-limit usage per account, and when calls are possible again'
            cand doctor 'Check the setup, and show a fix for each problem'
            cand store 'Maintain the database and its key'
            cand config 'Show settings and edit the config file'
            cand completions 'Print the completion script for a shell'
            cand man 'Print the manual page, or write all pages to a directory'
            cand schema 'Print a JSON Schema: of a bot''s input or output, or of what a command prints with --json'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;help;demo'= {
        }
        &'igbot;help;sandbox'= {
        }
        &'igbot;help;init'= {
        }
        &'igbot;help;login'= {
        }
        &'igbot;help;link'= {
        }
        &'igbot;help;unlink'= {
        }
        &'igbot;help;account'= {
            cand list 'List linked accounts'
            cand show 'Show one linked account'
            cand use 'Set the default account'
            cand rename 'Change the alias of an account'
            cand bot 'Set the bot that answers for an account'
        }
        &'igbot;help;account;list'= {
        }
        &'igbot;help;account;show'= {
        }
        &'igbot;help;account;use'= {
        }
        &'igbot;help;account;rename'= {
        }
        &'igbot;help;account;bot'= {
        }
        &'igbot;help;token'= {
            cand status 'Show age and expiry of tokens; exit 4 if a login is needed'
            cand show 'Print the token of an account, for scripts'
            cand exchange 'Exchange a short-lived token from standard input for a long-lived one on standard output'
        }
        &'igbot;help;token;status'= {
        }
        &'igbot;help;token;show'= {
        }
        &'igbot;help;token;exchange'= {
        }
        &'igbot;help;refresh-tokens'= {
        }
        &'igbot;help;webhook'= {
            cand subscribe 'Subscribe to fields, in addition to those subscribed already'
            cand unsubscribe 'Cancel the subscription, or remove fields from it'
            cand status 'Show what Instagram says the account is subscribed to, and where the app''s deliveries go'
            cand register 'Register the app''s webhook with Meta, in place of the App Dashboard'
            cand verify 'Find out why a captured delivery was refused; exit 10 if it would be'
            cand probe 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails'
        }
        &'igbot;help;webhook;subscribe'= {
        }
        &'igbot;help;webhook;unsubscribe'= {
        }
        &'igbot;help;webhook;status'= {
        }
        &'igbot;help;webhook;register'= {
        }
        &'igbot;help;webhook;verify'= {
        }
        &'igbot;help;webhook;probe'= {
        }
        &'igbot;help;serve'= {
        }
        &'igbot;help;trigger'= {
        }
        &'igbot;help;try'= {
        }
        &'igbot;help;event'= {
            cand list 'List received events, oldest first'
            cand show 'Show one event: as received, what was sent for it, and what is left to send'
            cand tail 'Show events as they arrive, until Ctrl-C or --timeout'
            cand replay 'Send events to the bot again as if they had just arrived'
            cand drop 'Remove events from the queue or the failure list; they stay stored'
        }
        &'igbot;help;event;list'= {
        }
        &'igbot;help;event;show'= {
        }
        &'igbot;help;event;tail'= {
        }
        &'igbot;help;event;replay'= {
        }
        &'igbot;help;event;drop'= {
        }
        &'igbot;help;send'= {
            cand text 'Send a text of at most 1000 bytes'
            cand image 'Send an image, or up to 10 in one message'
            cand video 'Send a video'
            cand audio 'Send an audio file'
            cand file 'Send a PDF'
            cand upload 'Upload a file without sending it; send it any number of times with --attachment-id'
            cand sticker 'Send the heart sticker'
            cand post 'Send a post of the account'
            cand template 'Send a generic or button template'
            cand raw 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE'
            cand batch 'Send a file of messages, each once; can be stopped and resumed'
            cand reaction 'React to a message, or remove the reaction'
            cand typing 'Show the typing indicator'
            cand seen 'Mark the person''s messages as seen'
        }
        &'igbot;help;send;text'= {
        }
        &'igbot;help;send;image'= {
        }
        &'igbot;help;send;video'= {
        }
        &'igbot;help;send;audio'= {
        }
        &'igbot;help;send;file'= {
        }
        &'igbot;help;send;upload'= {
        }
        &'igbot;help;send;sticker'= {
        }
        &'igbot;help;send;post'= {
        }
        &'igbot;help;send;template'= {
        }
        &'igbot;help;send;raw'= {
        }
        &'igbot;help;send;batch'= {
        }
        &'igbot;help;send;reaction'= {
        }
        &'igbot;help;send;typing'= {
        }
        &'igbot;help;send;seen'= {
        }
        &'igbot;help;message'= {
            cand list 'List messages, oldest first'
            cand show 'Show everything about one message'
            cand search 'List messages whose text contains these words, oldest first; with --all as they are found, newest first'
            cand export 'Export messages as NDJSON or CSV, oldest first'
            cand purge 'Permanently delete everything about one person'
        }
        &'igbot;help;message;list'= {
        }
        &'igbot;help;message;show'= {
        }
        &'igbot;help;message;search'= {
        }
        &'igbot;help;message;export'= {
        }
        &'igbot;help;message;purge'= {
        }
        &'igbot;help;conversation'= {
            cand list 'List conversations, latest message first'
            cand show 'Show a conversation and its messages, oldest first'
        }
        &'igbot;help;conversation;list'= {
        }
        &'igbot;help;conversation;show'= {
        }
        &'igbot;help;reconcile'= {
        }
        &'igbot;help;profile'= {
        }
        &'igbot;help;profile-menu'= {
            cand show 'Show what is currently set'
            cand set 'Set the parts in a file; a part it does not have stays unchanged'
            cand clear 'Remove one part or both'
        }
        &'igbot;help;profile-menu;show'= {
        }
        &'igbot;help;profile-menu;set'= {
        }
        &'igbot;help;profile-menu;clear'= {
        }
        &'igbot;help;api'= {
        }
        &'igbot;help;limits'= {
        }
        &'igbot;help;doctor'= {
        }
        &'igbot;help;store'= {
            cand status 'Show size and contents'
            cand verify 'Check every page and decrypt every value; works while igbot runs'
            cand backup 'Write a copy to a file; works while igbot runs'
            cand restore 'Replace the store with a backup; the old store is kept beside it'
            cand rekey 'Re-encrypt everything with the first of several keys'
            cand prune 'Delete old events and messages, and shrink the store'
        }
        &'igbot;help;store;status'= {
        }
        &'igbot;help;store;verify'= {
        }
        &'igbot;help;store;backup'= {
        }
        &'igbot;help;store;restore'= {
        }
        &'igbot;help;store;rekey'= {
        }
        &'igbot;help;store;prune'= {
        }
        &'igbot;help;config'= {
            cand path 'Show the paths of the config file, key and store'
            cand show 'Show the effective settings; for secrets only whether they are set'
            cand set 'Set a setting in the config file; secrets are read from standard input'
            cand unset 'Remove a setting from the config file'
            cand validate 'Check all settings that are set'
        }
        &'igbot;help;config;path'= {
        }
        &'igbot;help;config;show'= {
        }
        &'igbot;help;config;set'= {
        }
        &'igbot;help;config;unset'= {
        }
        &'igbot;help;config;validate'= {
        }
        &'igbot;help;completions'= {
        }
        &'igbot;help;man'= {
        }
        &'igbot;help;schema'= {
        }
        &'igbot;help;help'= {
        }
    ]
    $completions[$command]
}
