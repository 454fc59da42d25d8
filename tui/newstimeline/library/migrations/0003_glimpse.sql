-- Derived: what the first screen of the browser shows, to be painted before anything else is loaded.
CREATE TABLE glimpse (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    edition INTEGER NOT NULL,        -- of derived_state at that time
    upto    INTEGER NOT NULL,        -- of derived_state at that time
    screen  TEXT NOT NULL            -- JSON, see app/glimpse.py
);
