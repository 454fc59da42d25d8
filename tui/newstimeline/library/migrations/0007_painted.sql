-- Derived: the first screen of the browser as it is written to a terminal of some size; see app/early.py.
CREATE TABLE painted (
    columns INTEGER NOT NULL,
    lines   INTEGER NOT NULL,
    title   TEXT NOT NULL,           -- what is open, by which the screen calls it
    edition INTEGER NOT NULL,        -- of derived_state at that time
    upto    INTEGER NOT NULL,        -- of derived_state at that time
    day     TEXT NOT NULL,           -- ISO 8601: the first day on which it looks so
    until   TEXT NOT NULL,           -- the first day on which its line for today stands elsewhere
    screen  TEXT NOT NULL,           -- characters and escape sequences
    PRIMARY KEY (columns, lines)
) WITHOUT ROWID;
