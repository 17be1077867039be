-- The comment that a private reply was asked for, as its recipient was until it was known who wrote it.
ALTER TABLE outgoing ADD COLUMN comment TEXT;
