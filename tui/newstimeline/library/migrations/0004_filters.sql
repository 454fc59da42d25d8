-- The reader's own, and derived from nothing: the filters that were typed, and those that have a name.
CREATE TABLE filter_history (
    query TEXT PRIMARY KEY,
    used  INTEGER NOT NULL           -- rises with every use
);
CREATE TABLE saved_filter (
    name  TEXT PRIMARY KEY COLLATE NOCASE,
    query TEXT NOT NULL
);
