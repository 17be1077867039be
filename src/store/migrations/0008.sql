-- What is left of an answer that was given up may yet be sent by hand.
DROP TRIGGER event_ended;
CREATE TRIGGER event_ended AFTER UPDATE OF state ON event
WHEN NEW.state NOT IN ('pending', 'running', 'unknown', 'failed')
BEGIN
    DELETE FROM kept_answer WHERE event_id = NEW.id;
END;

-- Whose events are for whose bot is asked every few seconds, and with every claim where bots have names.
CREATE INDEX account_bot ON account (bot) WHERE bot IS NOT NULL;
