-- The same article from several places, kept once; and what stood there before it was changed.

CREATE TABLE article_origin (
    id        INTEGER PRIMARY KEY,   -- in the order of arrival
    article   INTEGER NOT NULL REFERENCES article(id), -- the one that is kept
    relation  TEXT NOT NULL,         -- copy: stands elsewhere too; earlier: what it was before it was changed
    key       TEXT NOT NULL,         -- the identity that it would have by itself; see article.key
    source    TEXT,                  -- the outlet
    url       TEXT,
    path      TEXT,                  -- where it was read
    added     TEXT NOT NULL,         -- UTC, ISO 8601
    extractor TEXT,
    record    TEXT                   -- JSON, newstimeline/1: what was found there; NULL for the very same content
);
CREATE INDEX article_origin_of ON article_origin(article);
CREATE INDEX article_origin_by_key ON article_origin(key);

-- Derived: numbers of which articles that may be the same have one in common, see likeness.py.
CREATE TABLE article_trait (
    trait   INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (trait, article)
) WITHOUT ROWID;
INSERT INTO article_trait
    SELECT value, article.id
    FROM article, json_each(article_traits(article.url, article.path, article.title, article.published, article.text));

-- Until now versions of an article were articles of their own with one address, to which changes carried over.
INSERT INTO article_origin (article, relation, key, source, url, path, added)
    SELECT later.id, 'earlier', earlier.key, earlier.source, earlier.url, earlier.path, earlier.added
    FROM article AS earlier JOIN article AS later ON later.url = earlier.url AND later.id > earlier.id;
DROP INDEX article_by_address;
