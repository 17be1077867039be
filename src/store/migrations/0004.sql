-- Accounts that were unlinked and whose conversations stayed: their owners may ask for the deletion
-- of these under the other id.
CREATE TABLE former_account (
    app_scoped_id TEXT PRIMARY KEY,
    account_id    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What tells the rows of one file from those of another: a hash.
ALTER TABLE batch ADD COLUMN digest BLOB;
