-- Sends of every kind, batches, the rate that all processes share, and who is who.

ALTER TABLE outgoing ADD COLUMN form INTEGER NOT NULL DEFAULT 0; -- of the body: 0 a text, 1 a message as JSON
ALTER TABLE outgoing ADD COLUMN batch_id INTEGER;
ALTER TABLE outgoing ADD COLUMN line INTEGER;                    -- of the batch's file
ALTER TABLE outgoing ADD COLUMN dedupe BLOB;                     -- hash of the key that a script gave

CREATE UNIQUE INDEX outgoing_dedupe ON outgoing (account_id, dedupe) WHERE dedupe IS NOT NULL;
CREATE INDEX outgoing_batch ON outgoing (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX outgoing_sending ON outgoing (created_at) WHERE state = 'sending';

-- A file of messages. Its rows are in `outgoing`, from `waiting` to how each send ended.
CREATE TABLE batch (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: people note it
    account_id TEXT NOT NULL,
    state      TEXT NOT NULL,                      -- loading, open, done
    source     TEXT NOT NULL,                      -- name of the file
    owner      TEXT NOT NULL,                      -- the process that works on it
    created_at INTEGER NOT NULL
) STRICT;

-- From when on the next call of a kind may begin, in microseconds: processes take turns by it.
CREATE TABLE rate (
    account_id TEXT NOT NULL,
    bucket     TEXT NOT NULL,
    next_at    INTEGER NOT NULL,
    PRIMARY KEY (account_id, bucket)
) STRICT, WITHOUT ROWID;

-- What Instagram last said about the limits of an account.
CREATE TABLE usage (
    account_id    TEXT PRIMARY KEY,
    app           TEXT,                            -- headers, as they came
    business      TEXT,
    share         INTEGER NOT NULL,                -- the largest of them, in per cent
    at            INTEGER NOT NULL,
    blocked_until INTEGER                          -- no call before
) STRICT, WITHOUT ROWID;

-- Names of customers, to find them by.
CREATE TABLE person (
    account_id TEXT NOT NULL,
    person_id  TEXT NOT NULL,
    username   TEXT NOT NULL,
    seen_at    INTEGER NOT NULL,
    PRIMARY KEY (account_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_username ON person (account_id, username);
CREATE INDEX person_id ON person (person_id);

-- Events by person, in order of time. Each goes to a place of its own in that index, which would
-- triple what it costs to store it. So the intake leaves it out (`listed` 0), and `serve` lists what
-- has come in spare moments, in the order of the row numbers, up to the one that `meta` holds.
ALTER TABLE event ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
CREATE INDEX event_person ON event (peer_id, at) WHERE listed = 1;
INSERT INTO meta (name, value) SELECT 'listed', coalesce(max(id), 0) FROM event;
-- The same for all people together.
CREATE INDEX event_time ON event (at) WHERE listed = 1;

-- Messages on their way out, as a history shows them.
CREATE INDEX outgoing_time ON outgoing (created_at) WHERE state NOT IN ('waiting', 'skipped');
CREATE INDEX outgoing_person ON outgoing (recipient_id, created_at)
    WHERE state NOT IN ('waiting', 'skipped');

-- Messages that no delivery brought: they were read out of Instagram's own history.
ALTER TABLE event ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
CREATE INDEX event_imported ON event (mid) WHERE imported = 1;

-- What was deleted for good and must not come back, under names that tell nothing: keyed hashes.
CREATE TABLE tombstone (
    name  BLOB PRIMARY KEY,                        -- of a person at an account, or of an event's key
    until INTEGER NOT NULL                         -- what happened later is taken
) STRICT, WITHOUT ROWID;

-- What leads the row of a message is a span of six hours now, and no longer a day.
UPDATE OR REPLACE answered
SET message = CAST(unhex(printf('%08x', event.at / 21600000)) || substr(message, 5) AS BLOB)
FROM event WHERE event.id = event_id AND event.at >= 0;
