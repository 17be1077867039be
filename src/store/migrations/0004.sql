-- Accounts that were unlinked and whose conversations stayed: their owners may ask for the deletion
-- of these, under either id. Nothing readable is left of the accounts themselves.
CREATE TABLE former_account (
    id  INTEGER PRIMARY KEY,
    ids TEXT NOT NULL                              -- F: account id and app-scoped id
) STRICT;

-- What tells the rows of one file from those of another: a hash.
ALTER TABLE batch ADD COLUMN digest BLOB;
