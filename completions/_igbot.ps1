
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'igbot' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'igbot'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'igbot' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See everything work on this machine, without a Meta app')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run Instagram in a box on this machine: for tests and first steps, without a Meta app')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set igbot up on this machine: settings, encryption key and store')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Link an account: log in on Instagram''s page and store a long-lived token')
            [CompletionResult]::new('link', 'link', [CompletionResultType]::ParameterValue, 'Link an account from a token or a code on standard input, without a browser here')
            [CompletionResult]::new('unlink', 'unlink', [CompletionResultType]::ParameterValue, 'Forget a linked account and its token')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Show linked accounts, and how they are called and answered')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Show how tokens stand, hand one to a script, exchange one')
            [CompletionResult]::new('refresh-tokens', 'refresh-tokens', [CompletionResultType]::ParameterValue, 'Extend tokens that expire soon by 60 days; meant for cron')
            [CompletionResult]::new('webhook', 'webhook', [CompletionResultType]::ParameterValue, 'Choose which events Instagram delivers for an account')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Receive webhooks and let a bot answer')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Deliver a made-up event to a receiver, signed as Instagram would')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'Look into the inbox of `serve`')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send a direct message to a person who wrote to the account')
            [CompletionResult]::new('message', 'message', [CompletionResultType]::ParameterValue, 'Read the history of received and sent messages, and forget people')
            [CompletionResult]::new('conversation', 'conversation', [CompletionResultType]::ParameterValue, 'Look at conversations and their messaging windows')
            [CompletionResult]::new('reconcile', 'reconcile', [CompletionResultType]::ParameterValue, 'Compare the history with Instagram''s own conversations, and take in what is missing')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Show the profile of a person who wrote to the account')
            [CompletionResult]::new('profile-menu', 'profile-menu', [CompletionResultType]::ParameterValue, 'Show, set and clear the ice breakers and the persistent menu of an account')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call Instagram''s API as the account, for what igbot has no command for')
            [CompletionResult]::new('limits', 'limits', [CompletionResultType]::ParameterValue, 'Show how accounts stand with Instagram''s limits, and when there is room again')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Find out what is wrong, each finding with its fix')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Look after the database and its key')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Look at settings and change the config file')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write all pages into a directory')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of what a bot is given, or of what it answers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;demo' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'End after the first round trip; exit 0 only if the reply arrived')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;sandbox' {
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Address to listen on, loopback only; port 0 takes a free one')
            [CompletionResult]::new('--callback-url', '--callback-url', [CompletionResultType]::ParameterName, 'Where to deliver webhooks, without asking for a handshake first')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Take http redirect URIs on this machine, which Instagram refuses')
            [CompletionResult]::new('--print-env', '--print-env', [CompletionResultType]::ParameterName, 'Print the variables that point igbot at a sandbox on this address and end; with port 0, which only a running sandbox can know, print them and go on')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;init' {
            [CompletionResult]::new('--app-id', '--app-id', [CompletionResultType]::ParameterName, 'Instagram app id, of "Instagram > API setup with Instagram login"')
            [CompletionResult]::new('--backend-url', '--backend-url', [CompletionResultType]::ParameterName, 'Public https address under which `igbot serve` will be reached')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;login' {
            [CompletionResult]::new('--redirect-uri', '--redirect-uri', [CompletionResultType]::ParameterName, 'Where Instagram sends the browser back to, exactly as registered')
            [CompletionResult]::new('--complete', '--complete', [CompletionResultType]::ParameterName, 'End a login that --print-url began, with the address the browser landed on; - reads it from standard input')
            [CompletionResult]::new('--scopes', '--scopes', [CompletionResultType]::ParameterName, 'Permissions to ask for, separated by commas')
            [CompletionResult]::new('--tls-cert', '--tls-cert', [CompletionResultType]::ParameterName, 'Certificate chain for a https://localhost:PORT redirect URI (PEM); made for this login, and distrusted by browsers, if left out')
            [CompletionResult]::new('--tls-key', '--tls-key', [CompletionResultType]::ParameterName, 'Private key of the certificate (PEM)')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'What to call the account; its username if left out')
            [CompletionResult]::new('--bot', '--bot', [CompletionResultType]::ParameterName, 'The bot that answers for it: a [bots.NAME] table of the config file')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Do not open a browser; the address is printed either way')
            [CompletionResult]::new('--print-url', '--print-url', [CompletionResultType]::ParameterName, 'Print the address and end; --complete does the rest')
            [CompletionResult]::new('--force-reauth', '--force-reauth', [CompletionResultType]::ParameterName, 'Ask for the password even if Instagram''s page knows a session')
            [CompletionResult]::new('--subscribe', '--subscribe', [CompletionResultType]::ParameterName, 'Subscribe the account to webhooks too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;link' {
            [CompletionResult]::new('--redirect-uri', '--redirect-uri', [CompletionResultType]::ParameterName, 'The redirect URI the code was made for')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'What to call the account; its username if left out')
            [CompletionResult]::new('--bot', '--bot', [CompletionResultType]::ParameterName, 'The bot that answers for it: a [bots.NAME] table of the config file')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--token-stdin', '--token-stdin', [CompletionResultType]::ParameterName, 'Read an access token, such as the App Dashboard''s "Generate token" makes; a short-lived one is exchanged, a long-lived one is checked')
            [CompletionResult]::new('--code-stdin', '--code-stdin', [CompletionResultType]::ParameterName, 'Read the code of a consent page, or the whole address it was in')
            [CompletionResult]::new('--subscribe', '--subscribe', [CompletionResultType]::ParameterName, 'Subscribe the account to webhooks too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;unlink' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--unsubscribe', '--unsubscribe', [CompletionResultType]::ParameterName, 'End its webhook subscription first')
            [CompletionResult]::new('--purge', '--purge', [CompletionResultType]::ParameterName, 'Delete its stored events and messages too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be forgotten, and change nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be forgotten, and change nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;account' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List linked accounts')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one linked account')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Set the default account')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give an account another alias')
            [CompletionResult]::new('bot', 'bot', [CompletionResultType]::ParameterValue, 'Choose the bot that answers for an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;account;list' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;account;show' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;account;use' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;account;rename' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;account;bot' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--none', '--none', [CompletionResultType]::ParameterName, 'Let the program of `igbot serve --exec` answer again')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;account;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List linked accounts')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one linked account')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Set the default account')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give an account another alias')
            [CompletionResult]::new('bot', 'bot', [CompletionResultType]::ParameterValue, 'Choose the bot that answers for an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;account;help;list' {
            break
        }
        'igbot;account;help;show' {
            break
        }
        'igbot;account;help;use' {
            break
        }
        'igbot;account;help;rename' {
            break
        }
        'igbot;account;help;bot' {
            break
        }
        'igbot;account;help;help' {
            break
        }
        'igbot;token' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show age and expiry of tokens; exit 4 if a login is needed')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the token of an account, for a script')
            [CompletionResult]::new('exchange', 'exchange', [CompletionResultType]::ParameterValue, 'Exchange a short-lived token on standard input for a long-lived one on standard output')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;token;status' {
            [CompletionResult]::new('--expires-within', '--expires-within', [CompletionResultType]::ParameterName, 'Exit 10 if a token ends within this time (7d)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--online', '--online', [CompletionResultType]::ParameterName, 'Ask Instagram whether it still takes them')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;token;show' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;token;exchange' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;token;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show age and expiry of tokens; exit 4 if a login is needed')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the token of an account, for a script')
            [CompletionResult]::new('exchange', 'exchange', [CompletionResultType]::ParameterValue, 'Exchange a short-lived token on standard input for a long-lived one on standard output')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;token;help;status' {
            break
        }
        'igbot;token;help;show' {
            break
        }
        'igbot;token;help;exchange' {
            break
        }
        'igbot;token;help;help' {
            break
        }
        'igbot;refresh-tokens' {
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'Refresh what ends within this time (20d) instead of in its last third')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'Accounts to process at once')
            [CompletionResult]::new('--jitter', '--jitter', [CompletionResultType]::ParameterName, 'Wait a random part of this time first (30m), so that not all machines come at once')
            [CompletionResult]::new('--lock-wait', '--lock-wait', [CompletionResultType]::ParameterName, 'Wait this long for another run to end (5m) instead of leaving the work to it')
            [CompletionResult]::new('--metrics-file', '--metrics-file', [CompletionResultType]::ParameterName, 'Write figures of the run for node_exporter''s textfile collector')
            [CompletionResult]::new('--on-refresh', '--on-refresh', [CompletionResultType]::ParameterName, 'Run this for each account with a new token')
            [CompletionResult]::new('--on-login-needed', '--on-login-needed', [CompletionResultType]::ParameterName, 'Run this for each account whose token Instagram refuses')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Refresh every token, due or not')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be done and ask Instagram nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be done and ask Instagram nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Subscribe to fields, in addition to those subscribed already')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'End the subscription, or take fields out of it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what the account is subscribed to, and where the app''s deliveries go, as Instagram says')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Tell Meta where the app''s webhook is, in place of the App Dashboard')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out why a captured delivery was refused; exit 10 if it would be')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Look at the public address as Meta does, with a signed delivery from end to end; exit 10 if it fails')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;webhook;subscribe' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request and change nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request and change nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;unsubscribe' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request and change nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request and change nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;status' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;register' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Public address; BACKEND_URL if left out, /webhook if it has no path')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Fields, separated by commas; the usual ones if left out')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request and send nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request and send nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;verify' {
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'The body, byte for byte, as it was received; - for standard input')
            [CompletionResult]::new('--signature', '--signature', [CompletionResultType]::ParameterName, 'Value of its header X-Hub-Signature-256, or of X-Hub-Signature if it has no other')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;probe' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Public address; BACKEND_URL if left out, /webhook if it has no path')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;help' {
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Subscribe to fields, in addition to those subscribed already')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'End the subscription, or take fields out of it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what the account is subscribed to, and where the app''s deliveries go, as Instagram says')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Tell Meta where the app''s webhook is, in place of the App Dashboard')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out why a captured delivery was refused; exit 10 if it would be')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Look at the public address as Meta does, with a signed delivery from end to end; exit 10 if it fails')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;webhook;help;subscribe' {
            break
        }
        'igbot;webhook;help;unsubscribe' {
            break
        }
        'igbot;webhook;help;status' {
            break
        }
        'igbot;webhook;help;register' {
            break
        }
        'igbot;webhook;help;verify' {
            break
        }
        'igbot;webhook;help;probe' {
            break
        }
        'igbot;webhook;help;help' {
            break
        }
        'igbot;serve' {
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Address to listen on; port 0 takes a free one [default: 127.0.0.1:8080, or the socket that systemd hands over]')
            [CompletionResult]::new('--unix', '--unix', [CompletionResultType]::ParameterName, 'Listen on this Unix socket instead, for a proxy on this machine; its owner and group may connect')
            [CompletionResult]::new('--tls-cert', '--tls-cert', [CompletionResultType]::ParameterName, 'Speak TLS with this certificate chain, PEM; SIGHUP reads it anew')
            [CompletionResult]::new('--tls-key', '--tls-key', [CompletionResultType]::ParameterName, 'The private key of --tls-cert, PEM')
            [CompletionResult]::new('--tls-client-ca', '--tls-client-ca', [CompletionResultType]::ParameterName, 'Let in only clients with a certificate of these authorities, PEM')
            [CompletionResult]::new('--tls-client-name', '--tls-client-name', [CompletionResultType]::ParameterName, 'The name that the certificate of a client must carry')
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'Listen here, on this machine only, for /healthz, /readyz and /metrics')
            [CompletionResult]::new('--path', '--path', [CompletionResultType]::ParameterName, 'Path of the webhook')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Conversations handled at the same time')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before an event is given up')
            [CompletionResult]::new('--handler-timeout', '--handler-timeout', [CompletionResultType]::ParameterName, 'Time limit of the bot for one event')
            [CompletionResult]::new('--drain', '--drain', [CompletionResultType]::ParameterName, 'After SIGTERM, wait this long for bots to end')
            [CompletionResult]::new('--forward-to', '--forward-to', [CompletionResultType]::ParameterName, 'Post every event to this URL, signed with IGBOT_FORWARD_SECRET; its answer is the bot''s')
            [CompletionResult]::new('--pass-env', '--pass-env', [CompletionResultType]::ParameterName, 'A variable of the environment that the program of --exec gets too, like an API key of the bot''s; can be repeated')
            [CompletionResult]::new('--exec', '--exec', [CompletionResultType]::ParameterName, 'Run this program for every event; takes the rest of the command line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--echo', '--echo', [CompletionResultType]::ParameterName, 'Answer every text with itself')
            [CompletionResult]::new('--no-mark-seen', '--no-mark-seen', [CompletionResultType]::ParameterName, 'Do not show messages as seen')
            [CompletionResult]::new('--no-typing', '--no-typing', [CompletionResultType]::ParameterName, 'Do not show the typing indicator')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;trigger' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Deliver the bytes of this file as they are; - for standard input')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where to')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Put a value into the event, like message.text=Hello')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Deliver this many, each with a message id of its own')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Deliver at most this many per second')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--duplicate', '--duplicate', [CompletionResultType]::ParameterName, 'Deliver each twice, as Instagram sometimes does')
            [CompletionResult]::new('--bad-signature', '--bad-signature', [CompletionResultType]::ParameterName, 'Sign with a signature that belongs to another body')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'Print the body instead of delivering it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List received events, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all of one event: the element as it came, what was sent for it, and what is left to send')
            [CompletionResult]::new('tail', 'tail', [CompletionResultType]::ParameterValue, 'Show events as they come, until Ctrl-C')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Hand events to the bot again, the way a live one goes')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Take events out of the queue, or off the list of failures; they stay stored')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;event;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show at most this many, the newest')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only what is not older than this time (2h, 7d)')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only events of this state')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only events of this kind')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only what this person has caused')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;show' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;tail' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only those that enter this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;replay' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'All of this state, of --account if it is given')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Also events to which a reply was sent, or perhaps was')
            [CompletionResult]::new('--rest', '--rest', [CompletionResultType]::ParameterName, 'Send what is left of an answer, without the message that perhaps was sent')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;drop' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'All of this state, of --account if it is given')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List received events, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all of one event: the element as it came, what was sent for it, and what is left to send')
            [CompletionResult]::new('tail', 'tail', [CompletionResultType]::ParameterValue, 'Show events as they come, until Ctrl-C')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Hand events to the bot again, the way a live one goes')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Take events out of the queue, or off the list of failures; they stay stored')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;event;help;list' {
            break
        }
        'igbot;event;help;show' {
            break
        }
        'igbot;event;help;tail' {
            break
        }
        'igbot;event;help;replay' {
            break
        }
        'igbot;event;help;drop' {
            break
        }
        'igbot;event;help;help' {
            break
        }
        'igbot;send' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('text', 'text', [CompletionResultType]::ParameterValue, 'Send a text of at most 1000 bytes')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Send a picture, or up to 10 in one message')
            [CompletionResult]::new('video', 'video', [CompletionResultType]::ParameterValue, 'Send a film')
            [CompletionResult]::new('audio', 'audio', [CompletionResultType]::ParameterValue, 'Send a sound')
            [CompletionResult]::new('file', 'file', [CompletionResultType]::ParameterValue, 'Send a PDF')
            [CompletionResult]::new('upload', 'upload', [CompletionResultType]::ParameterValue, 'Upload a file without sending it; its id can be sent with --attachment-id, as often as you like')
            [CompletionResult]::new('sticker', 'sticker', [CompletionResultType]::ParameterValue, 'Send the heart')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a post of the account')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Send a generic or button template')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Send a message in the words of the Send API, for what igbot does not know; also as --raw FILE')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a file of messages, each once, and go on where it was stopped')
            [CompletionResult]::new('reaction', 'reaction', [CompletionResultType]::ParameterValue, 'React to a message, or take the reaction back')
            [CompletionResult]::new('typing', 'typing', [CompletionResultType]::ParameterValue, 'Show that an answer is being written')
            [CompletionResult]::new('seen', 'seen', [CompletionResultType]::ParameterValue, 'Show the person''s messages as seen')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;send;text' {
            [CompletionResult]::new('--quick-reply', '--quick-reply', [CompletionResultType]::ParameterName, 'Offer this answer under the text; up to 13, each of at most 20 characters')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;image' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send a picture that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a picture of this machine and send it: png, jpeg or gif, up to 8 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;video' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send a file that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a file of this machine and send it, up to 25 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;audio' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send a file that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a file of this machine and send it, up to 25 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;file' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send a file that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a file of this machine and send it, up to 25 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;upload' {
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'As what it is to be sent, where the file does not tell: an mp4 may hold a film or a sound')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;sticker' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;post' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;template' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;raw' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Show it as an answer to this message')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do when the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send it once under this key; asked again, tell how that ended')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;batch' {
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a batch that was stopped or killed; rows that were on their way are not repeated')
            [CompletionResult]::new('--cancel', '--cancel', [CompletionResultType]::ParameterName, 'Give up what waits in a batch that was stopped or killed, and free the keys of these rows')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Write the text of each message by this template, with the fields of the row as {{ name }}; `quick_replies`, `reply_to` and `human_agent` go with it')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Highest rate: 20/s, 300/m, 700/h. Never faster than Instagram allows, except in a sandbox')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'Calls at the same time; after a kill about as many have an unknown outcome')
            [CompletionResult]::new('--max-failures', '--max-failures', [CompletionResultType]::ParameterName, 'Stop after this many rows were not sent')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Write what became of every row: a file that ends in .csv or .ndjson')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do with a person who has not written for 24 hours')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Send it although a batch of the same rows was stopped before its end, or is being sent')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Look at every row and show the first request; store and send nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Look at every row and show the first request; store and send nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;reaction' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'The message to react to')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Take the reaction back')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;typing' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--off', '--off', [CompletionResultType]::ParameterName, 'Show it no longer')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;seen' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;help' {
            [CompletionResult]::new('text', 'text', [CompletionResultType]::ParameterValue, 'Send a text of at most 1000 bytes')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Send a picture, or up to 10 in one message')
            [CompletionResult]::new('video', 'video', [CompletionResultType]::ParameterValue, 'Send a film')
            [CompletionResult]::new('audio', 'audio', [CompletionResultType]::ParameterValue, 'Send a sound')
            [CompletionResult]::new('file', 'file', [CompletionResultType]::ParameterValue, 'Send a PDF')
            [CompletionResult]::new('upload', 'upload', [CompletionResultType]::ParameterValue, 'Upload a file without sending it; its id can be sent with --attachment-id, as often as you like')
            [CompletionResult]::new('sticker', 'sticker', [CompletionResultType]::ParameterValue, 'Send the heart')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a post of the account')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Send a generic or button template')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Send a message in the words of the Send API, for what igbot does not know; also as --raw FILE')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a file of messages, each once, and go on where it was stopped')
            [CompletionResult]::new('reaction', 'reaction', [CompletionResultType]::ParameterValue, 'React to a message, or take the reaction back')
            [CompletionResult]::new('typing', 'typing', [CompletionResultType]::ParameterValue, 'Show that an answer is being written')
            [CompletionResult]::new('seen', 'seen', [CompletionResultType]::ParameterValue, 'Show the person''s messages as seen')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;send;help;text' {
            break
        }
        'igbot;send;help;image' {
            break
        }
        'igbot;send;help;video' {
            break
        }
        'igbot;send;help;audio' {
            break
        }
        'igbot;send;help;file' {
            break
        }
        'igbot;send;help;upload' {
            break
        }
        'igbot;send;help;sticker' {
            break
        }
        'igbot;send;help;post' {
            break
        }
        'igbot;send;help;template' {
            break
        }
        'igbot;send;help;raw' {
            break
        }
        'igbot;send;help;batch' {
            break
        }
        'igbot;send;help;reaction' {
            break
        }
        'igbot;send;help;typing' {
            break
        }
        'igbot;send;help;seen' {
            break
        }
        'igbot;send;help;help' {
            break
        }
        'igbot;message' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all that is known of one message')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'List messages whose text holds these words, oldest first; with --all as they are found, newest first')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write messages as NDJSON or CSV, oldest first')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Delete everything of one person for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;message;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show at most this many, the newest')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only what is not older than this time (2h, 7d)')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Only messages from and to this person: an id or @username')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only of this kind')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only received, or only sent')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only of this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;show' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Also as it came or went out')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;search' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show at most this many, the newest')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only what is not older than this time (2h, 7d)')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Only messages from and to this person: an id or @username')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only of this kind')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only received, or only sent')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only of this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How; if left out, as the name of the file says, or ndjson')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file, readable by you alone, instead of standard output (`-`); it gets its name once it is whole')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file, readable by you alone, instead of standard output (`-`); it gets its name once it is whole')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only what is not older than this time (2h, 7d)')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Only messages from and to this person: an id or @username')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only of this kind')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only received, or only sent')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only of this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;purge' {
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'The person: an id or @username')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Only show how much there is')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only show how much there is')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all that is known of one message')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'List messages whose text holds these words, oldest first; with --all as they are found, newest first')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write messages as NDJSON or CSV, oldest first')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Delete everything of one person for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;message;help;list' {
            break
        }
        'igbot;message;help;show' {
            break
        }
        'igbot;message;help;search' {
            break
        }
        'igbot;message;help;export' {
            break
        }
        'igbot;message;help;purge' {
            break
        }
        'igbot;message;help;help' {
            break
        }
        'igbot;conversation' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conversations, the one with the latest message first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a conversation, with its messages, oldest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;conversation;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show at most this many, the newest')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only what is not older than this time (2h, 7d)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Only those whose messaging window is open, or perhaps is')
            [CompletionResult]::new('--remote', '--remote', [CompletionResultType]::ParameterName, 'Read Instagram''s own list, and learn what people are called')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;conversation;show' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show at most this many, the newest')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only what is not older than this time (2h, 7d)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all')
            [CompletionResult]::new('--remote', '--remote', [CompletionResultType]::ParameterName, 'Read what Instagram has of it: what the 20 newest messages say')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;conversation;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conversations, the one with the latest message first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a conversation, with its messages, oldest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;conversation;help;list' {
            break
        }
        'igbot;conversation;help;show' {
            break
        }
        'igbot;conversation;help;help' {
            break
        }
        'igbot;reconcile' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'How far back (2h, 7d)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--fix', '--fix', [CompletionResultType]::ParameterName, 'Take in what is missing, and settle sends of unknown outcome that have arrived')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;profile' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--picture', '--picture', [CompletionResultType]::ParameterName, 'Show the address of their picture too; whoever has it sees the picture, for some days')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;profile-menu' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set what a file has; a part that it does not have is left as it is')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Remove one part, or both')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;profile-menu;show' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;profile-menu;set' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the requests instead of making them')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the requests instead of making them')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;profile-menu;clear' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;profile-menu;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set what a file has; a part that it does not have is left as it is')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Remove one part, or both')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;profile-menu;help;show' {
            break
        }
        'igbot;profile-menu;help;set' {
            break
        }
        'igbot;profile-menu;help;clear' {
            break
        }
        'igbot;profile-menu;help;help' {
            break
        }
        'igbot;api' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'A parameter: in the address, or in the form of a POST without --input')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'A parameter: in the address, or in the form of a POST without --input')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'The body: a file of JSON, `-` for standard input')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--paginate', '--paginate', [CompletionResultType]::ParameterName, 'Get all pages of a list, and print each element on a line of its own')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of making it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;limits' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;doctor' {
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'Look at this public address of `igbot serve` as Meta does')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--online', '--online', [CompletionResultType]::ParameterName, 'Ask Instagram too')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit 10 for warnings too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how large it is and what it holds')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check every page and decrypt every value, while others work')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a copy to a file, while others work')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the place of the store, which is kept beside it')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Move everything to the first of several keys')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old events and messages, and give their room back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;store;status' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;verify' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;backup' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it is there')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;restore' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;rekey' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Only count what would be moved')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only count what would be moved')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;prune' {
            [CompletionResult]::new('--older-than', '--older-than', [CompletionResultType]::ParameterName, 'Age from which on to delete, at least 7d')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Only count what would be deleted')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only count what would be deleted')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how large it is and what it holds')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check every page and decrypt every value, while others work')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a copy to a file, while others work')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the place of the store, which is kept beside it')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Move everything to the first of several keys')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old events and messages, and give their room back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;store;help;status' {
            break
        }
        'igbot;store;help;verify' {
            break
        }
        'igbot;store;help;backup' {
            break
        }
        'igbot;store;help;restore' {
            break
        }
        'igbot;store;help;rekey' {
            break
        }
        'igbot;store;help;prune' {
            break
        }
        'igbot;store;help;help' {
            break
        }
        'igbot;config' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show where config file, key and store are')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the effective settings; for secrets only whether they are set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Write a setting into the config file; a secret is read from standard input')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Take a setting out of the config file')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check every setting that is set')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;config;path' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;config;show' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--origins', '--origins', [CompletionResultType]::ParameterName, 'Show where each comes from')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;config;set' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;config;unset' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;config;validate' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;config;help' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show where config file, key and store are')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the effective settings; for secrets only whether they are set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Write a setting into the config file; a secret is read from standard input')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Take a setting out of the config file')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check every setting that is set')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;config;help;path' {
            break
        }
        'igbot;config;help;show' {
            break
        }
        'igbot;config;help;set' {
            break
        }
        'igbot;config;help;unset' {
            break
        }
        'igbot;config;help;validate' {
            break
        }
        'igbot;config;help;help' {
            break
        }
        'igbot;completions' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;man' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write a page for each command here')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;schema' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Read settings from a file of NAME=value lines too')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Give up waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Give results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; twice for everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;help' {
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See everything work on this machine, without a Meta app')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run Instagram in a box on this machine: for tests and first steps, without a Meta app')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set igbot up on this machine: settings, encryption key and store')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Link an account: log in on Instagram''s page and store a long-lived token')
            [CompletionResult]::new('link', 'link', [CompletionResultType]::ParameterValue, 'Link an account from a token or a code on standard input, without a browser here')
            [CompletionResult]::new('unlink', 'unlink', [CompletionResultType]::ParameterValue, 'Forget a linked account and its token')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Show linked accounts, and how they are called and answered')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Show how tokens stand, hand one to a script, exchange one')
            [CompletionResult]::new('refresh-tokens', 'refresh-tokens', [CompletionResultType]::ParameterValue, 'Extend tokens that expire soon by 60 days; meant for cron')
            [CompletionResult]::new('webhook', 'webhook', [CompletionResultType]::ParameterValue, 'Choose which events Instagram delivers for an account')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Receive webhooks and let a bot answer')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Deliver a made-up event to a receiver, signed as Instagram would')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'Look into the inbox of `serve`')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send a direct message to a person who wrote to the account')
            [CompletionResult]::new('message', 'message', [CompletionResultType]::ParameterValue, 'Read the history of received and sent messages, and forget people')
            [CompletionResult]::new('conversation', 'conversation', [CompletionResultType]::ParameterValue, 'Look at conversations and their messaging windows')
            [CompletionResult]::new('reconcile', 'reconcile', [CompletionResultType]::ParameterValue, 'Compare the history with Instagram''s own conversations, and take in what is missing')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Show the profile of a person who wrote to the account')
            [CompletionResult]::new('profile-menu', 'profile-menu', [CompletionResultType]::ParameterValue, 'Show, set and clear the ice breakers and the persistent menu of an account')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call Instagram''s API as the account, for what igbot has no command for')
            [CompletionResult]::new('limits', 'limits', [CompletionResultType]::ParameterValue, 'Show how accounts stand with Instagram''s limits, and when there is room again')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Find out what is wrong, each finding with its fix')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Look after the database and its key')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Look at settings and change the config file')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write all pages into a directory')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of what a bot is given, or of what it answers')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;help;demo' {
            break
        }
        'igbot;help;sandbox' {
            break
        }
        'igbot;help;init' {
            break
        }
        'igbot;help;login' {
            break
        }
        'igbot;help;link' {
            break
        }
        'igbot;help;unlink' {
            break
        }
        'igbot;help;account' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List linked accounts')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one linked account')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Set the default account')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give an account another alias')
            [CompletionResult]::new('bot', 'bot', [CompletionResultType]::ParameterValue, 'Choose the bot that answers for an account')
            break
        }
        'igbot;help;account;list' {
            break
        }
        'igbot;help;account;show' {
            break
        }
        'igbot;help;account;use' {
            break
        }
        'igbot;help;account;rename' {
            break
        }
        'igbot;help;account;bot' {
            break
        }
        'igbot;help;token' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show age and expiry of tokens; exit 4 if a login is needed')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the token of an account, for a script')
            [CompletionResult]::new('exchange', 'exchange', [CompletionResultType]::ParameterValue, 'Exchange a short-lived token on standard input for a long-lived one on standard output')
            break
        }
        'igbot;help;token;status' {
            break
        }
        'igbot;help;token;show' {
            break
        }
        'igbot;help;token;exchange' {
            break
        }
        'igbot;help;refresh-tokens' {
            break
        }
        'igbot;help;webhook' {
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Subscribe to fields, in addition to those subscribed already')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'End the subscription, or take fields out of it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what the account is subscribed to, and where the app''s deliveries go, as Instagram says')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Tell Meta where the app''s webhook is, in place of the App Dashboard')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out why a captured delivery was refused; exit 10 if it would be')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Look at the public address as Meta does, with a signed delivery from end to end; exit 10 if it fails')
            break
        }
        'igbot;help;webhook;subscribe' {
            break
        }
        'igbot;help;webhook;unsubscribe' {
            break
        }
        'igbot;help;webhook;status' {
            break
        }
        'igbot;help;webhook;register' {
            break
        }
        'igbot;help;webhook;verify' {
            break
        }
        'igbot;help;webhook;probe' {
            break
        }
        'igbot;help;serve' {
            break
        }
        'igbot;help;trigger' {
            break
        }
        'igbot;help;event' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List received events, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all of one event: the element as it came, what was sent for it, and what is left to send')
            [CompletionResult]::new('tail', 'tail', [CompletionResultType]::ParameterValue, 'Show events as they come, until Ctrl-C')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Hand events to the bot again, the way a live one goes')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Take events out of the queue, or off the list of failures; they stay stored')
            break
        }
        'igbot;help;event;list' {
            break
        }
        'igbot;help;event;show' {
            break
        }
        'igbot;help;event;tail' {
            break
        }
        'igbot;help;event;replay' {
            break
        }
        'igbot;help;event;drop' {
            break
        }
        'igbot;help;send' {
            [CompletionResult]::new('text', 'text', [CompletionResultType]::ParameterValue, 'Send a text of at most 1000 bytes')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Send a picture, or up to 10 in one message')
            [CompletionResult]::new('video', 'video', [CompletionResultType]::ParameterValue, 'Send a film')
            [CompletionResult]::new('audio', 'audio', [CompletionResultType]::ParameterValue, 'Send a sound')
            [CompletionResult]::new('file', 'file', [CompletionResultType]::ParameterValue, 'Send a PDF')
            [CompletionResult]::new('upload', 'upload', [CompletionResultType]::ParameterValue, 'Upload a file without sending it; its id can be sent with --attachment-id, as often as you like')
            [CompletionResult]::new('sticker', 'sticker', [CompletionResultType]::ParameterValue, 'Send the heart')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a post of the account')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Send a generic or button template')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Send a message in the words of the Send API, for what igbot does not know; also as --raw FILE')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a file of messages, each once, and go on where it was stopped')
            [CompletionResult]::new('reaction', 'reaction', [CompletionResultType]::ParameterValue, 'React to a message, or take the reaction back')
            [CompletionResult]::new('typing', 'typing', [CompletionResultType]::ParameterValue, 'Show that an answer is being written')
            [CompletionResult]::new('seen', 'seen', [CompletionResultType]::ParameterValue, 'Show the person''s messages as seen')
            break
        }
        'igbot;help;send;text' {
            break
        }
        'igbot;help;send;image' {
            break
        }
        'igbot;help;send;video' {
            break
        }
        'igbot;help;send;audio' {
            break
        }
        'igbot;help;send;file' {
            break
        }
        'igbot;help;send;upload' {
            break
        }
        'igbot;help;send;sticker' {
            break
        }
        'igbot;help;send;post' {
            break
        }
        'igbot;help;send;template' {
            break
        }
        'igbot;help;send;raw' {
            break
        }
        'igbot;help;send;batch' {
            break
        }
        'igbot;help;send;reaction' {
            break
        }
        'igbot;help;send;typing' {
            break
        }
        'igbot;help;send;seen' {
            break
        }
        'igbot;help;message' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all that is known of one message')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'List messages whose text holds these words, oldest first; with --all as they are found, newest first')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write messages as NDJSON or CSV, oldest first')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Delete everything of one person for good')
            break
        }
        'igbot;help;message;list' {
            break
        }
        'igbot;help;message;show' {
            break
        }
        'igbot;help;message;search' {
            break
        }
        'igbot;help;message;export' {
            break
        }
        'igbot;help;message;purge' {
            break
        }
        'igbot;help;conversation' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conversations, the one with the latest message first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a conversation, with its messages, oldest first')
            break
        }
        'igbot;help;conversation;list' {
            break
        }
        'igbot;help;conversation;show' {
            break
        }
        'igbot;help;reconcile' {
            break
        }
        'igbot;help;profile' {
            break
        }
        'igbot;help;profile-menu' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set what a file has; a part that it does not have is left as it is')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Remove one part, or both')
            break
        }
        'igbot;help;profile-menu;show' {
            break
        }
        'igbot;help;profile-menu;set' {
            break
        }
        'igbot;help;profile-menu;clear' {
            break
        }
        'igbot;help;api' {
            break
        }
        'igbot;help;limits' {
            break
        }
        'igbot;help;doctor' {
            break
        }
        'igbot;help;store' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how large it is and what it holds')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check every page and decrypt every value, while others work')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a copy to a file, while others work')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the place of the store, which is kept beside it')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Move everything to the first of several keys')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old events and messages, and give their room back')
            break
        }
        'igbot;help;store;status' {
            break
        }
        'igbot;help;store;verify' {
            break
        }
        'igbot;help;store;backup' {
            break
        }
        'igbot;help;store;restore' {
            break
        }
        'igbot;help;store;rekey' {
            break
        }
        'igbot;help;store;prune' {
            break
        }
        'igbot;help;config' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show where config file, key and store are')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the effective settings; for secrets only whether they are set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Write a setting into the config file; a secret is read from standard input')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Take a setting out of the config file')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check every setting that is set')
            break
        }
        'igbot;help;config;path' {
            break
        }
        'igbot;help;config;show' {
            break
        }
        'igbot;help;config;set' {
            break
        }
        'igbot;help;config;unset' {
            break
        }
        'igbot;help;config;validate' {
            break
        }
        'igbot;help;completions' {
            break
        }
        'igbot;help;man' {
            break
        }
        'igbot;help;schema' {
            break
        }
        'igbot;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
