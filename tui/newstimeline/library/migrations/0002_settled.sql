-- Outlets get identities like people and places, and what is derived gets a form that holds a million events.

CREATE TABLE source (
    id   INTEGER PRIMARY KEY,
    key  TEXT NOT NULL UNIQUE,       -- the name without case and accents
    name TEXT NOT NULL
);
INSERT INTO source (key, name)
    SELECT name_key(source), min(source) FROM article WHERE source IS NOT NULL GROUP BY 1 ORDER BY min(id);
ALTER TABLE article ADD COLUMN outlet INTEGER REFERENCES source(id); -- whose name `article.source` is
UPDATE article SET outlet = (SELECT id FROM source WHERE key = name_key(article.source)) WHERE source IS NOT NULL;

-- The order of time is derived below, for both clocks; these two only served an order made by SQL.
DROP INDEX event_in_time;
DROP INDEX quote_by_speaker;
-- Covers what is asked of a person's record: the roles and where they stand.
DROP INDEX article_person_by_person;
CREATE INDEX article_person_by_person ON article_person(person, roles, article);
DROP TABLE event_words;

-- ------------------------------------------------------------------------------------------------------------------
-- Derived from the tables above; `newstimeline check --rebuild` makes all of it anew, and so does opening a library in
-- which it does not match (see derived_state).
--
-- Events are settled in chunks of neighbouring ids. Up to the end of the last chunk, their words are in settled_words,
-- their numbers in derived_column and the events of the most frequent words in derived_common; the words of later
-- events, and of events that changed since, are in recent_words.

-- title, headline of the article, evidence, quotes, names of people, places and speakers; rowid is event.id.
CREATE VIRTUAL TABLE settled_words USING fts5(
    title, headline, evidence, quotes, names, content='', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE recent_words USING fts5(
    title, headline, evidence, quotes, names, content='', tokenize='unicode61 remove_diacritics 2'
);
-- The keys of people, places and outlets; rowid is their id.
CREATE VIRTUAL TABLE person_words USING fts5(key, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE place_words USING fts5(key, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE source_words USING fts5(key, content='', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE derived_chunk (
    id            INTEGER PRIMARY KEY,
    first_event   INTEGER NOT NULL, last_event   INTEGER NOT NULL, -- both inclusive
    first_article INTEGER NOT NULL, last_article INTEGER NOT NULL
);
CREATE TABLE derived_column (
    chunk INTEGER NOT NULL REFERENCES derived_chunk(id),
    name  TEXT NOT NULL,             -- see library/columns.py for the numbers' types
    data  BLOB NOT NULL,             -- little-endian, one number an id of the chunk, or one a member
    UNIQUE (chunk, name)
);
-- Every word that some settled event has, to look for misspelt ones.
CREATE TABLE derived_word (term TEXT PRIMARY KEY) WITHOUT ROWID;
-- Beginnings of words that many events have, too many to be collected at each keystroke.
CREATE TABLE derived_common_word (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE derived_common (
    word  TEXT NOT NULL,
    scope TEXT NOT NULL,             -- where it stands: anywhere, title, said
    chunk INTEGER NOT NULL REFERENCES derived_chunk(id),
    events BLOB NOT NULL,            -- see library/postings.py
    UNIQUE (word, scope, chunk)
);
-- The ids of all events up to one, in the order of a clock: happened, reported.
CREATE TABLE derived_order (
    clock   TEXT PRIMARY KEY,
    upto    INTEGER NOT NULL,        -- event.id
    edition INTEGER NOT NULL,        -- derived_state.edition at that time
    events  BLOB NOT NULL            -- little-endian int32
);
-- Events and articles that are not as they were when they were settled; their chunks are wrong about them.
CREATE TABLE derived_change (event INTEGER PRIMARY KEY);
CREATE TABLE derived_article_change (article INTEGER PRIMARY KEY);
CREATE TABLE derived_state (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    format  INTEGER NOT NULL,        -- of what is derived; another one is rebuilt
    upto    INTEGER NOT NULL,        -- the last event whose words are known
    edition INTEGER NOT NULL,        -- rises when something else than new events has come
    stale   INTEGER NOT NULL         -- 1: the tables were changed by another program
);
INSERT INTO derived_state VALUES (1, 0, 0, 0, 1);

-- Whoever changes or deletes what the derived tables rest on makes them stale; a writer that keeps them in step says so
-- afterwards. New rows need no trigger: an event beyond derived_state.upto shows them.
CREATE TRIGGER article_updated AFTER UPDATE ON article BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER article_deleted AFTER DELETE ON article BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER person_updated AFTER UPDATE ON person BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER person_deleted AFTER DELETE ON person BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER place_updated AFTER UPDATE ON place BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER place_deleted AFTER DELETE ON place BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER source_updated AFTER UPDATE ON source BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER source_deleted AFTER DELETE ON source BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER article_person_updated AFTER UPDATE ON article_person BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER article_person_deleted AFTER DELETE ON article_person BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER article_place_updated AFTER UPDATE ON article_place BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER article_place_deleted AFTER DELETE ON article_place BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER quote_updated AFTER UPDATE ON quote BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER quote_deleted AFTER DELETE ON quote BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_updated AFTER UPDATE ON event BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_deleted AFTER DELETE ON event BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_person_updated AFTER UPDATE ON event_person BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_person_deleted AFTER DELETE ON event_person BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_place_updated AFTER UPDATE ON event_place BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_place_deleted AFTER DELETE ON event_place BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_quote_updated AFTER UPDATE ON event_quote BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
CREATE TRIGGER event_quote_deleted AFTER DELETE ON event_quote BEGIN UPDATE derived_state SET stale = 1 WHERE stale = 0; END;
