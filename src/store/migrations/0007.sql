-- What was made of a message afterwards is looked up wherever the message is read.
CREATE INDEX event_edit ON event (mid) WHERE kind = 'message_edit';

-- Rows of `outgoing` up to this one belong to an earlier round, and tell nothing of how far this one has come.
ALTER TABLE kept_answer ADD COLUMN after INTEGER NOT NULL DEFAULT 0;

-- Without the rows of what was sent nobody knows what is left.
CREATE TRIGGER outgoing_gone AFTER DELETE ON outgoing WHEN OLD.event_id IS NOT NULL
BEGIN
    DELETE FROM kept_answer WHERE event_id = OLD.event_id;
END;
