-- What a bot has answered, from the first message that may be sent until none is left: it is not asked again
-- for the rest. How far it has come is told by the rows of `outgoing` that were sent for the event.
CREATE TABLE kept_answer (
    event_id INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    messages TEXT NOT NULL                         -- F: all of them
) STRICT;

-- An echo may yet prove what is unknown.
CREATE TRIGGER event_ended AFTER UPDATE OF state ON event
WHEN NEW.state NOT IN ('pending', 'running', 'unknown')
BEGIN
    DELETE FROM kept_answer WHERE event_id = NEW.id;
END;
