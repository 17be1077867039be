-- Deletions of everything of an account that are under way: whoever finds one goes on with it.
CREATE TABLE purge (
    id       INTEGER PRIMARY KEY,
    ids      TEXT NOT NULL,                        -- F: those under which deliveries may name it
    code     TEXT,                                 -- in `deletion`, if Meta asked for it
    began_at INTEGER NOT NULL,
    event    INTEGER NOT NULL,                     -- last rows of before
    outgoing INTEGER NOT NULL
) STRICT;

ALTER TABLE login ADD COLUMN account_id TEXT;      -- whom it linked
