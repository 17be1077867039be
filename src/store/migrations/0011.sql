-- Comments are claimed account by account, when a private reply may go out, and a claim of messages never
-- reads them.
ALTER TABLE event ADD COLUMN is_comment INTEGER GENERATED ALWAYS AS
    (kind IN ('comment', 'live_comment')) VIRTUAL;
DROP INDEX event_due;
CREATE INDEX event_due ON event (state, is_comment, due, account_id) WHERE state = 'pending';
CREATE INDEX event_comment ON event (account_id, kind, at, due)
    WHERE state = 'pending' AND is_comment = 1;

-- Events are kept under the one id of a linked account, whichever of the two their delivery named.
UPDATE event SET account_id = (SELECT account_id FROM account WHERE app_scoped_id = event.account_id)
WHERE account_id IN (SELECT app_scoped_id FROM account);
-- Two lines of a conversation are one then, and one of both has the turn.
UPDATE event SET due = NULL WHERE state = 'pending' AND account_id IN (SELECT account_id FROM account);
INSERT INTO turn SELECT id, account_id, conversation, NULL FROM event
WHERE state = 'pending' AND due IS NULL;

-- What speaks for a tap is found by its person and time as well, and is remembered anew.
DELETE FROM answered WHERE event_id IN (SELECT id FROM event WHERE kind = 'postback');

-- What leads the row of a message is a span of an hour and a half now, and no longer six: those in use then
-- fit into memory also where five million events came in three days.
UPDATE OR REPLACE answered
SET message = CAST(unhex(printf('%08x', max(0, CASE
        WHEN abs(event.received_at - event.timestamp) <= 1800000 THEN event.timestamp
        ELSE event.received_at END) / 5400000)) || substr(message, 5) AS BLOB)
FROM event WHERE event.id = event_id;
