-- Deletions of everything of an account that are under way: whoever finds one goes on with it.
CREATE TABLE purge (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,    -- never given twice: deletions refer to it
    ids      TEXT NOT NULL,                        -- F: those under which deliveries may name it
    began_at INTEGER NOT NULL,
    event    INTEGER NOT NULL,                     -- last rows of before
    outgoing INTEGER NOT NULL
) STRICT;

ALTER TABLE deletion ADD COLUMN purge_id INTEGER;  -- gone from `purge` once it is done
ALTER TABLE login ADD COLUMN account_id TEXT;      -- whom it linked
