-- Times are milliseconds since 1970. Columns marked F are Fernet tokens whose plaintext begins with
-- the place it belongs to; everything else is plain for indexing.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    account_id         TEXT PRIMARY KEY,
    app_scoped_id      TEXT NOT NULL UNIQUE,
    alias              TEXT NOT NULL UNIQUE,
    username           TEXT NOT NULL,
    account_type       TEXT,
    bot                TEXT,
    active             INTEGER NOT NULL DEFAULT 1,
    permissions        TEXT NOT NULL DEFAULT '',   -- separated by blanks
    subscribed_fields  TEXT NOT NULL DEFAULT '',   -- separated by blanks
    token              TEXT NOT NULL,              -- F
    issued_at          INTEGER NOT NULL,
    refreshed_at       INTEGER NOT NULL,
    expires_at         INTEGER NOT NULL,
    login_needed_since INTEGER
) STRICT, WITHOUT ROWID;

-- Deletions carried out at Meta's request; nothing tells whose.
CREATE TABLE deletion (
    code TEXT PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Logins on their way: started by one process, perhaps ended by another.
CREATE TABLE login (
    id           TEXT PRIMARY KEY,                 -- the first characters of its state
    state        TEXT NOT NULL,                    -- F
    redirect_uri TEXT NOT NULL,
    scopes       TEXT NOT NULL,                    -- separated by blanks
    alias        TEXT,
    bot          TEXT,
    expires_at   INTEGER NOT NULL,
    callback     TEXT,                             -- F: what the browser came back with
    outcome      TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    id              INTEGER PRIMARY KEY,
    key             BLOB NOT NULL UNIQUE,
    object          TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    kind            TEXT NOT NULL,
    direction       TEXT NOT NULL,
    sender_id       TEXT,
    recipient_id    TEXT,
    peer_id         TEXT,
    mid             TEXT,
    timestamp       INTEGER,
    received_at     INTEGER NOT NULL,
    at              INTEGER NOT NULL,              -- timestamp, or received_at without one
    standby         INTEGER NOT NULL,
    test            INTEGER NOT NULL,
    state           TEXT NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL DEFAULT 0,
    owner           TEXT,
    lease_until     INTEGER,
    reason          TEXT,
    raw             TEXT NOT NULL                  -- F
) STRICT;

-- What a dispatcher looks at: only open work, so that these stay small whatever the inbox holds.
CREATE INDEX event_open ON event (account_id, peer_id, at, id) WHERE state = 'pending';
CREATE INDEX event_pending ON event (at, id) WHERE state = 'pending';
CREATE INDEX event_retry ON event (next_attempt_at) WHERE state = 'pending' AND next_attempt_at > 0;
CREATE INDEX event_running ON event (account_id, peer_id) WHERE state = 'running';
CREATE INDEX event_deleted ON event (mid) WHERE kind = 'message_deleted';

CREATE TABLE outgoing (
    id           INTEGER PRIMARY KEY,
    key          BLOB NOT NULL UNIQUE,
    account_id   TEXT NOT NULL,
    recipient_id TEXT NOT NULL,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL,
    event_id     INTEGER,                          -- the event it answers
    mid          TEXT,
    reason       TEXT,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    body         TEXT NOT NULL                     -- F
) STRICT;

CREATE INDEX outgoing_open ON outgoing (recipient_id) WHERE state IN ('sending', 'unknown');
CREATE INDEX outgoing_mid ON outgoing (mid) WHERE mid IS NOT NULL;
CREATE INDEX outgoing_event ON outgoing (event_id) WHERE event_id IS NOT NULL;
