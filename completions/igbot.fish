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

complete -c igbot -n "__fish_igbot_needs_command" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_needs_command" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_needs_command" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_needs_command" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_needs_command" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_needs_command" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_needs_command" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_needs_command" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_needs_command" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_needs_command" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_needs_command" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "demo" -d 'See everything work on this machine, without a Meta app'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "sandbox" -d 'Run Instagram in a box on this machine: for tests and first steps, without a Meta app'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "init" -d 'Set igbot up on this machine: settings, encryption key and store'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "login" -d 'Link an account: log in on Instagram\'s page and store a long-lived token'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "unlink" -d 'Forget a linked account and its token'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "account" -d 'Show linked accounts'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "token" -d 'Show how tokens stand'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "refresh-tokens" -d 'Give tokens that end soon another 60 days; made for cron'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "webhook" -d 'Choose which events Instagram delivers for an account'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "serve" -d 'Receive webhooks and let a bot answer'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "event" -d 'Look into the inbox of `serve`'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "send" -d 'Send a direct message to a person who wrote to the account'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "message" -d 'Read the history of received and sent messages'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "man" -d 'Print the manual page, or write all pages into a directory'
complete -c igbot -n "__fish_igbot_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l once -d 'End after the first round trip; exit 0 only if the reply arrived'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand demo" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l bind -d 'Address to listen on, loopback only; port 0 takes a free one' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l callback-url -d 'Where to deliver webhooks, without asking for a handshake first' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l allow-http -d 'Take http redirect URIs on this machine, which Instagram refuses'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l print-env -d 'Print the variables that point igbot at a sandbox on this address and end; with port 0, which only a running sandbox can know, print them and go on'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand sandbox" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand init" -l app-id -d 'Instagram app id, of "Instagram > API setup with Instagram login"' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -l backend-url -d 'Public https address under which `igbot serve` will be reached' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand init" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand init" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand init" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand init" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand init" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand init" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand init" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l redirect-uri -d 'Where Instagram sends the browser back to, exactly as registered' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l scopes -d 'Permissions to ask for, separated by commas' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l alias -d 'What to call the account; its username if left out' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l bot -d 'The bot that answers for it: a [bots.NAME] table of the config file' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand login" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand login" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand login" -l no-browser -d 'Do not open a browser; the address is printed either way'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l force-reauth -d 'Ask for the password even if Instagram\'s page knows a session'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l subscribe -d 'Subscribe the account to webhooks too'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand login" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand login" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l unsubscribe -d 'End its webhook subscription first'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l purge -d 'Delete its stored events and messages too'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s y -l yes -d 'Do not ask'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand unlink" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -f -a "list" -d 'List linked accounts'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -f -a "show" -d 'Show one linked account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and not __fish_seen_subcommand_from list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "list" -d 'List linked accounts'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one linked account'
complete -c igbot -n "__fish_igbot_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -f -a "status" -d 'Show age and expiry of tokens; exit 4 if a login is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and not __fish_seen_subcommand_from status help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l expires-within -d 'Exit 10 if a token ends within this time (7d)' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show age and expiry of tokens; exit 4 if a login is needed'
complete -c igbot -n "__fish_igbot_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l within -d 'Refresh what ends within this time (20d) instead of in its last third' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l force -d 'Refresh every token, due or not'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s n -l dry-run -d 'Show what would be done and ask Instagram nothing'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand refresh-tokens" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -f -a "subscribe" -d 'Subscribe to fields, in addition to those subscribed already'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -f -a "unsubscribe" -d 'End the subscription, or take fields out of it'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -f -a "status" -d 'Show what the account is subscribed to, as Instagram says'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and not __fish_seen_subcommand_from subscribe unsubscribe status help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from subscribe" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from unsubscribe" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "subscribe" -d 'Subscribe to fields, in addition to those subscribed already'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "unsubscribe" -d 'End the subscription, or take fields out of it'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show what the account is subscribed to, as Instagram says'
complete -c igbot -n "__fish_igbot_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l bind -d 'Address to listen on; port 0 takes a free one' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l path -d 'Path of the webhook' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l concurrency -d 'Conversations handled at the same time' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l max-attempts -d 'Attempts before an event is given up' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l handler-timeout -d 'Time limit of the bot for one event' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l drain -d 'After SIGTERM, wait this long for bots to end' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l exec -d 'Run this program for every event; takes the rest of the command line' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l echo -d 'Answer every text with itself'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l no-mark-seen -d 'Do not show messages as seen'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l no-typing -d 'Do not show the typing indicator'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand serve" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'List received events, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand event; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l limit -d 'Show at most this many, the newest' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l since -d 'Show only what is not older than this time (2h, 7d)' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l state -d 'Only events of this state' -r -f -a "pending\t'Waiting for a bot'
running\t'Being handled'
done\t'Handled'
ignored\t'Stored only'
failed\t'Given up'
unknown\t'A reply may or may not have been sent'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l all -d 'Show all'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "list" -d 'List received events, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -f -a "text" -d 'Send a text of at most 1000 bytes'
complete -c igbot -n "__fish_igbot_using_subcommand send; and not __fish_seen_subcommand_from text help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l to -d 'The person, by their Instagram-scoped id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s n -l dry-run -d 'Show the request instead of making it'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from text" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "text" -d 'Send a text of at most 1000 bytes'
complete -c igbot -n "__fish_igbot_using_subcommand send; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'List messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l limit -d 'Show at most this many, the newest' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l since -d 'Show only what is not older than this time (2h, 7d)' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l with -d 'Only messages from and to this person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l all -d 'Show all'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "list" -d 'List messages, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand completions" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand man" -l dir -d 'Write a page for each command here' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -s A -l account -d 'The account meant: alias, username or id' -r
complete -c igbot -n "__fish_igbot_using_subcommand man" -l config -d 'Read settings from this file instead of ~/.config/igbot/config.toml' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -l store -d 'Use this store instead of ~/.local/share/igbot/store.db' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -l env-file -d 'Read settings from a file of NAME=value lines too' -r -F
complete -c igbot -n "__fish_igbot_using_subcommand man" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t'Always'
never\t'Never'"
complete -c igbot -n "__fish_igbot_using_subcommand man" -l timeout -d 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person' -r
complete -c igbot -n "__fish_igbot_using_subcommand man" -l json -d 'Give results and errors as JSON'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s q -l quiet -d 'Say nothing but results and errors'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s v -l verbose -d 'Log more; twice for everything'
complete -c igbot -n "__fish_igbot_using_subcommand man" -l no-input -d 'Never ask; fail where an answer is missing'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c igbot -n "__fish_igbot_using_subcommand man" -s V -l version -d 'Print version'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "demo" -d 'See everything work on this machine, without a Meta app'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "sandbox" -d 'Run Instagram in a box on this machine: for tests and first steps, without a Meta app'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "init" -d 'Set igbot up on this machine: settings, encryption key and store'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "login" -d 'Link an account: log in on Instagram\'s page and store a long-lived token'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "unlink" -d 'Forget a linked account and its token'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "account" -d 'Show linked accounts'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "token" -d 'Show how tokens stand'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "refresh-tokens" -d 'Give tokens that end soon another 60 days; made for cron'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "webhook" -d 'Choose which events Instagram delivers for an account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "serve" -d 'Receive webhooks and let a bot answer'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "event" -d 'Look into the inbox of `serve`'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "send" -d 'Send a direct message to a person who wrote to the account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "message" -d 'Read the history of received and sent messages'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "man" -d 'Print the manual page, or write all pages into a directory'
complete -c igbot -n "__fish_igbot_using_subcommand help; and not __fish_seen_subcommand_from demo sandbox init login unlink account token refresh-tokens webhook serve event send message completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "list" -d 'List linked accounts'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "show" -d 'Show one linked account'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from token" -f -a "status" -d 'Show age and expiry of tokens; exit 4 if a login is needed'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "subscribe" -d 'Subscribe to fields, in addition to those subscribed already'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "unsubscribe" -d 'End the subscription, or take fields out of it'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from webhook" -f -a "status" -d 'Show what the account is subscribed to, as Instagram says'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from event" -f -a "list" -d 'List received events, oldest first'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from send" -f -a "text" -d 'Send a text of at most 1000 bytes'
complete -c igbot -n "__fish_igbot_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "list" -d 'List messages, oldest first'
