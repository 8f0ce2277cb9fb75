-- A reader keeps what they looked for, by a name of its own.
-- The words of a deed are no longer counted up: README.md beside this folder lists them.

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name != ''),
    line TEXT NOT NULL CHECK (line != ''),
    created TEXT NOT NULL
) STRICT;

CREATE TABLE grown_decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deed TEXT NOT NULL CHECK (deed != ''),
    target_kind TEXT NOT NULL,
    target_id INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    of_id INTEGER REFERENCES decision (id),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

INSERT INTO grown_decision (
    id, deed, target_kind, target_id, before, after, of_id, made_by, made_at
)
SELECT id, deed, target_kind, target_id, before, after, of_id, made_by, made_at
FROM decision
ORDER BY id;

DROP TABLE decision;

ALTER TABLE grown_decision RENAME TO decision;
