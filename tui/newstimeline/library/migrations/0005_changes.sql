-- The reader's own, and derived from nothing: corrections, judgements, marks, notes and tags, each a change in a log that
-- only grows. The tables of articles and events hold what is so with the changes in force; what was found is kept beside.

CREATE TABLE change (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    article TEXT,                    -- article.key; NULL for a person across all articles
    what    TEXT NOT NULL,
    state   TEXT NOT NULL,           -- active, undone, dropped, rival: see changes/log.py
    record  TEXT NOT NULL            -- JSON: the whole change, see changes/records.py
);
CREATE INDEX change_of_article ON change(article, what);

-- What was found in the articles whose rows are no longer just that.
CREATE TABLE found_extraction (
    article INTEGER PRIMARY KEY REFERENCES article(id),
    record  TEXT NOT NULL            -- JSON: newstimeline/1
);

-- Derived from both: what each change in force is made to. A change in force that is not here has lost its place.
CREATE TABLE placed_change (
    change  INTEGER NOT NULL REFERENCES change(number),
    article INTEGER,                 -- article.id: the one that it was made to, or a later version; NULL for people
    what    TEXT NOT NULL,
    value   TEXT,
    kind    TEXT NOT NULL,           -- event, quote, person, article
    thing   INTEGER,                 -- its id; NULL for an event that is hidden
    UNIQUE (change, article)
);
CREATE INDEX placed_change_of ON placed_change(kind, thing);
-- Another version of an article has its address.
CREATE INDEX article_by_address ON article(url) WHERE url IS NOT NULL;
CREATE INDEX placed_change_as ON placed_change(what);

-- Derived: people who are one with another, or bear another name than the articles give them.
CREATE TABLE person_entry (
    person INTEGER PRIMARY KEY REFERENCES person(id),
    main   INTEGER NOT NULL REFERENCES person(id), -- who that is; nobody's main is one with another
    name   TEXT NOT NULL
);
CREATE INDEX person_entry_of ON person_entry(main);
