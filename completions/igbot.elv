
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand demo 'See everything work on this machine, without a Meta app'
            cand sandbox 'Run Instagram in a box on this machine: for tests and first steps, without a Meta app'
            cand init 'Set igbot up on this machine: settings, encryption key and store'
            cand login 'Link an account: log in on Instagram''s page and store a long-lived token'
            cand link 'Link an account from a token or a code on standard input, without a browser here'
            cand unlink 'Forget a linked account and its token'
            cand account 'Show linked accounts, and how they are called and answered'
            cand token 'Show how tokens stand, hand one to a script, exchange one'
            cand refresh-tokens 'Extend tokens that expire soon by 60 days; meant for cron'
            cand webhook 'Choose which events Instagram delivers for an account'
            cand serve 'Receive webhooks and let a bot answer'
            cand trigger 'Deliver a made-up event to a receiver, signed as Instagram would'
            cand event 'Look into the inbox of `serve`'
            cand send 'Send a direct message to a person who wrote to the account'
            cand message 'Read the history of received and sent messages, and forget people'
            cand conversation 'Look at conversations and their messaging windows'
            cand reconcile 'Compare the history with Instagram''s own conversations, and take in what is missing'
            cand profile 'Show the profile of a person who wrote to the account'
            cand profile-menu 'Show, set and clear the ice breakers and the persistent menu of an account'
            cand api 'Call Instagram''s API as the account, for what igbot has no command for'
            cand limits 'Show how accounts stand with Instagram''s limits, and when there is room again'
            cand doctor 'Find out what is wrong, each finding with its fix'
            cand store 'Look after the database and its key'
            cand config 'Look at settings and change the config file'
            cand completions 'Print the completion script of a shell'
            cand man 'Print the manual page, or write all pages into a directory'
            cand schema 'Print the JSON Schema of what a bot is given, or of what it answers'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;demo'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --once 'End after the first round trip; exit 0 only if the reply arrived'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;sandbox'= {
            cand --bind 'Address to listen on, loopback only; port 0 takes a free one'
            cand --callback-url 'Where to deliver webhooks, without asking for a handshake first'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --allow-http 'Take http redirect URIs on this machine, which Instagram refuses'
            cand --print-env 'Print the variables that point igbot at a sandbox on this address and end; with port 0, which only a running sandbox can know, print them and go on'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;init'= {
            cand --app-id 'Instagram app id, of "Instagram > API setup with Instagram login"'
            cand --backend-url 'Public https address under which `igbot serve` will be reached'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;login'= {
            cand --redirect-uri 'Where Instagram sends the browser back to, exactly as registered'
            cand --complete 'End a login that --print-url began, with the address the browser landed on; - reads it from standard input'
            cand --scopes 'Permissions to ask for, separated by commas'
            cand --tls-cert 'Certificate chain for a https://localhost:PORT redirect URI (PEM); made for this login, and distrusted by browsers, if left out'
            cand --tls-key 'Private key of the certificate (PEM)'
            cand --alias 'What to call the account; its username if left out'
            cand --bot 'The bot that answers for it: a [bots.NAME] table of the config file'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --no-browser 'Do not open a browser; the address is printed either way'
            cand --print-url 'Print the address and end; --complete does the rest'
            cand --force-reauth 'Ask for the password even if Instagram''s page knows a session'
            cand --subscribe 'Subscribe the account to webhooks too'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;link'= {
            cand --redirect-uri 'The redirect URI the code was made for'
            cand --alias 'What to call the account; its username if left out'
            cand --bot 'The bot that answers for it: a [bots.NAME] table of the config file'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --token-stdin 'Read an access token, such as the App Dashboard''s "Generate token" makes; a short-lived one is exchanged, a long-lived one is checked'
            cand --code-stdin 'Read the code of a consent page, or the whole address it was in'
            cand --subscribe 'Subscribe the account to webhooks too'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --unsubscribe 'End its webhook subscription first'
            cand --purge 'Delete its stored events and messages too'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand -n 'Say what would be forgotten, and change nothing'
            cand --dry-run 'Say what would be forgotten, and change nothing'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List linked accounts'
            cand show 'Show one linked account'
            cand use 'Set the default account'
            cand rename 'Give an account another alias'
            cand bot 'Choose the bot that answers for an account'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;account;list'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --none 'Let the program of `igbot serve --exec` answer again'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand rename 'Give an account another alias'
            cand bot 'Choose the bot that answers for an account'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand status 'Show age and expiry of tokens; exit 4 if a login is needed'
            cand show 'Print the token of an account, for a script'
            cand exchange 'Exchange a short-lived token on standard input for a long-lived one on standard output'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;token;status'= {
            cand --expires-within 'Exit 10 if a token ends within this time (7d)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --online 'Ask Instagram whether it still takes them'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;token;help'= {
            cand status 'Show age and expiry of tokens; exit 4 if a login is needed'
            cand show 'Print the token of an account, for a script'
            cand exchange 'Exchange a short-lived token on standard input for a long-lived one on standard output'
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
            cand --within 'Refresh what ends within this time (20d) instead of in its last third'
            cand --jobs 'Accounts to process at once'
            cand --jitter 'Wait a random part of this time first (30m), so that not all machines come at once'
            cand --lock-wait 'Wait this long for another run to end (5m) instead of leaving the work to it'
            cand --metrics-file 'Write figures of the run for node_exporter''s textfile collector'
            cand --on-refresh 'Run this for each account with a new token'
            cand --on-login-needed 'Run this for each account whose token Instagram refuses'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --force 'Refresh every token, due or not'
            cand -n 'Show what would be done and ask Instagram nothing'
            cand --dry-run 'Show what would be done and ask Instagram nothing'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand subscribe 'Subscribe to fields, in addition to those subscribed already'
            cand unsubscribe 'End the subscription, or take fields out of it'
            cand status 'Show what the account is subscribed to, and where the app''s deliveries go, as Instagram says'
            cand register 'Tell Meta where the app''s webhook is, in place of the App Dashboard'
            cand verify 'Find out why a captured delivery was refused; exit 10 if it would be'
            cand probe 'Look at the public address as Meta does, with a signed delivery from end to end; exit 10 if it fails'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;webhook;subscribe'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request and change nothing'
            cand --dry-run 'Show the request and change nothing'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request and change nothing'
            cand --dry-run 'Show the request and change nothing'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;register'= {
            cand --url 'Public address; BACKEND_URL if left out, /webhook if it has no path'
            cand --fields 'Fields, separated by commas; the usual ones if left out'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request and send nothing'
            cand --dry-run 'Show the request and send nothing'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;verify'= {
            cand --body 'The body, byte for byte, as it was received; - for standard input'
            cand --signature 'Value of its header X-Hub-Signature-256, or of X-Hub-Signature if it has no other'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;probe'= {
            cand --url 'Public address; BACKEND_URL if left out, /webhook if it has no path'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;webhook;help'= {
            cand subscribe 'Subscribe to fields, in addition to those subscribed already'
            cand unsubscribe 'End the subscription, or take fields out of it'
            cand status 'Show what the account is subscribed to, and where the app''s deliveries go, as Instagram says'
            cand register 'Tell Meta where the app''s webhook is, in place of the App Dashboard'
            cand verify 'Find out why a captured delivery was refused; exit 10 if it would be'
            cand probe 'Look at the public address as Meta does, with a signed delivery from end to end; exit 10 if it fails'
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
            cand --bind 'Address to listen on; port 0 takes a free one [default: 127.0.0.1:8080, or the socket that systemd hands over]'
            cand --unix 'Listen on this Unix socket instead, for a proxy on this machine; its owner and group may connect'
            cand --tls-cert 'Speak TLS with this certificate chain, PEM; SIGHUP reads it anew'
            cand --tls-key 'The private key of --tls-cert, PEM'
            cand --tls-client-ca 'Let in only clients with a certificate of these authorities, PEM'
            cand --tls-client-name 'The name that the certificate of a client must carry'
            cand --admin 'Listen here, on this machine only, for /healthz, /readyz and /metrics'
            cand --path 'Path of the webhook'
            cand --concurrency 'Conversations handled at the same time'
            cand --max-attempts 'Attempts before an event is given up'
            cand --handler-timeout 'Time limit of the bot for one event'
            cand --drain 'After SIGTERM, wait this long for bots to end'
            cand --forward-to 'Post every event to this URL, signed with IGBOT_FORWARD_SECRET; its answer is the bot''s'
            cand --pass-env 'A variable of the environment that the program of --exec gets too, like an API key of the bot''s; can be repeated'
            cand --exec 'Run this program for every event; takes the rest of the command line'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --echo 'Answer every text with itself'
            cand --no-mark-seen 'Do not show messages as seen'
            cand --no-typing 'Do not show the typing indicator'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;trigger'= {
            cand --file 'Deliver the bytes of this file as they are; - for standard input'
            cand --to 'Where to'
            cand --set 'Put a value into the event, like message.text=Hello'
            cand --count 'Deliver this many, each with a message id of its own'
            cand --rate 'Deliver at most this many per second'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --duplicate 'Deliver each twice, as Instagram sometimes does'
            cand --bad-signature 'Sign with a signature that belongs to another body'
            cand --print 'Print the body instead of delivering it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List received events, oldest first'
            cand show 'Show all of one event: the element as it came, what was sent for it, and what is left to send'
            cand tail 'Show events as they come, until Ctrl-C'
            cand replay 'Hand events to the bot again, the way a live one goes'
            cand drop 'Take events out of the queue, or off the list of failures; they stay stored'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;event;list'= {
            cand --limit 'Show at most this many, the newest'
            cand --since 'Show only what is not older than this time (2h, 7d)'
            cand --state 'Only events of this state'
            cand --kind 'Only events of this kind'
            cand --from 'Only what this person has caused'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;tail'= {
            cand --state 'Only those that enter this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;replay'= {
            cand --state 'All of this state, of --account if it is given'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --again 'Also events to which a reply was sent, or perhaps was'
            cand --rest 'Send what is left of an answer, without the message that perhaps was sent'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;drop'= {
            cand --state 'All of this state, of --account if it is given'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;event;help'= {
            cand list 'List received events, oldest first'
            cand show 'Show all of one event: the element as it came, what was sent for it, and what is left to send'
            cand tail 'Show events as they come, until Ctrl-C'
            cand replay 'Hand events to the bot again, the way a live one goes'
            cand drop 'Take events out of the queue, or off the list of failures; they stay stored'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand text 'Send a text of at most 1000 bytes'
            cand image 'Send a picture, or up to 10 in one message'
            cand video 'Send a film'
            cand audio 'Send a sound'
            cand file 'Send a PDF'
            cand upload 'Upload a file without sending it; its id can be sent with --attachment-id, as often as you like'
            cand sticker 'Send the heart'
            cand post 'Send a post of the account'
            cand template 'Send a generic or button template'
            cand raw 'Send a message in the words of the Send API, for what igbot does not know; also as --raw FILE'
            cand batch 'Send a file of messages, each once, and go on where it was stopped'
            cand reaction 'React to a message, or take the reaction back'
            cand typing 'Show that an answer is being written'
            cand seen 'Show the person''s messages as seen'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;send;text'= {
            cand --quick-reply 'Offer this answer under the text; up to 13, each of at most 20 characters'
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;image'= {
            cand --attachment-id 'Send a picture that was uploaded before'
            cand --upload 'Upload a picture of this machine and send it: png, jpeg or gif, up to 8 MB'
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;video'= {
            cand --attachment-id 'Send a file that was uploaded before'
            cand --upload 'Upload a file of this machine and send it, up to 25 MB'
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;audio'= {
            cand --attachment-id 'Send a file that was uploaded before'
            cand --upload 'Upload a file of this machine and send it, up to 25 MB'
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;file'= {
            cand --attachment-id 'Send a file that was uploaded before'
            cand --upload 'Upload a file of this machine and send it, up to 25 MB'
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;upload'= {
            cand --as 'As what it is to be sent, where the file does not tell: an mp4 may hold a film or a sound'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;sticker'= {
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;post'= {
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;template'= {
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;raw'= {
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand --reply-to 'Show it as an answer to this message'
            cand --window 'What to do when the person has not written for 24 hours'
            cand --dedupe-key 'Send it once under this key; asked again, tell how that ended'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --human-agent 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;batch'= {
            cand --resume 'Go on with a batch that was stopped or killed; rows that were on their way are not repeated'
            cand --cancel 'Give up what waits in a batch that was stopped or killed, and free the keys of these rows'
            cand --template 'Write the text of each message by this template, with the fields of the row as {{ name }}; `quick_replies`, `reply_to` and `human_agent` go with it'
            cand --rate 'Highest rate: 20/s, 300/m, 700/h. Never faster than Instagram allows, except in a sandbox'
            cand --jobs 'Calls at the same time; after a kill about as many have an unknown outcome'
            cand --max-failures 'Stop after this many rows were not sent'
            cand --report 'Write what became of every row: a file that ends in .csv or .ndjson'
            cand --window 'What to do with a person who has not written for 24 hours'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --again 'Send it although a batch of the same rows was stopped before its end, or is being sent'
            cand -n 'Look at every row and show the first request; store and send nothing'
            cand --dry-run 'Look at every row and show the first request; store and send nothing'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;reaction'= {
            cand --message 'The message to react to'
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --remove 'Take the reaction back'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;typing'= {
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --off 'Show it no longer'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;seen'= {
            cand --to 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;send;help'= {
            cand text 'Send a text of at most 1000 bytes'
            cand image 'Send a picture, or up to 10 in one message'
            cand video 'Send a film'
            cand audio 'Send a sound'
            cand file 'Send a PDF'
            cand upload 'Upload a file without sending it; its id can be sent with --attachment-id, as often as you like'
            cand sticker 'Send the heart'
            cand post 'Send a post of the account'
            cand template 'Send a generic or button template'
            cand raw 'Send a message in the words of the Send API, for what igbot does not know; also as --raw FILE'
            cand batch 'Send a file of messages, each once, and go on where it was stopped'
            cand reaction 'React to a message, or take the reaction back'
            cand typing 'Show that an answer is being written'
            cand seen 'Show the person''s messages as seen'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List messages, oldest first'
            cand show 'Show all that is known of one message'
            cand search 'List messages whose text holds these words, oldest first; with --all as they are found, newest first'
            cand export 'Write messages as NDJSON or CSV, oldest first'
            cand purge 'Delete everything of one person for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;message;list'= {
            cand --limit 'Show at most this many, the newest'
            cand --since 'Show only what is not older than this time (2h, 7d)'
            cand --with 'Only messages from and to this person: an id or @username'
            cand --kind 'Only of this kind'
            cand --direction 'Only received, or only sent'
            cand --state 'Only of this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --raw 'Also as it came or went out'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;search'= {
            cand --limit 'Show at most this many, the newest'
            cand --since 'Show only what is not older than this time (2h, 7d)'
            cand --with 'Only messages from and to this person: an id or @username'
            cand --kind 'Only of this kind'
            cand --direction 'Only received, or only sent'
            cand --state 'Only of this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;export'= {
            cand --format 'How; if left out, as the name of the file says, or ndjson'
            cand -o 'Write to this file, readable by you alone, instead of standard output (`-`); it gets its name once it is whole'
            cand --output 'Write to this file, readable by you alone, instead of standard output (`-`); it gets its name once it is whole'
            cand --since 'Only what is not older than this time (2h, 7d)'
            cand --with 'Only messages from and to this person: an id or @username'
            cand --kind 'Only of this kind'
            cand --direction 'Only received, or only sent'
            cand --state 'Only of this state'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;purge'= {
            cand --with 'The person: an id or @username'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Only show how much there is'
            cand --dry-run 'Only show how much there is'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;message;help'= {
            cand list 'List messages, oldest first'
            cand show 'Show all that is known of one message'
            cand search 'List messages whose text holds these words, oldest first; with --all as they are found, newest first'
            cand export 'Write messages as NDJSON or CSV, oldest first'
            cand purge 'Delete everything of one person for good'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List conversations, the one with the latest message first'
            cand show 'Show a conversation, with its messages, oldest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;conversation;list'= {
            cand --limit 'Show at most this many, the newest'
            cand --since 'Show only what is not older than this time (2h, 7d)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all'
            cand --open 'Only those whose messaging window is open, or perhaps is'
            cand --remote 'Read Instagram''s own list, and learn what people are called'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;conversation;show'= {
            cand --limit 'Show at most this many, the newest'
            cand --since 'Show only what is not older than this time (2h, 7d)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --all 'Show all'
            cand --remote 'Read what Instagram has of it: what the 20 newest messages say'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;conversation;help'= {
            cand list 'List conversations, the one with the latest message first'
            cand show 'Show a conversation, with its messages, oldest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;conversation;help;list'= {
        }
        &'igbot;conversation;help;show'= {
        }
        &'igbot;conversation;help;help'= {
        }
        &'igbot;reconcile'= {
            cand --since 'How far back (2h, 7d)'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --fix 'Take in what is missing, and settle sends of unknown outcome that have arrived'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --picture 'Show the address of their picture too; whoever has it sees the picture, for some days'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand show 'Show what is set'
            cand set 'Set what a file has; a part that it does not have is left as it is'
            cand clear 'Remove one part, or both'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;profile-menu;show'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the requests instead of making them'
            cand --dry-run 'Show the requests instead of making them'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;profile-menu;help'= {
            cand show 'Show what is set'
            cand set 'Set what a file has; a part that it does not have is left as it is'
            cand clear 'Remove one part, or both'
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
            cand -f 'A parameter: in the address, or in the form of a POST without --input'
            cand --field 'A parameter: in the address, or in the form of a POST without --input'
            cand --input 'The body: a file of JSON, `-` for standard input'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --paginate 'Get all pages of a list, and print each element on a line of its own'
            cand -n 'Show the request instead of making it'
            cand --dry-run 'Show the request instead of making it'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;doctor'= {
            cand --public-url 'Look at this public address of `igbot serve` as Meta does'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --online 'Ask Instagram too'
            cand --strict 'Exit 10 for warnings too'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand status 'Show how large it is and what it holds'
            cand verify 'Check every page and decrypt every value, while others work'
            cand backup 'Write a copy to a file, while others work'
            cand restore 'Put a backup in the place of the store, which is kept beside it'
            cand rekey 'Move everything to the first of several keys'
            cand prune 'Delete old events and messages, and give their room back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;store;status'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --force 'Replace the file if it is there'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Only count what would be moved'
            cand --dry-run 'Only count what would be moved'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;prune'= {
            cand --older-than 'Age from which on to delete, at least 7d'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand -n 'Only count what would be deleted'
            cand --dry-run 'Only count what would be deleted'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;store;help'= {
            cand status 'Show how large it is and what it holds'
            cand verify 'Check every page and decrypt every value, while others work'
            cand backup 'Write a copy to a file, while others work'
            cand restore 'Put a backup in the place of the store, which is kept beside it'
            cand rekey 'Move everything to the first of several keys'
            cand prune 'Delete old events and messages, and give their room back'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand path 'Show where config file, key and store are'
            cand show 'Show the effective settings; for secrets only whether they are set'
            cand set 'Write a setting into the config file; a secret is read from standard input'
            cand unset 'Take a setting out of the config file'
            cand validate 'Check every setting that is set'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'igbot;config;path'= {
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --origins 'Show where each comes from'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;config;help'= {
            cand path 'Show where config file, key and store are'
            cand show 'Show the effective settings; for secrets only whether they are set'
            cand set 'Write a setting into the config file; a secret is read from standard input'
            cand unset 'Take a setting out of the config file'
            cand validate 'Check every setting that is set'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;man'= {
            cand --dir 'Write a page for each command here'
            cand -A 'Account to use: alias, username or id'
            cand --account 'Account to use: alias, username or id'
            cand --config 'Read settings from this file instead of ~/.config/igbot/config.toml'
            cand --store 'Use this store instead of ~/.local/share/igbot/store.db'
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
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
            cand --env-file 'Read settings from a file of NAME=value lines too'
            cand --color 'When to use colours'
            cand --timeout 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person'
            cand --json 'Give results and errors as JSON'
            cand -q 'Say nothing but results and errors'
            cand --quiet 'Say nothing but results and errors'
            cand -v 'Log more; twice for everything'
            cand --verbose 'Log more; twice for everything'
            cand --no-input 'Never prompt; fail if input is needed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'igbot;help'= {
            cand demo 'See everything work on this machine, without a Meta app'
            cand sandbox 'Run Instagram in a box on this machine: for tests and first steps, without a Meta app'
            cand init 'Set igbot up on this machine: settings, encryption key and store'
            cand login 'Link an account: log in on Instagram''s page and store a long-lived token'
            cand link 'Link an account from a token or a code on standard input, without a browser here'
            cand unlink 'Forget a linked account and its token'
            cand account 'Show linked accounts, and how they are called and answered'
            cand token 'Show how tokens stand, hand one to a script, exchange one'
            cand refresh-tokens 'Extend tokens that expire soon by 60 days; meant for cron'
            cand webhook 'Choose which events Instagram delivers for an account'
            cand serve 'Receive webhooks and let a bot answer'
            cand trigger 'Deliver a made-up event to a receiver, signed as Instagram would'
            cand event 'Look into the inbox of `serve`'
            cand send 'Send a direct message to a person who wrote to the account'
            cand message 'Read the history of received and sent messages, and forget people'
            cand conversation 'Look at conversations and their messaging windows'
            cand reconcile 'Compare the history with Instagram''s own conversations, and take in what is missing'
            cand profile 'Show the profile of a person who wrote to the account'
            cand profile-menu 'Show, set and clear the ice breakers and the persistent menu of an account'
            cand api 'Call Instagram''s API as the account, for what igbot has no command for'
            cand limits 'Show how accounts stand with Instagram''s limits, and when there is room again'
            cand doctor 'Find out what is wrong, each finding with its fix'
            cand store 'Look after the database and its key'
            cand config 'Look at settings and change the config file'
            cand completions 'Print the completion script of a shell'
            cand man 'Print the manual page, or write all pages into a directory'
            cand schema 'Print the JSON Schema of what a bot is given, or of what it answers'
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
            cand rename 'Give an account another alias'
            cand bot 'Choose the bot that answers for an account'
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
            cand show 'Print the token of an account, for a script'
            cand exchange 'Exchange a short-lived token on standard input for a long-lived one on standard output'
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
            cand unsubscribe 'End the subscription, or take fields out of it'
            cand status 'Show what the account is subscribed to, and where the app''s deliveries go, as Instagram says'
            cand register 'Tell Meta where the app''s webhook is, in place of the App Dashboard'
            cand verify 'Find out why a captured delivery was refused; exit 10 if it would be'
            cand probe 'Look at the public address as Meta does, with a signed delivery from end to end; exit 10 if it fails'
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
        &'igbot;help;event'= {
            cand list 'List received events, oldest first'
            cand show 'Show all of one event: the element as it came, what was sent for it, and what is left to send'
            cand tail 'Show events as they come, until Ctrl-C'
            cand replay 'Hand events to the bot again, the way a live one goes'
            cand drop 'Take events out of the queue, or off the list of failures; they stay stored'
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
            cand image 'Send a picture, or up to 10 in one message'
            cand video 'Send a film'
            cand audio 'Send a sound'
            cand file 'Send a PDF'
            cand upload 'Upload a file without sending it; its id can be sent with --attachment-id, as often as you like'
            cand sticker 'Send the heart'
            cand post 'Send a post of the account'
            cand template 'Send a generic or button template'
            cand raw 'Send a message in the words of the Send API, for what igbot does not know; also as --raw FILE'
            cand batch 'Send a file of messages, each once, and go on where it was stopped'
            cand reaction 'React to a message, or take the reaction back'
            cand typing 'Show that an answer is being written'
            cand seen 'Show the person''s messages as seen'
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
            cand show 'Show all that is known of one message'
            cand search 'List messages whose text holds these words, oldest first; with --all as they are found, newest first'
            cand export 'Write messages as NDJSON or CSV, oldest first'
            cand purge 'Delete everything of one person for good'
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
            cand list 'List conversations, the one with the latest message first'
            cand show 'Show a conversation, with its messages, oldest first'
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
            cand show 'Show what is set'
            cand set 'Set what a file has; a part that it does not have is left as it is'
            cand clear 'Remove one part, or both'
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
            cand status 'Show how large it is and what it holds'
            cand verify 'Check every page and decrypt every value, while others work'
            cand backup 'Write a copy to a file, while others work'
            cand restore 'Put a backup in the place of the store, which is kept beside it'
            cand rekey 'Move everything to the first of several keys'
            cand prune 'Delete old events and messages, and give their room back'
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
            cand path 'Show where config file, key and store are'
            cand show 'Show the effective settings; for secrets only whether they are set'
            cand set 'Write a setting into the config file; a secret is read from standard input'
            cand unset 'Take a setting out of the config file'
            cand validate 'Check every setting that is set'
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
