-- Pages and feeds that were fetched to their end without a fault, and how their server tells whether they have changed.
CREATE TABLE fetched (
    url      TEXT PRIMARY KEY,
    etag     TEXT,                   -- as the server sent it; RFC 9110, 8.8.3
    modified TEXT,                   -- Last-Modified, as the server sent it; RFC 9110, 8.8.2
    rules    TEXT NOT NULL,          -- of what read it
    articles INTEGER NOT NULL        -- how many it held
) WITHOUT ROWID;
