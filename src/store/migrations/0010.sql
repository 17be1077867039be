-- Comments stand in a line of their own, what waits for a full bot costs nothing, and batches know when
-- they ended.

-- A comment waits for nothing that its person writes, and nothing for it: that can be hours, where
-- thousands wait for a private reply.

-- In whose order an event waits; an event without one waits for no other.
ALTER TABLE event ADD COLUMN conversation TEXT GENERATED ALWAYS AS
    (CASE WHEN kind NOT IN ('comment', 'live_comment') THEN peer_id END) VIRTUAL;

DROP INDEX event_open;
CREATE INDEX event_open ON event (account_id, conversation, due DESC, at)
    WHERE state IN ('pending', 'running');

-- Whose bot has room, and which comments rest, is seen in the index, however many wait.
DROP INDEX event_due;
CREATE INDEX event_due ON event (state, due, account_id, kind) WHERE state = 'pending';

-- As they were, but for the name of the column.
DROP VIEW turn;
CREATE VIEW turn AS SELECT id, account_id, conversation, due AS since FROM event WHERE 0;

CREATE TRIGGER turn_given INSTEAD OF INSERT ON turn BEGIN
    UPDATE event SET due = max(next_attempt_at, coalesce(NEW.since, received_at))
    WHERE due IS NULL AND state = 'pending' AND id = CASE WHEN NEW.conversation IS NULL THEN NEW.id ELSE
        (SELECT id FROM event
         WHERE state IN ('pending', 'running')
             AND account_id = NEW.account_id AND conversation = NEW.conversation
         ORDER BY due DESC, at, id LIMIT 1) END;
END;

DROP TRIGGER event_moved;
CREATE TRIGGER event_moved AFTER UPDATE OF state, peer_id ON event
WHEN NEW.state <> 'running' AND (OLD.due IS NOT NULL OR NEW.state = 'pending')
BEGIN
    UPDATE event SET due = NULL WHERE id = NEW.id AND due IS NOT NULL;
    -- What comes back goes before what happened later and is not yet claimed.
    UPDATE event SET due = NULL
    WHERE NEW.state = 'pending' AND state = 'pending' AND (at, id) > (NEW.at, NEW.id) AND id =
        (SELECT id FROM event
         WHERE state IN ('pending', 'running')
             AND account_id = NEW.account_id AND conversation = NEW.conversation
         ORDER BY due DESC, at, id LIMIT 1);
    -- The time of a claim, and not that until which a retry would have waited.
    INSERT INTO turn VALUES (NEW.id, NEW.account_id, NEW.conversation,
        CASE OLD.state WHEN 'running' THEN OLD.due END);
    INSERT INTO turn SELECT OLD.id, OLD.account_id, OLD.conversation, NULL
    WHERE OLD.conversation <> NEW.conversation;
END;

DROP TRIGGER event_gone;
CREATE TRIGGER event_gone AFTER DELETE ON event
WHEN OLD.due IS NOT NULL
BEGIN
    INSERT INTO turn VALUES (OLD.id, OLD.account_id, OLD.conversation, NULL);
END;

-- When the last of its rows was told of: whether a batch of the same rows ended before another began.
ALTER TABLE batch ADD COLUMN ended_at INTEGER;
