# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_igbot_global_optspecs
    string join \n A/account= config= store= env-file= json q/quiet v/verbose color= no-input timeout= h/help V/version
end

function __fish_igbot_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_igbot_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_igbot_using_subcommand
    set -l cmd (__fish_igbot_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c igbot -n "__fish_igbot_needs_command" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_needs_command" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_needs_command" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_needs_command" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_needs_command" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_needs_command" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_needs_command" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_needs_command" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_needs_command" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_needs_command" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_needs_command" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "demo" -d 'Try everything on this machine, without a Meta app'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "sandbox" -d 'Run a local Instagram simulator, for tests and first steps without a Meta app'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "init" -d 'Set up igbot on this machine: settings, encryption key and store'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "login" -d 'Link an account: log in on Instagram\'s page and store a long-lived token'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "link" -d 'Link an account with a token or code from standard input, without a browser'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "unlink" -d 'Unlink an account and delete its token'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "account" -d 'Show and manage linked accounts, their aliases and bots'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "token" -d 'Show token status, print a token, or exchange one'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "refresh-tokens" -d 'Refresh tokens that expire soon, for another 60 days; meant for cron'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "webhook" -d 'Manage and test what Instagram delivers for an account'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "serve" -d 'Receive webhooks and let a bot answer'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "trigger" -d 'Deliver a synthetic event to a receiver, signed as Instagram would'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "try" -d 'Ask a bot what it would answer, and send nothing'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "event" -d 'Show and manage the inbox of `serve`'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "send" -d 'Send a direct message to a person who wrote to the account'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "message" -d 'Show, search, export and purge received and sent messages'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "conversation" -d 'Show conversations and their messaging windows'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "reconcile" -d 'Compare the history with Instagram\'s conversations, and import what is missing'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "profile" -d 'Show the profile of a person who wrote to the account'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "profile-menu" -d 'Show, set and clear an account\'s ice breakers and persistent menu'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "api" -d 'Call Instagram\'s API as the account, for anything igbot has no command for'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "limits" -d 'Show rate-limit usage per account, and when calls are possible again'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "doctor" -d 'Check the setup, and show a fix for each problem'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "store" -d 'Maintain the database and its key'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "config" -d 'Show settings and edit the config file'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "completions" -d 'Print the completion script for a shell'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "man" -d 'Print the manual page, or write all pages to a directory'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "schema" -d 'Print a JSON Schema: of a bot\'s input or output, or of what a command prints with --json'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l once -d 'Exit after the first round trip; exit 0 only if the reply arrived'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l bind -d 'Address to listen on, loopback only; port 0 picks a free one' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l callback-url -d 'Where to deliver webhooks, without a handshake first' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l allow-http -d 'Accept http redirect URIs on this machine (Instagram refuses them)'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l print-env -d 'Print the variables that point igbot at a sandbox on this address, and exit; with port 0, print them and keep running, as the port is known only then'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand init" -l app-id -d 'Instagram app id, from "Instagram > API setup with Instagram login"' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -l backend-url -d 'Public https address of `igbot serve`' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand init" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand init" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand init" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand init" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand init" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l redirect-uri -d 'Address Instagram redirects the browser to, exactly as registered' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l complete -d 'Finish a login started with --print-url, given the address the browser landed on; `-` reads it from standard input' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l scopes -d 'Permissions to request, separated by commas' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l tls-cert -d 'Certificate chain for an https://localhost:PORT redirect URI (PEM); by default one is created for this login, which browsers do not trust' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l tls-key -d 'Private key of the certificate (PEM)' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l alias -d 'Alias for the account [default: its username]' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l bot -d 'Bot that answers for it: a [bots.NAME] table in the config file' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand login" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l no-browser -d 'Do not open a browser; the address is printed either way'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l print-url -d 'Print the address and exit; --complete finishes the login'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l force-reauth -d 'Ask for the password even if the browser is logged in to Instagram'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l subscribe -d 'Also subscribe the account to webhooks'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand link" -l redirect-uri -d 'Redirect URI the code was issued for' -r
complete -c igbot -n "__fish_igbot_using_subcommand link" -l alias -d 'Alias for the account [default: its username]' -r
complete -c igbot -n "__fish_igbot_using_subcommand link" -l bot -d 'Bot that answers for it: a [bots.NAME] table in the config file' -r
complete -c igbot -n "__fish_igbot_using_subcommand link" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand link" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand link" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand link" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand link" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand link" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand link" -l token-stdin -d 'Read an access token, such as one from "Generate token" in the App Dashboard; a short-lived one is exchanged, a long-lived one is checked'
complete -c igbot -n "__fish_igbot_using_subcommand link" -l code-stdin -d 'Read the code from the consent page, or the full address that contains it'
complete -c igbot -n "__fish_igbot_using_subcommand link" -l subscribe -d 'Also subscribe the account to webhooks'
complete -c igbot -n "__fish_igbot_using_subcommand link" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand link" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand link" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand link" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand link" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand link" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l unsubscribe -d 'Cancel its webhook subscription first'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l purge -d 'Also delete its stored events and messages'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s y -l yes -d 'Skip the confirmation prompt'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s n -l dry-run -d 'Show what would be done, and change nothing'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -f -a "list" -d 'List linked accounts'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -f -a "show" -d 'Show one linked account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -f -a "use" -d 'Set the default account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -f -a "rename" -d 'Change the alias of an account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -f -a "bot" -d 'Set the bot that answers for an account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show use rename bot help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from use" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from rename" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l none -d 'Go back to the program of `igbot serve --exec`'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from bot" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "list" -d 'List linked accounts'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one linked account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "use" -d 'Set the default account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Change the alias of an account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "bot" -d 'Set the bot that answers for an account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -f -a "status" -d 'Show age and expiry of tokens; exit 4 if a login is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -f -a "show" -d 'Print the token of an account, for scripts'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -f -a "exchange" -d 'Exchange a short-lived token from standard input for a long-lived one on standard output'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status show exchange help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l expires-within -d 'Exit 10 if a token expires within this time (7d)' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l online -d 'Ask Instagram whether it still accepts them'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from exchange" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show age and expiry of tokens; exit 4 if a login is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "show" -d 'Print the token of an account, for scripts'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "exchange" -d 'Exchange a short-lived token from standard input for a long-lived one on standard output'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l within -d 'Refresh tokens that expire within this time (20d) instead of in the last third of their life' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l jobs -d 'Accounts to process in parallel' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l jitter -d 'First wait a random part of this time (30m), so that not all machines run at once' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l lock-wait -d 'Wait up to this long for another run to finish (5m) instead of exiting' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l metrics-file -d 'Write metrics of the run for node_exporter\'s textfile collector' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l on-refresh -d 'Run this command for each account with a new token' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l on-login-needed -d 'Run this command for each account that needs a login' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l force -d 'Refresh every token, due or not'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s n -l dry-run -d 'Show what would be done, without calling Instagram'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -f -a "subscribe" -d 'Subscribe to fields, in addition to those subscribed already'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -f -a "unsubscribe" -d 'Cancel the subscription, or remove fields from it'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -f -a "status" -d 'Show what Instagram says the account is subscribed to, and where the app\'s deliveries go'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -f -a "register" -d 'Register the app\'s webhook with Meta, in place of the App Dashboard'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -f -a "verify" -d 'Find out why a captured delivery was refused; exit 10 if it would be'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -f -a "probe" -d 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status register verify probe help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l url -d 'Public address [default: BACKEND_URL]; /webhook is added if it has no path' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l fields -d 'Fields, separated by commas [default: the usual ones]' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from register" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l body -d 'File with the body, byte for byte as received; `-` reads standard input' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l signature -d 'Value of its header X-Hub-Signature-256, or of X-Hub-Signature if that is missing' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l url -d 'Public address [default: BACKEND_URL]; /webhook is added if it has no path' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from probe" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "subscribe" -d 'Subscribe to fields, in addition to those subscribed already'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "unsubscribe" -d 'Cancel the subscription, or remove fields from it'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show what Instagram says the account is subscribed to, and where the app\'s deliveries go'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "register" -d 'Register the app\'s webhook with Meta, in place of the App Dashboard'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Find out why a captured delivery was refused; exit 10 if it would be'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "probe" -d 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l bind -d 'Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080, or the socket passed by systemd]' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l unix -d 'Listen on this Unix socket instead, for a proxy on this machine; its owner and group may connect' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l tls-cert -d 'Serve TLS with this certificate chain (PEM); SIGHUP reloads it' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l tls-key -d 'Private key of --tls-cert (PEM)' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l tls-client-ca -d 'Accept only clients with a certificate from these authorities (PEM)' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l tls-client-name -d 'Name that a client certificate must contain' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l admin -d 'Loopback address that serves /healthz, /readyz and /metrics' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l path -d 'Path of the webhook' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l concurrency -d 'Conversations handled in parallel' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l max-attempts -d 'Attempts before giving up on an event' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l drain -d 'After SIGTERM, wait this long for bots to finish' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l handler-timeout -d 'Time limit for the bot per event' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l forward-to -d 'Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot\'s answer' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l pass-env -d 'Also pass this environment variable to the program of --exec, such as an API key; can be repeated' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l also -d 'Ask the bot about this kind of event too: comment, live_comment or referral; its answer to a comment is sent privately to who wrote it' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l exec -d 'Run this program for every message and tap; takes the rest of the command line' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l no-mark-seen -d 'Do not mark messages as seen'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l no-typing -d 'Do not show the typing indicator'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l echo -d 'Answer every text with the same text'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l file -d 'Deliver this file byte for byte; `-` reads standard input' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l to -d 'Receiver to deliver to' -r
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l set -d 'Set a value in the event, like message.text=Hello' -r
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l count -d 'Deliver this many, each with its own message id' -r
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l rate -d 'Deliver at most this many per second' -r
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l duplicate -d 'Deliver each twice, as Instagram sometimes does'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l bad-signature -d 'Send a signature that does not match the body'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l print -d 'Print the body instead of delivering it'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand trigger" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand try" -l event -d 'Ask about this event of the inbox, a number from `event list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l kind -d 'Ask about a synthetic event of this kind, as `igbot trigger` delivers it' -r -f -a "text\t''
quick-reply\t''
image\t''
video\t''
audio\t''
file\t''
images\t''
share\t''
ig-post\t''
ig-reel\t''
ig-story\t''
story-mention\t''
template\t''
sticker\t''
fallback\t''
unsupported-attachment\t''
ephemeral\t''
story-reply\t''
reply\t''
ad\t''
deleted\t''
unsupported\t''
echo\t''
self\t''
edit\t''
edit-new\t''
reaction\t''
unreaction\t''
postback\t''
referral\t''
read\t''
read-watermark\t''
optin\t''
pass-thread\t''
take-thread\t''
request-thread\t''
policy-enforcement\t''
app-roles\t''
delivery\t''
standby\t''
comment\t''
live-comment\t''
mention\t''
story-insights\t''
test\t''
changed-fields\t''"
complete -c igbot -n "__fish_igbot_using_subcommand try" -l set -d 'Set a value in a synthetic event, like postback.payload=HOURS' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l handler-timeout -d 'Time limit for the bot per event' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l forward-to -d 'Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot\'s answer' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l pass-env -d 'Also pass this environment variable to the program of --exec, such as an API key; can be repeated' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l also -d 'Ask the bot about this kind of event too: comment, live_comment or referral; its answer to a comment is sent privately to who wrote it' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l exec -d 'Run this program for every message and tap; takes the rest of the command line' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand try" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand try" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand try" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand try" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand try" -l input -d 'Print what the bot reads on standard input, and ask nobody'
complete -c igbot -n "__fish_igbot_using_subcommand try" -l echo -d 'Answer every text with the same text'
complete -c igbot -n "__fish_igbot_using_subcommand try" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand try" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand try" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand try" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand try" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand try" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -f -a "list" -d 'List received events, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -f -a "show" -d 'Show one event: as received, what was sent for it, and what is left to send'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -f -a "tail" -d 'Show events as they arrive, until Ctrl-C or --timeout'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -f -a "replay" -d 'Send events to the bot again as if they had just arrived'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -f -a "drop" -d 'Remove events from the queue or the failure list; they stay stored'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list show tail replay drop help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l limit -d 'Show only the newest N entries' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l since -d 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l state -d 'Only events in this state' -r -f -a "pending\t'Waiting for a bot'
running\t'Being handled'
done\t'Handled'
ignored\t'Stored only'
failed\t'Given up'
unknown\t'A reply may or may not have been sent'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l kind -d 'Only events of this kind' -r -f -a "message\t''
message_deleted\t''
message_edit\t''
reaction\t''
postback\t''
referral\t''
read\t''
optin\t''
pass_thread_control\t''
take_thread_control\t''
request_thread_control\t''
app_roles\t''
delivery\t''
policy_enforcement\t''
comment\t''
live_comment\t''
mention\t''
story_insights\t''
changed_fields\t''
unknown\t''"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l from -d 'Only events caused by this person: an id or @username' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l all -d 'Show all entries'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l state -d 'Only events that enter this state' -r -f -a "pending\t'Waiting for a bot'
running\t'Being handled'
done\t'Handled'
ignored\t'Stored only'
failed\t'Given up'
unknown\t'A reply may or may not have been sent'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from tail" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l state -d 'All in this state; with --account, only those of the account' -r -f -a "pending\t'Waiting for a bot'
running\t'Being handled'
done\t'Handled'
ignored\t'Stored only'
failed\t'Given up'
unknown\t'A reply may or may not have been sent'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l again -d 'Include events to which a reply was sent, or perhaps was'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l rest -d 'Send only what is left of an answer, without the message that was perhaps sent'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from replay" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l state -d 'All in this state; with --account, only those of the account' -r -f -a "pending\t'Waiting for a bot'
running\t'Being handled'
done\t'Handled'
ignored\t'Stored only'
failed\t'Given up'
unknown\t'A reply may or may not have been sent'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from drop" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "list" -d 'List received events, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one event: as received, what was sent for it, and what is left to send'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Show events as they arrive, until Ctrl-C or --timeout'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "replay" -d 'Send events to the bot again as if they had just arrived'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "drop" -d 'Remove events from the queue or the failure list; they stay stored'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "text" -d 'Send a text of at most 1000 bytes'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "image" -d 'Send an image, or up to 10 in one message'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "video" -d 'Send a video'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "audio" -d 'Send an audio file'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "file" -d 'Send a PDF'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "upload" -d 'Upload a file without sending it; send it any number of times with --attachment-id'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "sticker" -d 'Send the heart sticker'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "post" -d 'Send a post of the account'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "template" -d 'Send a generic or button template'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "raw" -d 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "batch" -d 'Send a file of messages, each once; can be stopped and resumed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "reaction" -d 'React to a message, or remove the reaction'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "typing" -d 'Show the typing indicator'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "seen" -d 'Mark the person\'s messages as seen'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text image video audio file upload sticker post template raw batch reaction typing seen help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l quick-reply -d 'Offer this quick reply under the text; up to 13, each of at most 20 characters' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l attachment-id -d 'Send an image that was uploaded before' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l upload -d 'Upload a local image and send it: png, jpeg or gif, up to 8 MB' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from image" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l attachment-id -d 'Send a file that was uploaded before' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l upload -d 'Upload a local file and send it, up to 25 MB' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from video" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l attachment-id -d 'Send a file that was uploaded before' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l upload -d 'Upload a local file and send it, up to 25 MB' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from audio" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l attachment-id -d 'Send a file that was uploaded before' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l upload -d 'Upload a local file and send it, up to 25 MB' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from file" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l as -d 'Media kind, if the file is ambiguous (an mp4 can be video or audio)' -r -f -a "image\t'An image'
video\t'A video'
audio\t'An audio file'
file\t'A PDF'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from upload" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from sticker" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from post" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from template" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l reply-to -d 'Send it as a reply to this message: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l window -d 'What to do if the person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l dedupe-key -d 'Send at most once under this key; repeating the command reports the first outcome' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l human-agent -d 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from raw" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l resume -d 'Resume a batch that was stopped or killed; rows that were in flight are not repeated' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l cancel -d 'Cancel the waiting rows of a batch that was stopped or killed, and free their keys' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l template -d 'Template for the text of each message, with the fields of the row as {{ name }}; `quick_replies`, `reply_to` and `human_agent` still apply' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l rate -d 'Maximum rate: 20/s, 300/m, 700/h. Never faster than Instagram allows, except in a sandbox' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l jobs -d 'Parallel calls; if igbot is killed, about this many rows end up unknown' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l max-failures -d 'Stop once this many rows were not sent' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l report -d 'Write the result of every row to this file (.csv or .ndjson)' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l window -d 'What to do if a person has not written for 24 hours' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l list -d 'List the unfinished batches of all accounts, also those that are being sent'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l again -d 'Send even if a batch of the same file or rows is unfinished or running, and ask nothing'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -s n -l dry-run -d 'Check every row, but for what was sent under its `dedupe_key`, and show the first request; store and send nothing'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from batch" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l message -d 'Message to react to: its id, or its number in `message list`' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l window -d 'What to do if the person has not written for 24 hours; a reaction is removed at any time' -r -f -a "enforce\t'Do not send, going by the messages in the store'
warn\t'Send, with a warning'
off\t'Do not check'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l remove -d 'Remove the reaction'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from reaction" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l off -d 'Hide it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from typing" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l to -d 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from seen" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "text" -d 'Send a text of at most 1000 bytes'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "image" -d 'Send an image, or up to 10 in one message'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "video" -d 'Send a video'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "audio" -d 'Send an audio file'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "file" -d 'Send a PDF'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "upload" -d 'Upload a file without sending it; send it any number of times with --attachment-id'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "sticker" -d 'Send the heart sticker'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "post" -d 'Send a post of the account'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "template" -d 'Send a generic or button template'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "raw" -d 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "batch" -d 'Send a file of messages, each once; can be stopped and resumed'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "reaction" -d 'React to a message, or remove the reaction'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "typing" -d 'Show the typing indicator'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "seen" -d 'Mark the person\'s messages as seen'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -f -a "list" -d 'List messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -f -a "show" -d 'Show everything about one message'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -f -a "search" -d 'List messages whose text contains these words, oldest first; with --all as they are found, newest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -f -a "export" -d 'Export messages as NDJSON or CSV, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -f -a "purge" -d 'Permanently delete everything about one person'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list show search export purge help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l limit -d 'Show only the newest N entries' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l since -d 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l with -d 'Only messages from and to this person: an id or @username' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l kind -d 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …' -r -f -a "message\t''
postback\t''
text\t''
image\t''
video\t''
audio\t''
file\t''
sticker\t''
post\t''
template\t''
reaction\t''
raw\t''"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l direction -d 'Only received, or only sent' -r -f -a "received\t'By the person'
sent\t'By the account'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l state -d 'Only messages in this state' -r -f -a "received\t''
imported\t''
deleted\t''
sending\t''
sent\t''
refused\t''
unknown\t''"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l all -d 'Show all entries'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l raw -d 'Include the JSON as received or sent'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l limit -d 'Show only the newest N entries' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l since -d 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l with -d 'Only messages from and to this person: an id or @username' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l kind -d 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …' -r -f -a "message\t''
postback\t''
text\t''
image\t''
video\t''
audio\t''
file\t''
sticker\t''
post\t''
template\t''
reaction\t''
raw\t''"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l direction -d 'Only received, or only sent' -r -f -a "received\t'By the person'
sent\t'By the account'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l state -d 'Only messages in this state' -r -f -a "received\t''
imported\t''
deleted\t''
sending\t''
sent\t''
refused\t''
unknown\t''"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l all -d 'Show all entries'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from search" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l format -d 'Format; by default from the file extension, otherwise ndjson' -r -f -a "ndjson\t'One JSON object per line'
csv\t'CSV for spreadsheets, with formulas escaped'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -s o -l output -d 'Write to this file (mode 0600) instead of standard output (`-`); the file appears once it is complete' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l since -d 'Only messages newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l with -d 'Only messages from and to this person: an id or @username' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l kind -d 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …' -r -f -a "message\t''
postback\t''
text\t''
image\t''
video\t''
audio\t''
file\t''
sticker\t''
post\t''
template\t''
reaction\t''
raw\t''"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l direction -d 'Only received, or only sent' -r -f -a "received\t'By the person'
sent\t'By the account'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l state -d 'Only messages in this state' -r -f -a "received\t''
imported\t''
deleted\t''
sending\t''
sent\t''
refused\t''
unknown\t''"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l with -d 'Person: an id or @username' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -s n -l dry-run -d 'Only count what would be deleted'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -s y -l yes -d 'Skip the confirmation prompt'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from purge" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "list" -d 'List messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show everything about one message'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "search" -d 'List messages whose text contains these words, oldest first; with --all as they are found, newest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "export" -d 'Export messages as NDJSON or CSV, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "purge" -d 'Permanently delete everything about one person'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -f -a "list" -d 'List conversations, latest message first'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -f -a "show" -d 'Show a conversation and its messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and not __fish_seen_subcommand_from list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l limit -d 'Show only the newest N entries' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l since -d 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l all -d 'Show all entries'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l open -d 'Only those whose messaging window is open, or may be'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l unanswered -d 'Only those in which the person has written last'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l remote -d 'Read the list from Instagram, and learn usernames'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l limit -d 'Show only the newest N entries' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l since -d 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l all -d 'Show all entries'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l remote -d 'Read it from Instagram (text of the 20 newest messages only)'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from help" -f -a "list" -d 'List conversations, latest message first'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a conversation and its messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand conversation; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l since -d 'How far back to compare (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)' -r
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l fix -d 'Import what is missing, and settle sends of unknown outcome that have arrived'
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand reconcile" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand profile" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l picture -d 'Also show the address of their picture; anyone who has it can see the picture for some days'
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand profile" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand profile" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand profile" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand profile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand profile" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -f -a "show" -d 'Show what is currently set'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -f -a "set" -d 'Set the parts in a file; a part it does not have stays unchanged'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -f -a "clear" -d 'Remove one part or both'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and not __fish_seen_subcommand_from show set clear help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -s n -l dry-run -d 'Show the requests instead of sending them'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from clear" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what is currently set'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set the parts in a file; a part it does not have stays unchanged'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from help" -f -a "clear" -d 'Remove one part or both'
complete -c igbot -n "__fish_igbot_using_subcommand profile-menu; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand api" -s f -l field -d 'Parameter: in the address, or in the form body of a POST without --input' -r
complete -c igbot -n "__fish_igbot_using_subcommand api" -l input -d 'JSON file to send as the body; `-` reads standard input' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand api" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand api" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand api" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand api" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand api" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand api" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand api" -l paginate -d 'Fetch all pages of a list and print one element per line'
complete -c igbot -n "__fish_igbot_using_subcommand api" -s n -l dry-run -d 'Show the request instead of sending it'
complete -c igbot -n "__fish_igbot_using_subcommand api" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand api" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand api" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand api" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand api" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand api" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand limits" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand limits" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand limits" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand limits" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand limits" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand limits" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand limits" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand limits" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand limits" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand limits" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand limits" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand limits" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l public-url -d 'Test this public address of `igbot serve` as Meta would' -r
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l online -d 'Also ask Instagram'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l strict -d 'Also exit 10 for warnings'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -f -a "status" -d 'Show size and contents'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -f -a "verify" -d 'Check every page and decrypt every value; works while igbot runs'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -f -a "backup" -d 'Write a copy to a file; works while igbot runs'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -f -a "restore" -d 'Replace the store with a backup; the old store is kept beside it'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -f -a "rekey" -d 'Re-encrypt everything with the first of several keys'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -f -a "prune" -d 'Delete old events and messages, and shrink the store'
complete -c igbot -n "__fish_igbot_using_subcommand store; and not __fish_seen_subcommand_from status verify backup restore rekey prune help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l force -d 'Overwrite the file if it exists'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from backup" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -s y -l yes -d 'Skip the confirmation prompt'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -s n -l dry-run -d 'Only count what would be re-encrypted'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from rekey" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l older-than -d 'Delete entries older than this, at least 7d' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -s n -l dry-run -d 'Only count what would be deleted'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from prune" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show size and contents'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check every page and decrypt every value; works while igbot runs'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "backup" -d 'Write a copy to a file; works while igbot runs'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Replace the store with a backup; the old store is kept beside it'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "rekey" -d 'Re-encrypt everything with the first of several keys'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Delete old events and messages, and shrink the store'
complete -c igbot -n "__fish_igbot_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -f -a "path" -d 'Show the paths of the config file, key and store'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -f -a "show" -d 'Show the effective settings; for secrets only whether they are set'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -f -a "set" -d 'Set a setting in the config file; secrets are read from standard input'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -f -a "unset" -d 'Remove a setting from the config file'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -f -a "validate" -d 'Check all settings that are set'
complete -c igbot -n "__fish_igbot_using_subcommand config; and not __fish_seen_subcommand_from path show set unset validate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from path" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l origins -d 'Show where each value comes from'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from unset" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from validate" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Show the paths of the config file, key and store'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the effective settings; for secrets only whether they are set'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set a setting in the config file; secrets are read from standard input'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "unset" -d 'Remove a setting from the config file'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "validate" -d 'Check all settings that are set'
complete -c igbot -n "__fish_igbot_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand man" -l dir -d 'Write one page per command to this directory' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand man" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand man" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand man" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand man" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand schema" -s A -l account -d 'Account to use: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand schema" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand schema" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand schema" -l env-file -d 'Also read settings from this file of NAME=value lines' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand schema" -l color -d 'When to use colors' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand schema" -l timeout -d 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand schema" -l json -d 'Print results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand schema" -s q -l quiet -d 'Print only results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand schema" -s v -l verbose -d 'Log more; -vv logs everything'
complete -c igbot -n "__fish_igbot_using_subcommand schema" -l no-input -d 'Never prompt; fail if input is needed'
complete -c igbot -n "__fish_igbot_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand schema" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "demo" -d 'Try everything on this machine, without a Meta app'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "sandbox" -d 'Run a local Instagram simulator, for tests and first steps without a Meta app'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "init" -d 'Set up igbot on this machine: settings, encryption key and store'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "login" -d 'Link an account: log in on Instagram\'s page and store a long-lived token'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "link" -d 'Link an account with a token or code from standard input, without a browser'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "unlink" -d 'Unlink an account and delete its token'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "account" -d 'Show and manage linked accounts, their aliases and bots'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "token" -d 'Show token status, print a token, or exchange one'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "refresh-tokens" -d 'Refresh tokens that expire soon, for another 60 days; meant for cron'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "webhook" -d 'Manage and test what Instagram delivers for an account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "serve" -d 'Receive webhooks and let a bot answer'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "trigger" -d 'Deliver a synthetic event to a receiver, signed as Instagram would'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "try" -d 'Ask a bot what it would answer, and send nothing'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "event" -d 'Show and manage the inbox of `serve`'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "send" -d 'Send a direct message to a person who wrote to the account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "message" -d 'Show, search, export and purge received and sent messages'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "conversation" -d 'Show conversations and their messaging windows'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "reconcile" -d 'Compare the history with Instagram\'s conversations, and import what is missing'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "profile" -d 'Show the profile of a person who wrote to the account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "profile-menu" -d 'Show, set and clear an account\'s ice breakers and persistent menu'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "api" -d 'Call Instagram\'s API as the account, for anything igbot has no command for'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "limits" -d 'Show rate-limit usage per account, and when calls are possible again'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "doctor" -d 'Check the setup, and show a fix for each problem'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "store" -d 'Maintain the database and its key'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "config" -d 'Show settings and edit the config file'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "completions" -d 'Print the completion script for a shell'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "man" -d 'Print the manual page, or write all pages to a directory'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "schema" -d 'Print a JSON Schema: of a bot\'s input or output, or of what a command prints with --json'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login link unlink account token refresh-tokens webhook serve trigger try event send message conversation reconcile profile profile-menu api limits doctor store config completions man schema help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "list" -d 'List linked accounts'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "show" -d 'Show one linked account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "use" -d 'Set the default account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "rename" -d 'Change the alias of an account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "bot" -d 'Set the bot that answers for an account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "status" -d 'Show age and expiry of tokens; exit 4 if a login is needed'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "show" -d 'Print the token of an account, for scripts'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "exchange" -d 'Exchange a short-lived token from standard input for a long-lived one on standard output'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "subscribe" -d 'Subscribe to fields, in addition to those subscribed already'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "unsubscribe" -d 'Cancel the subscription, or remove fields from it'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "status" -d 'Show what Instagram says the account is subscribed to, and where the app\'s deliveries go'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "register" -d 'Register the app\'s webhook with Meta, in place of the App Dashboard'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "verify" -d 'Find out why a captured delivery was refused; exit 10 if it would be'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "probe" -d 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from event" -f -a "list" -d 'List received events, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from event" -f -a "show" -d 'Show one event: as received, what was sent for it, and what is left to send'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from event" -f -a "tail" -d 'Show events as they arrive, until Ctrl-C or --timeout'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from event" -f -a "replay" -d 'Send events to the bot again as if they had just arrived'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from event" -f -a "drop" -d 'Remove events from the queue or the failure list; they stay stored'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "text" -d 'Send a text of at most 1000 bytes'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "image" -d 'Send an image, or up to 10 in one message'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "video" -d 'Send a video'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "audio" -d 'Send an audio file'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "file" -d 'Send a PDF'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "upload" -d 'Upload a file without sending it; send it any number of times with --attachment-id'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "sticker" -d 'Send the heart sticker'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "post" -d 'Send a post of the account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "template" -d 'Send a generic or button template'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "raw" -d 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "batch" -d 'Send a file of messages, each once; can be stopped and resumed'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "reaction" -d 'React to a message, or remove the reaction'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "typing" -d 'Show the typing indicator'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "seen" -d 'Mark the person\'s messages as seen'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "list" -d 'List messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "show" -d 'Show everything about one message'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "search" -d 'List messages whose text contains these words, oldest first; with --all as they are found, newest first'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "export" -d 'Export messages as NDJSON or CSV, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "purge" -d 'Permanently delete everything about one person'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from conversation" -f -a "list" -d 'List conversations, latest message first'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from conversation" -f -a "show" -d 'Show a conversation and its messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from profile-menu" -f -a "show" -d 'Show what is currently set'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from profile-menu" -f -a "set" -d 'Set the parts in a file; a part it does not have stays unchanged'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from profile-menu" -f -a "clear" -d 'Remove one part or both'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "status" -d 'Show size and contents'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "verify" -d 'Check every page and decrypt every value; works while igbot runs'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "backup" -d 'Write a copy to a file; works while igbot runs'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "restore" -d 'Replace the store with a backup; the old store is kept beside it'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "rekey" -d 'Re-encrypt everything with the first of several keys'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "prune" -d 'Delete old events and messages, and shrink the store'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Show the paths of the config file, key and store'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "show" -d 'Show the effective settings; for secrets only whether they are set'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "set" -d 'Set a setting in the config file; secrets are read from standard input'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "unset" -d 'Remove a setting from the config file'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "validate" -d 'Check all settings that are set'
