-- Turns, messages that are answered once whatever carries them, and messages that came without
-- their content.

ALTER TABLE event ADD COLUMN due INTEGER;          -- see `turn`
ALTER TABLE event ADD COLUMN duplicate_of INTEGER; -- the event that spoke for its message before
ALTER TABLE event ADD COLUMN fetched TEXT;         -- F: content of a message that came without

-- Which event speaks for a message.
CREATE TABLE answered (
    event_id INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    message  BLOB NOT NULL UNIQUE                  -- day, and hash of account, kind and mid
) STRICT;

-- Whose turn it was without the column: what runs, and else the earliest of each conversation.
UPDATE event SET due = max(next_attempt_at, received_at)
WHERE id IN (SELECT id FROM
    (SELECT id, row_number() OVER (PARTITION BY account_id, coalesce(peer_id, id)
                                   ORDER BY state = 'running' DESC, at, id) AS place
     FROM event WHERE state IN ('pending', 'running'))
    WHERE place = 1);

DROP INDEX event_open;
DROP INDEX event_pending;
DROP INDEX event_retry;
DROP INDEX event_running;

-- The open events of a conversation: first the one whose turn it is, then those that wait for it.
CREATE INDEX event_open ON event (account_id, peer_id, due DESC, at)
    WHERE state IN ('pending', 'running');
-- What can be claimed, in the order in which it is; before it, what waits for its turn.
CREATE INDEX event_due ON event (state, due) WHERE state = 'pending';
-- With the state as a column, because it is by a column that an index is found.
CREATE INDEX event_running ON event (state) WHERE state = 'running';
CREATE INDEX event_failed ON event (state) WHERE state = 'failed';
CREATE INDEX event_unknown ON event (state) WHERE state = 'unknown';

-- A procedure: gives a conversation's turn to the earliest event that waits, if nothing has it.
--
-- `due` is set for one open event of each conversation and no other. While that is pending it is
-- the time from which it can be claimed, and once it runs the time of its claim. Whoever gets the
-- turn after it takes its place in the line from there, so that people who write much wait no less
-- than those who write once. An event whose person is not known is a conversation of its own.
CREATE VIEW turn AS SELECT id, account_id, peer_id, due AS since FROM event WHERE 0;

CREATE TRIGGER turn_given INSTEAD OF INSERT ON turn BEGIN
    UPDATE event SET due = max(next_attempt_at, coalesce(NEW.since, received_at))
    WHERE due IS NULL AND state = 'pending' AND id = CASE WHEN NEW.peer_id IS NULL THEN NEW.id ELSE
        (SELECT id FROM event
         WHERE state IN ('pending', 'running')
             AND account_id = NEW.account_id AND peer_id = NEW.peer_id
         ORDER BY due DESC, at, id LIMIT 1) END;
END;

-- There is none for an insert, which sees to it itself: a trigger would cost every delivery a
-- fifth of the time in which its row is stored.
CREATE TRIGGER event_moved AFTER UPDATE OF state, peer_id ON event
WHEN NEW.state <> 'running' AND (OLD.due IS NOT NULL OR NEW.state = 'pending')
BEGIN
    UPDATE event SET due = NULL WHERE id = NEW.id AND due IS NOT NULL;
    -- What comes back goes before what happened later and is not yet claimed.
    UPDATE event SET due = NULL
    WHERE NEW.state = 'pending' AND state = 'pending' AND (at, id) > (NEW.at, NEW.id) AND id =
        (SELECT id FROM event
         WHERE state IN ('pending', 'running')
             AND account_id = NEW.account_id AND peer_id = NEW.peer_id
         ORDER BY due DESC, at, id LIMIT 1);
    -- The time of a claim, and not that until which a retry would have waited.
    INSERT INTO turn VALUES (NEW.id, NEW.account_id, NEW.peer_id,
        CASE OLD.state WHEN 'running' THEN OLD.due END);
    INSERT INTO turn SELECT OLD.id, OLD.account_id, OLD.peer_id, NULL
    WHERE OLD.peer_id <> NEW.peer_id;
END;

CREATE TRIGGER event_gone AFTER DELETE ON event
WHEN OLD.due IS NOT NULL
BEGIN
    INSERT INTO turn VALUES (OLD.id, OLD.account_id, OLD.peer_id, NULL);
END;
