-- What is known of a source can be corrected, and what is found again keeps its ref.

CREATE TABLE grown_decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deed TEXT NOT NULL CHECK (
        deed IN (
            'note added', 'note edited', 'note deleted', 'source corrected', 'undo', 'redo'
        )
    ),
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

CREATE TABLE former (
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'event', 'fact', 'conflict')),
    place TEXT NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (kind, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE shrunken_cluster (
    id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE former_judgement (
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'event')),
    left_id INTEGER NOT NULL,
    right_id INTEGER NOT NULL,
    judgement TEXT NOT NULL CHECK (judgement IN ('same', 'different', 'unsure')),
    reason TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (kind, left_id, right_id, judgement, reason)
) STRICT, WITHOUT ROWID;

CREATE INDEX conflict_value_by_source ON conflict_value (source_id);
