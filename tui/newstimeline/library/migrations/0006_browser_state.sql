-- The reader's own: how the browser was left, for the next start; see app/remembered.py.
CREATE TABLE browser_state (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    state TEXT NOT NULL              -- JSON
);
