-- The truth: what was read and what was found in it, one table a kind of thing.
-- Times of the timeline are minutes from 1 January of year 0 (newstimeline.when.calendar); offsets are code points
-- of article.text; `extra` is JSON that a parsed-events file brought and this version has no use for.

CREATE TABLE article (
    id        INTEGER PRIMARY KEY,   -- in the order of arrival
    key       TEXT NOT NULL UNIQUE,  -- hash of headline, date and text: the identity of an article
    title     TEXT NOT NULL,
    published TEXT,                  -- EDTF
    source    TEXT,                  -- the outlet
    url       TEXT,
    path      TEXT,                  -- where it was read
    text      TEXT,
    findings  TEXT NOT NULL,         -- hash of what was found, to tell a second reading from another one
    extractor TEXT,                  -- rules and model, or NULL for a parsed-events file
    added     TEXT NOT NULL,         -- UTC, ISO 8601
    extra     TEXT,                  -- JSON: keys of the record's "article"
    more      TEXT                   -- JSON: keys of the record itself
);

CREATE TABLE person (
    id   INTEGER PRIMARY KEY,
    key  TEXT NOT NULL UNIQUE,       -- the name without case and accents
    name TEXT NOT NULL
);

CREATE TABLE place (
    id   INTEGER PRIMARY KEY,
    key  TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

-- A person or place as one article has it. `local` is its id there ("p1"); n keeps the order.
CREATE TABLE article_person (
    article INTEGER NOT NULL REFERENCES article(id),
    local   TEXT NOT NULL,
    n       INTEGER NOT NULL,
    person  INTEGER NOT NULL REFERENCES person(id),
    name    TEXT NOT NULL,
    roles   TEXT NOT NULL,           -- JSON list
    extra   TEXT,
    PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX article_person_by_person ON article_person(person);

CREATE TABLE article_place (
    article INTEGER NOT NULL REFERENCES article(id),
    local   TEXT NOT NULL,
    n       INTEGER NOT NULL,
    place   INTEGER NOT NULL REFERENCES place(id),
    name    TEXT NOT NULL,
    extra   TEXT,
    PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX article_place_by_place ON article_place(place);

CREATE TABLE person_mention (
    article INTEGER NOT NULL, local TEXT NOT NULL, n INTEGER NOT NULL,
    start   INTEGER NOT NULL, end INTEGER NOT NULL,
    kind    TEXT NOT NULL,           -- name, nominal, pronoun
    PRIMARY KEY (article, local, n),
    FOREIGN KEY (article, local) REFERENCES article_person(article, local)
) WITHOUT ROWID;

CREATE TABLE place_mention (
    article INTEGER NOT NULL, local TEXT NOT NULL, n INTEGER NOT NULL,
    start   INTEGER NOT NULL, end INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    PRIMARY KEY (article, local, n),
    FOREIGN KEY (article, local) REFERENCES article_place(article, local)
) WITHOUT ROWID;

CREATE TABLE time_expression (
    article INTEGER NOT NULL REFERENCES article(id),
    local   TEXT NOT NULL,
    n       INTEGER NOT NULL,
    start   INTEGER, end INTEGER,
    text    TEXT NOT NULL,
    type    TEXT NOT NULL,           -- TIMEX3
    value   TEXT NOT NULL,           -- TIMEX3
    edtf    TEXT,
    anchor  TEXT,                    -- EDTF
    extra   TEXT,
    PRIMARY KEY (article, local)
) WITHOUT ROWID;

CREATE TABLE quote (
    id           INTEGER PRIMARY KEY,
    article      INTEGER NOT NULL REFERENCES article(id),
    local        TEXT NOT NULL,
    n            INTEGER NOT NULL,
    kind         TEXT NOT NULL,      -- direct, mixed, indirect
    text         TEXT NOT NULL,
    spans        TEXT NOT NULL,      -- JSON list of [start, end]
    cue_start    INTEGER, cue_end INTEGER,
    source_start INTEGER, source_end INTEGER,
    speaker      TEXT,               -- article_person.local
    edtf         TEXT,
    extra        TEXT,
    UNIQUE (article, local),
    FOREIGN KEY (article, speaker) REFERENCES article_person(article, local)
);
CREATE INDEX quote_by_speaker ON quote(article, speaker);

CREATE TABLE event (
    id             INTEGER PRIMARY KEY,
    uid            TEXT NOT NULL UNIQUE, -- follows from the article and the evidence: the identity of an event
    article        INTEGER NOT NULL REFERENCES article(id),
    local          TEXT NOT NULL,
    n              INTEGER NOT NULL,
    title          TEXT NOT NULL,
    edtf           TEXT,                 -- NULL: undated
    start          INTEGER, end INTEGER, -- minutes; end exclusive
    open           INTEGER NOT NULL,     -- 1: no known beginning, 2: no known end, 0: both are known
    basis          TEXT,                 -- stated, inherited, published
    time           TEXT,                 -- time_expression.local
    evidence_start INTEGER, evidence_end INTEGER,
    extra          TEXT,
    UNIQUE (article, local)
);
CREATE INDEX event_in_time ON event(start, end DESC);

CREATE TABLE event_person (
    event INTEGER NOT NULL REFERENCES event(id), n INTEGER NOT NULL, local TEXT NOT NULL,
    PRIMARY KEY (event, n)
) WITHOUT ROWID;
CREATE TABLE event_place (
    event INTEGER NOT NULL REFERENCES event(id), n INTEGER NOT NULL, local TEXT NOT NULL,
    PRIMARY KEY (event, n)
) WITHOUT ROWID;
CREATE TABLE event_quote (
    event INTEGER NOT NULL REFERENCES event(id), n INTEGER NOT NULL, quote INTEGER NOT NULL REFERENCES quote(id),
    PRIMARY KEY (event, n)
) WITHOUT ROWID;
CREATE INDEX event_quote_by_quote ON event_quote(quote);

-- Derived: the words of an event, for searching. rowid is event.id.
CREATE VIRTUAL TABLE event_words USING fts5(
    title, evidence, people, places, quotes, speakers, source, headline,
    content='', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
);
