
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Try everything on this machine, without a Meta app')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run a local Instagram simulator, for tests and first steps without a Meta app')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up igbot on this machine: settings, encryption key and store')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Link an account: log in on Instagram''s page and store a long-lived token')
            [CompletionResult]::new('link', 'link', [CompletionResultType]::ParameterValue, 'Link an account with a token or code from standard input, without a browser')
            [CompletionResult]::new('unlink', 'unlink', [CompletionResultType]::ParameterValue, 'Unlink an account and delete its token')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Show and manage linked accounts, their aliases and bots')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Show token status, print a token, or exchange one')
            [CompletionResult]::new('refresh-tokens', 'refresh-tokens', [CompletionResultType]::ParameterValue, 'Refresh tokens that expire soon, for another 60 days; meant for cron')
            [CompletionResult]::new('webhook', 'webhook', [CompletionResultType]::ParameterValue, 'Manage and test what Instagram delivers for an account')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Receive webhooks and let a bot answer')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Deliver a synthetic event to a receiver, signed as Instagram would')
            [CompletionResult]::new('try', 'try', [CompletionResultType]::ParameterValue, 'Ask a bot what it would answer, and send nothing')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'Show and manage the inbox of `serve`')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send a direct message to a person who wrote to the account')
            [CompletionResult]::new('message', 'message', [CompletionResultType]::ParameterValue, 'Show, search, export and purge received and sent messages')
            [CompletionResult]::new('conversation', 'conversation', [CompletionResultType]::ParameterValue, 'Show conversations and their messaging windows')
            [CompletionResult]::new('reconcile', 'reconcile', [CompletionResultType]::ParameterValue, 'Compare the history with Instagram''s conversations, and import what is missing')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Show the profile of a person who wrote to the account')
            [CompletionResult]::new('profile-menu', 'profile-menu', [CompletionResultType]::ParameterValue, 'Show, set and clear an account''s ice breakers and persistent menu')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call Instagram''s API as the account, for anything igbot has no command for')
            [CompletionResult]::new('limits', 'limits', [CompletionResultType]::ParameterValue, 'Show rate-limit usage per account, and when calls are possible again')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check the setup, and show a fix for each problem')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Maintain the database and its key')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show settings and edit the config file')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write all pages to a directory')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print a JSON Schema: of a bot''s input or output, or of what a command prints with --json')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;demo' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Exit after the first round trip; exit 0 only if the reply arrived')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;sandbox' {
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Address to listen on, loopback only; port 0 picks a free one')
            [CompletionResult]::new('--callback-url', '--callback-url', [CompletionResultType]::ParameterName, 'Where to deliver webhooks, without a handshake first')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Accept http redirect URIs on this machine (Instagram refuses them)')
            [CompletionResult]::new('--print-env', '--print-env', [CompletionResultType]::ParameterName, 'Print the variables that point igbot at a sandbox on this address, and exit; with port 0, print them and keep running, as the port is known only then')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;init' {
            [CompletionResult]::new('--app-id', '--app-id', [CompletionResultType]::ParameterName, 'Instagram app id, from "Instagram > API setup with Instagram login"')
            [CompletionResult]::new('--backend-url', '--backend-url', [CompletionResultType]::ParameterName, 'Public https address of `igbot serve`')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;login' {
            [CompletionResult]::new('--redirect-uri', '--redirect-uri', [CompletionResultType]::ParameterName, 'Address Instagram redirects the browser to, exactly as registered')
            [CompletionResult]::new('--complete', '--complete', [CompletionResultType]::ParameterName, 'Finish a login started with --print-url, given the address the browser landed on; `-` reads it from standard input')
            [CompletionResult]::new('--scopes', '--scopes', [CompletionResultType]::ParameterName, 'Permissions to request, separated by commas')
            [CompletionResult]::new('--tls-cert', '--tls-cert', [CompletionResultType]::ParameterName, 'Certificate chain for an https://localhost:PORT redirect URI (PEM); by default one is created for this login, which browsers do not trust')
            [CompletionResult]::new('--tls-key', '--tls-key', [CompletionResultType]::ParameterName, 'Private key of the certificate (PEM)')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'Alias for the account [default: its username]')
            [CompletionResult]::new('--bot', '--bot', [CompletionResultType]::ParameterName, 'Bot that answers for it: a [bots.NAME] table in the config file')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Do not open a browser; the address is printed either way')
            [CompletionResult]::new('--print-url', '--print-url', [CompletionResultType]::ParameterName, 'Print the address and exit; --complete finishes the login')
            [CompletionResult]::new('--force-reauth', '--force-reauth', [CompletionResultType]::ParameterName, 'Ask for the password even if the browser is logged in to Instagram')
            [CompletionResult]::new('--subscribe', '--subscribe', [CompletionResultType]::ParameterName, 'Also subscribe the account to webhooks')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;link' {
            [CompletionResult]::new('--redirect-uri', '--redirect-uri', [CompletionResultType]::ParameterName, 'Redirect URI the code was issued for')
            [CompletionResult]::new('--alias', '--alias', [CompletionResultType]::ParameterName, 'Alias for the account [default: its username]')
            [CompletionResult]::new('--bot', '--bot', [CompletionResultType]::ParameterName, 'Bot that answers for it: a [bots.NAME] table in the config file')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--token-stdin', '--token-stdin', [CompletionResultType]::ParameterName, 'Read an access token, such as one from "Generate token" in the App Dashboard; a short-lived one is exchanged, a long-lived one is checked')
            [CompletionResult]::new('--code-stdin', '--code-stdin', [CompletionResultType]::ParameterName, 'Read the code from the consent page, or the full address that contains it')
            [CompletionResult]::new('--subscribe', '--subscribe', [CompletionResultType]::ParameterName, 'Also subscribe the account to webhooks')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--unsubscribe', '--unsubscribe', [CompletionResultType]::ParameterName, 'Cancel its webhook subscription first')
            [CompletionResult]::new('--purge', '--purge', [CompletionResultType]::ParameterName, 'Also delete its stored events and messages')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Skip the confirmation prompt')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Skip the confirmation prompt')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be done, and change nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be done, and change nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List linked accounts')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one linked account')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Set the default account')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change the alias of an account')
            [CompletionResult]::new('bot', 'bot', [CompletionResultType]::ParameterValue, 'Set the bot that answers for an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;account;list' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--none', '--none', [CompletionResultType]::ParameterName, 'Go back to the program of `igbot serve --exec`')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change the alias of an account')
            [CompletionResult]::new('bot', 'bot', [CompletionResultType]::ParameterValue, 'Set the bot that answers for an account')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show age and expiry of tokens; exit 4 if a login is needed')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the token of an account, for scripts')
            [CompletionResult]::new('exchange', 'exchange', [CompletionResultType]::ParameterValue, 'Exchange a short-lived token from standard input for a long-lived one on standard output')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;token;status' {
            [CompletionResult]::new('--expires-within', '--expires-within', [CompletionResultType]::ParameterName, 'Exit 10 if a token expires within this time (7d)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--online', '--online', [CompletionResultType]::ParameterName, 'Ask Instagram whether it still accepts them')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;token;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show age and expiry of tokens; exit 4 if a login is needed')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the token of an account, for scripts')
            [CompletionResult]::new('exchange', 'exchange', [CompletionResultType]::ParameterValue, 'Exchange a short-lived token from standard input for a long-lived one on standard output')
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
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'Refresh tokens that expire within this time (20d) instead of in the last third of their life')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'Accounts to process in parallel')
            [CompletionResult]::new('--jitter', '--jitter', [CompletionResultType]::ParameterName, 'First wait a random part of this time (30m), so that not all machines run at once')
            [CompletionResult]::new('--lock-wait', '--lock-wait', [CompletionResultType]::ParameterName, 'Wait up to this long for another run to finish (5m) instead of exiting')
            [CompletionResult]::new('--metrics-file', '--metrics-file', [CompletionResultType]::ParameterName, 'Write metrics of the run for node_exporter''s textfile collector')
            [CompletionResult]::new('--on-refresh', '--on-refresh', [CompletionResultType]::ParameterName, 'Run this command for each account with a new token')
            [CompletionResult]::new('--on-login-needed', '--on-login-needed', [CompletionResultType]::ParameterName, 'Run this command for each account that needs a login')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Refresh every token, due or not')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be done, without calling Instagram')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be done, without calling Instagram')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Subscribe to fields, in addition to those subscribed already')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'Cancel the subscription, or remove fields from it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what Instagram says the account is subscribed to, and where the app''s deliveries go')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register the app''s webhook with Meta, in place of the App Dashboard')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out why a captured delivery was refused; exit 10 if it would be')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;webhook;subscribe' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;register' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Public address [default: BACKEND_URL]; /webhook is added if it has no path')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Fields, separated by commas [default: the usual ones]')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;verify' {
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'File with the body, byte for byte as received; `-` reads standard input')
            [CompletionResult]::new('--signature', '--signature', [CompletionResultType]::ParameterName, 'Value of its header X-Hub-Signature-256, or of X-Hub-Signature if that is missing')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;probe' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Public address [default: BACKEND_URL]; /webhook is added if it has no path')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;webhook;help' {
            [CompletionResult]::new('subscribe', 'subscribe', [CompletionResultType]::ParameterValue, 'Subscribe to fields, in addition to those subscribed already')
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'Cancel the subscription, or remove fields from it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what Instagram says the account is subscribed to, and where the app''s deliveries go')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register the app''s webhook with Meta, in place of the App Dashboard')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out why a captured delivery was refused; exit 10 if it would be')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails')
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
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080, or the socket passed by systemd]')
            [CompletionResult]::new('--unix', '--unix', [CompletionResultType]::ParameterName, 'Listen on this Unix socket instead, for a proxy on this machine; its owner and group may connect')
            [CompletionResult]::new('--tls-cert', '--tls-cert', [CompletionResultType]::ParameterName, 'Serve TLS with this certificate chain (PEM); SIGHUP reloads it')
            [CompletionResult]::new('--tls-key', '--tls-key', [CompletionResultType]::ParameterName, 'Private key of --tls-cert (PEM)')
            [CompletionResult]::new('--tls-client-ca', '--tls-client-ca', [CompletionResultType]::ParameterName, 'Accept only clients with a certificate from these authorities (PEM)')
            [CompletionResult]::new('--tls-client-name', '--tls-client-name', [CompletionResultType]::ParameterName, 'Name that a client certificate must contain')
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'Loopback address that serves /healthz, /readyz and /metrics')
            [CompletionResult]::new('--path', '--path', [CompletionResultType]::ParameterName, 'Path of the webhook')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Conversations handled in parallel')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before giving up on an event')
            [CompletionResult]::new('--drain', '--drain', [CompletionResultType]::ParameterName, 'After SIGTERM, wait this long for bots to finish')
            [CompletionResult]::new('--handler-timeout', '--handler-timeout', [CompletionResultType]::ParameterName, 'Time limit for the bot per event')
            [CompletionResult]::new('--forward-to', '--forward-to', [CompletionResultType]::ParameterName, 'Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot''s answer')
            [CompletionResult]::new('--pass-env', '--pass-env', [CompletionResultType]::ParameterName, 'Also pass this environment variable to the program of --exec, such as an API key; can be repeated')
            [CompletionResult]::new('--also', '--also', [CompletionResultType]::ParameterName, 'Ask the bot about this kind of event too: comment, live_comment or referral; its answer to a comment is sent privately to who wrote it')
            [CompletionResult]::new('--exec', '--exec', [CompletionResultType]::ParameterName, 'Run this program for every message and tap; takes the rest of the command line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--no-mark-seen', '--no-mark-seen', [CompletionResultType]::ParameterName, 'Do not mark messages as seen')
            [CompletionResult]::new('--no-typing', '--no-typing', [CompletionResultType]::ParameterName, 'Do not show the typing indicator')
            [CompletionResult]::new('--echo', '--echo', [CompletionResultType]::ParameterName, 'Answer every text with the same text')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;trigger' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Deliver this file byte for byte; `-` reads standard input')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Receiver to deliver to')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a value in the event, like message.text=Hello')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Deliver this many, each with its own message id')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Deliver at most this many per second')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--duplicate', '--duplicate', [CompletionResultType]::ParameterName, 'Deliver each twice, as Instagram sometimes does')
            [CompletionResult]::new('--bad-signature', '--bad-signature', [CompletionResultType]::ParameterName, 'Send a signature that does not match the body')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'Print the body instead of delivering it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;try' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Ask about this event of the inbox, a number from `event list`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Ask about a synthetic event of this kind, as `igbot trigger` delivers it')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a value in a synthetic event, like postback.payload=HOURS')
            [CompletionResult]::new('--handler-timeout', '--handler-timeout', [CompletionResultType]::ParameterName, 'Time limit for the bot per event')
            [CompletionResult]::new('--forward-to', '--forward-to', [CompletionResultType]::ParameterName, 'Post every message and tap to this URL, signed with IGBOT_FORWARD_SECRET; the response is the bot''s answer')
            [CompletionResult]::new('--pass-env', '--pass-env', [CompletionResultType]::ParameterName, 'Also pass this environment variable to the program of --exec, such as an API key; can be repeated')
            [CompletionResult]::new('--also', '--also', [CompletionResultType]::ParameterName, 'Ask the bot about this kind of event too: comment, live_comment or referral; its answer to a comment is sent privately to who wrote it')
            [CompletionResult]::new('--exec', '--exec', [CompletionResultType]::ParameterName, 'Run this program for every message and tap; takes the rest of the command line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'Print what the bot reads on standard input, and ask nobody')
            [CompletionResult]::new('--echo', '--echo', [CompletionResultType]::ParameterName, 'Answer every text with the same text')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List received events, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one event: as received, what was sent for it, and what is left to send')
            [CompletionResult]::new('tail', 'tail', [CompletionResultType]::ParameterValue, 'Show events as they arrive, until Ctrl-C or --timeout')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Send events to the bot again as if they had just arrived')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Remove events from the queue or the failure list; they stay stored')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;event;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only the newest N entries')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only events in this state')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only events of this kind')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only events caused by this person: an id or @username')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all entries')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;tail' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only events that enter this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;replay' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'All in this state; with --account, only those of the account')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Include events to which a reply was sent, or perhaps was')
            [CompletionResult]::new('--rest', '--rest', [CompletionResultType]::ParameterName, 'Send only what is left of an answer, without the message that was perhaps sent')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;drop' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'All in this state; with --account, only those of the account')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;event;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List received events, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one event: as received, what was sent for it, and what is left to send')
            [CompletionResult]::new('tail', 'tail', [CompletionResultType]::ParameterValue, 'Show events as they arrive, until Ctrl-C or --timeout')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Send events to the bot again as if they had just arrived')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Remove events from the queue or the failure list; they stay stored')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('text', 'text', [CompletionResultType]::ParameterValue, 'Send a text of at most 1000 bytes')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Send an image, or up to 10 in one message')
            [CompletionResult]::new('video', 'video', [CompletionResultType]::ParameterValue, 'Send a video')
            [CompletionResult]::new('audio', 'audio', [CompletionResultType]::ParameterValue, 'Send an audio file')
            [CompletionResult]::new('file', 'file', [CompletionResultType]::ParameterValue, 'Send a PDF')
            [CompletionResult]::new('upload', 'upload', [CompletionResultType]::ParameterValue, 'Upload a file without sending it; send it any number of times with --attachment-id')
            [CompletionResult]::new('sticker', 'sticker', [CompletionResultType]::ParameterValue, 'Send the heart sticker')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a post of the account')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Send a generic or button template')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a file of messages, each once; can be stopped and resumed')
            [CompletionResult]::new('reaction', 'reaction', [CompletionResultType]::ParameterValue, 'React to a message, or remove the reaction')
            [CompletionResult]::new('typing', 'typing', [CompletionResultType]::ParameterValue, 'Show the typing indicator')
            [CompletionResult]::new('seen', 'seen', [CompletionResultType]::ParameterValue, 'Mark the person''s messages as seen')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;send;text' {
            [CompletionResult]::new('--quick-reply', '--quick-reply', [CompletionResultType]::ParameterName, 'Offer this quick reply under the text; up to 13, each of at most 20 characters')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;image' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send an image that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a local image and send it: png, jpeg or gif, up to 8 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;video' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send a file that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a local file and send it, up to 25 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;audio' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send a file that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a local file and send it, up to 25 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;file' {
            [CompletionResult]::new('--attachment-id', '--attachment-id', [CompletionResultType]::ParameterName, 'Send a file that was uploaded before')
            [CompletionResult]::new('--upload', '--upload', [CompletionResultType]::ParameterName, 'Upload a local file and send it, up to 25 MB')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;upload' {
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Media kind, if the file is ambiguous (an mp4 can be video or audio)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;sticker' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;post' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;template' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;raw' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--reply-to', '--reply-to', [CompletionResultType]::ParameterName, 'Send it as a reply to this message: its id, or its number in `message list`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours')
            [CompletionResult]::new('--dedupe-key', '--dedupe-key', [CompletionResultType]::ParameterName, 'Send at most once under this key; repeating the command reports the first outcome')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--human-agent', '--human-agent', [CompletionResultType]::ParameterName, 'Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;batch' {
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Resume a batch that was stopped or killed; rows that were in flight are not repeated')
            [CompletionResult]::new('--cancel', '--cancel', [CompletionResultType]::ParameterName, 'Cancel the waiting rows of a batch that was stopped or killed, and free their keys')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Template for the text of each message, with the fields of the row as {{ name }}; `quick_replies`, `reply_to` and `human_agent` still apply')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Maximum rate: 20/s, 300/m, 700/h. Never faster than Instagram allows, except in a sandbox')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'Parallel calls; if igbot is killed, about this many rows end up unknown')
            [CompletionResult]::new('--max-failures', '--max-failures', [CompletionResultType]::ParameterName, 'Stop once this many rows were not sent')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Write the result of every row to this file (.csv or .ndjson)')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if a person has not written for 24 hours')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the unfinished batches of all accounts, also those that are being sent')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Send even if a batch of the same file or rows is unfinished or running, and ask nothing')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Check every row, but for what was sent under its `dedupe_key`, and show the first request; store and send nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Check every row, but for what was sent under its `dedupe_key`, and show the first request; store and send nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;reaction' {
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'Message to react to: its id, or its number in `message list`')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'What to do if the person has not written for 24 hours; a reaction is removed at any time')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Remove the reaction')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;typing' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--off', '--off', [CompletionResultType]::ParameterName, 'Hide it')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;seen' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Person: an Instagram-scoped id, @username, or comment:ID for a private reply')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;send;help' {
            [CompletionResult]::new('text', 'text', [CompletionResultType]::ParameterValue, 'Send a text of at most 1000 bytes')
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Send an image, or up to 10 in one message')
            [CompletionResult]::new('video', 'video', [CompletionResultType]::ParameterValue, 'Send a video')
            [CompletionResult]::new('audio', 'audio', [CompletionResultType]::ParameterValue, 'Send an audio file')
            [CompletionResult]::new('file', 'file', [CompletionResultType]::ParameterValue, 'Send a PDF')
            [CompletionResult]::new('upload', 'upload', [CompletionResultType]::ParameterValue, 'Upload a file without sending it; send it any number of times with --attachment-id')
            [CompletionResult]::new('sticker', 'sticker', [CompletionResultType]::ParameterValue, 'Send the heart sticker')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a post of the account')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Send a generic or button template')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a file of messages, each once; can be stopped and resumed')
            [CompletionResult]::new('reaction', 'reaction', [CompletionResultType]::ParameterValue, 'React to a message, or remove the reaction')
            [CompletionResult]::new('typing', 'typing', [CompletionResultType]::ParameterValue, 'Show the typing indicator')
            [CompletionResult]::new('seen', 'seen', [CompletionResultType]::ParameterValue, 'Mark the person''s messages as seen')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything about one message')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'List messages whose text contains these words, oldest first; with --all as they are found, newest first')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export messages as NDJSON or CSV, oldest first')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Permanently delete everything about one person')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;message;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only the newest N entries')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Only messages from and to this person: an id or @username')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only received, or only sent')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only messages in this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all entries')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Include the JSON as received or sent')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;search' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only the newest N entries')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Only messages from and to this person: an id or @username')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only received, or only sent')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only messages in this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all entries')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format; by default from the file extension, otherwise ndjson')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file (mode 0600) instead of standard output (`-`); the file appears once it is complete')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file (mode 0600) instead of standard output (`-`); the file appears once it is complete')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only messages newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Only messages from and to this person: an id or @username')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`, `template` …')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only received, or only sent')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only messages in this state')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;purge' {
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Person: an id or @username')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Only count what would be deleted')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only count what would be deleted')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Skip the confirmation prompt')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Skip the confirmation prompt')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;message;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything about one message')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'List messages whose text contains these words, oldest first; with --all as they are found, newest first')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export messages as NDJSON or CSV, oldest first')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Permanently delete everything about one person')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conversations, latest message first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a conversation and its messages, oldest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;conversation;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only the newest N entries')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all entries')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Only those whose messaging window is open, or may be')
            [CompletionResult]::new('--unanswered', '--unanswered', [CompletionResultType]::ParameterName, 'Only those in which the person has written last')
            [CompletionResult]::new('--remote', '--remote', [CompletionResultType]::ParameterName, 'Read the list from Instagram, and learn usernames')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;conversation;show' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only the newest N entries')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show all entries')
            [CompletionResult]::new('--remote', '--remote', [CompletionResultType]::ParameterName, 'Read it from Instagram (text of the 20 newest messages only)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;conversation;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conversations, latest message first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a conversation and its messages, oldest first')
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
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'How far back to compare (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--fix', '--fix', [CompletionResultType]::ParameterName, 'Import what is missing, and settle sends of unknown outcome that have arrived')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--picture', '--picture', [CompletionResultType]::ParameterName, 'Also show the address of their picture; anyone who has it can see the picture for some days')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is currently set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set the parts in a file; a part it does not have stays unchanged')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Remove one part or both')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;profile-menu;show' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the requests instead of sending them')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the requests instead of sending them')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;profile-menu;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is currently set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set the parts in a file; a part it does not have stays unchanged')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Remove one part or both')
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
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Parameter: in the address, or in the form body of a POST without --input')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Parameter: in the address, or in the form body of a POST without --input')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'JSON file to send as the body; `-` reads standard input')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--paginate', '--paginate', [CompletionResultType]::ParameterName, 'Fetch all pages of a list and print one element per line')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the request instead of sending it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;doctor' {
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'Test this public address of `igbot serve` as Meta would')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--online', '--online', [CompletionResultType]::ParameterName, 'Also ask Instagram')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Also exit 10 for warnings')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show size and contents')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check every page and decrypt every value; works while igbot runs')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a copy to a file; works while igbot runs')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Replace the store with a backup; the old store is kept beside it')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Re-encrypt everything with the first of several keys')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old events and messages, and shrink the store')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;store;status' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Overwrite the file if it exists')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Skip the confirmation prompt')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Skip the confirmation prompt')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Only count what would be re-encrypted')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only count what would be re-encrypted')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;prune' {
            [CompletionResult]::new('--older-than', '--older-than', [CompletionResultType]::ParameterName, 'Delete entries older than this, at least 7d')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Only count what would be deleted')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only count what would be deleted')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;store;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show size and contents')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check every page and decrypt every value; works while igbot runs')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a copy to a file; works while igbot runs')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Replace the store with a backup; the old store is kept beside it')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Re-encrypt everything with the first of several keys')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old events and messages, and shrink the store')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show the paths of the config file, key and store')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the effective settings; for secrets only whether they are set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a setting in the config file; secrets are read from standard input')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove a setting from the config file')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check all settings that are set')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'igbot;config;path' {
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--origins', '--origins', [CompletionResultType]::ParameterName, 'Show where each value comes from')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;config;help' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show the paths of the config file, key and store')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the effective settings; for secrets only whether they are set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a setting in the config file; secrets are read from standard input')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove a setting from the config file')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check all settings that are set')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;man' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write one page per command to this directory')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account to use: alias, username or id')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from this file instead of ~/.config/igbot/config.toml')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Use this store instead of ~/.local/share/igbot/store.db')
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
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
            [CompletionResult]::new('--env-file', '--env-file', [CompletionResultType]::ParameterName, 'Also read settings from this file of NAME=value lines')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colors')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Stop waiting after this time (30s, 5m); for `login`, waiting for the person')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print results and errors as JSON')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log more; -vv logs everything')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt; fail if input is needed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'igbot;help' {
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Try everything on this machine, without a Meta app')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run a local Instagram simulator, for tests and first steps without a Meta app')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up igbot on this machine: settings, encryption key and store')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Link an account: log in on Instagram''s page and store a long-lived token')
            [CompletionResult]::new('link', 'link', [CompletionResultType]::ParameterValue, 'Link an account with a token or code from standard input, without a browser')
            [CompletionResult]::new('unlink', 'unlink', [CompletionResultType]::ParameterValue, 'Unlink an account and delete its token')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Show and manage linked accounts, their aliases and bots')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Show token status, print a token, or exchange one')
            [CompletionResult]::new('refresh-tokens', 'refresh-tokens', [CompletionResultType]::ParameterValue, 'Refresh tokens that expire soon, for another 60 days; meant for cron')
            [CompletionResult]::new('webhook', 'webhook', [CompletionResultType]::ParameterValue, 'Manage and test what Instagram delivers for an account')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Receive webhooks and let a bot answer')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Deliver a synthetic event to a receiver, signed as Instagram would')
            [CompletionResult]::new('try', 'try', [CompletionResultType]::ParameterValue, 'Ask a bot what it would answer, and send nothing')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'Show and manage the inbox of `serve`')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send a direct message to a person who wrote to the account')
            [CompletionResult]::new('message', 'message', [CompletionResultType]::ParameterValue, 'Show, search, export and purge received and sent messages')
            [CompletionResult]::new('conversation', 'conversation', [CompletionResultType]::ParameterValue, 'Show conversations and their messaging windows')
            [CompletionResult]::new('reconcile', 'reconcile', [CompletionResultType]::ParameterValue, 'Compare the history with Instagram''s conversations, and import what is missing')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Show the profile of a person who wrote to the account')
            [CompletionResult]::new('profile-menu', 'profile-menu', [CompletionResultType]::ParameterValue, 'Show, set and clear an account''s ice breakers and persistent menu')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call Instagram''s API as the account, for anything igbot has no command for')
            [CompletionResult]::new('limits', 'limits', [CompletionResultType]::ParameterValue, 'Show rate-limit usage per account, and when calls are possible again')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check the setup, and show a fix for each problem')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Maintain the database and its key')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show settings and edit the config file')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write all pages to a directory')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print a JSON Schema: of a bot''s input or output, or of what a command prints with --json')
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
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change the alias of an account')
            [CompletionResult]::new('bot', 'bot', [CompletionResultType]::ParameterValue, 'Set the bot that answers for an account')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the token of an account, for scripts')
            [CompletionResult]::new('exchange', 'exchange', [CompletionResultType]::ParameterValue, 'Exchange a short-lived token from standard input for a long-lived one on standard output')
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
            [CompletionResult]::new('unsubscribe', 'unsubscribe', [CompletionResultType]::ParameterValue, 'Cancel the subscription, or remove fields from it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what Instagram says the account is subscribed to, and where the app''s deliveries go')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register the app''s webhook with Meta, in place of the App Dashboard')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out why a captured delivery was refused; exit 10 if it would be')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it fails')
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
        'igbot;help;try' {
            break
        }
        'igbot;help;event' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List received events, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one event: as received, what was sent for it, and what is left to send')
            [CompletionResult]::new('tail', 'tail', [CompletionResultType]::ParameterValue, 'Show events as they arrive, until Ctrl-C or --timeout')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Send events to the bot again as if they had just arrived')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Remove events from the queue or the failure list; they stay stored')
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
            [CompletionResult]::new('image', 'image', [CompletionResultType]::ParameterValue, 'Send an image, or up to 10 in one message')
            [CompletionResult]::new('video', 'video', [CompletionResultType]::ParameterValue, 'Send a video')
            [CompletionResult]::new('audio', 'audio', [CompletionResultType]::ParameterValue, 'Send an audio file')
            [CompletionResult]::new('file', 'file', [CompletionResultType]::ParameterValue, 'Send a PDF')
            [CompletionResult]::new('upload', 'upload', [CompletionResultType]::ParameterValue, 'Upload a file without sending it; send it any number of times with --attachment-id')
            [CompletionResult]::new('sticker', 'sticker', [CompletionResultType]::ParameterValue, 'Send the heart sticker')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a post of the account')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Send a generic or button template')
            [CompletionResult]::new('raw', 'raw', [CompletionResultType]::ParameterValue, 'Send a message as Send API JSON, for what igbot does not support; also as --raw FILE')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a file of messages, each once; can be stopped and resumed')
            [CompletionResult]::new('reaction', 'reaction', [CompletionResultType]::ParameterValue, 'React to a message, or remove the reaction')
            [CompletionResult]::new('typing', 'typing', [CompletionResultType]::ParameterValue, 'Show the typing indicator')
            [CompletionResult]::new('seen', 'seen', [CompletionResultType]::ParameterValue, 'Mark the person''s messages as seen')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything about one message')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'List messages whose text contains these words, oldest first; with --all as they are found, newest first')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export messages as NDJSON or CSV, oldest first')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Permanently delete everything about one person')
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
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conversations, latest message first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a conversation and its messages, oldest first')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is currently set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set the parts in a file; a part it does not have stays unchanged')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Remove one part or both')
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
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show size and contents')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check every page and decrypt every value; works while igbot runs')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a copy to a file; works while igbot runs')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Replace the store with a backup; the old store is kept beside it')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Re-encrypt everything with the first of several keys')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete old events and messages, and shrink the store')
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
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show the paths of the config file, key and store')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the effective settings; for secrets only whether they are set')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a setting in the config file; secrets are read from standard input')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove a setting from the config file')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Check all settings that are set')
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
