-- Words are folded before they are indexed (library/search_terms.py), which leaves nothing to do for a tokenizer that
-- knows Unicode; and names keep the marks that make other letters (newstimeline.name_keys).
UPDATE OR IGNORE person SET key = name_key(name) WHERE key <> name_key(name);
UPDATE OR IGNORE place SET key = name_key(name) WHERE key <> name_key(name);
UPDATE OR IGNORE source SET key = name_key(name) WHERE key <> name_key(name);

DROP TABLE settled_words;
DROP TABLE recent_words;
DROP TABLE person_words;
DROP TABLE place_words;
DROP TABLE source_words;
CREATE VIRTUAL TABLE settled_words USING fts5(
    title, headline, evidence, quotes, names, content='', tokenize='ascii'
);
CREATE VIRTUAL TABLE recent_words USING fts5(
    title, headline, evidence, quotes, names, content='', tokenize='ascii'
);
CREATE VIRTUAL TABLE person_words USING fts5(key, content='', tokenize='ascii');
CREATE VIRTUAL TABLE place_words USING fts5(key, content='', tokenize='ascii');
CREATE VIRTUAL TABLE source_words USING fts5(key, content='', tokenize='ascii');
UPDATE derived_state SET stale = 1;
