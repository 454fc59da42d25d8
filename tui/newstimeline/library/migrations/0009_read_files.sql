-- Files that were read to their end without a fault: as long as nothing of this changes, they need not be read again.
CREATE TABLE read_file (
    path     TEXT PRIMARY KEY,       -- absolute
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode    INTEGER NOT NULL,
    rules    TEXT NOT NULL,          -- of what read it: others may find more in it
    articles INTEGER NOT NULL        -- how many it held
) WITHOUT ROWID;
