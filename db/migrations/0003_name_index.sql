-- Names are found by bitmaps of their features, not by a row for each feature.

DROP TABLE IF EXISTS name_gram;

CREATE TABLE name_anew (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('source', 'entity', 'event')),
    ref_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    weight INTEGER NOT NULL
) STRICT;

INSERT INTO name_anew (id, kind, ref_id, text, weight)
SELECT row_number() OVER (ORDER BY id), kind, ref_id, text, weight FROM name;

DROP TABLE name;

ALTER TABLE name_anew RENAME TO name;

CREATE INDEX name_by_ref ON name (ref_id, kind);

CREATE TABLE name_feature (
    id INTEGER PRIMARY KEY,
    names BLOB NOT NULL
) STRICT;

CREATE TABLE name_form (
    page INTEGER PRIMARY KEY,
    forms BLOB NOT NULL
) STRICT;

CREATE TABLE name_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    indexed INTEGER NOT NULL CHECK (indexed IN (0, 1))
) STRICT;

INSERT INTO name_state (id, version, indexed)
SELECT 1, random(), NOT EXISTS (SELECT 1 FROM name);
