-- What each reader has seen, so that what is new can be told; and what they ask, of whom.

CREATE TABLE lapse (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fact_id INTEGER NOT NULL UNIQUE REFERENCES fact (id) ON DELETE CASCADE
) STRICT;

INSERT INTO lapse (fact_id)
SELECT id
FROM fact
WHERE lost = 1
ORDER BY id;

CREATE TABLE milestone (
    at TEXT PRIMARY KEY,
    source_id INTEGER NOT NULL,
    entity_id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    fact_id INTEGER NOT NULL,
    conflict_id INTEGER NOT NULL,
    lapse_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO milestone (at, source_id, entity_id, event_id, fact_id, conflict_id, lapse_id)
SELECT
    '',
    coalesce((SELECT max(id) FROM source), 0),
    coalesce((SELECT max(id) FROM entity), 0),
    coalesce((SELECT max(id) FROM event), 0),
    coalesce((SELECT max(id) FROM fact), 0),
    coalesce((SELECT max(id) FROM conflict), 0),
    coalesce((SELECT max(id) FROM lapse), 0);

CREATE TABLE seen (
    reader TEXT PRIMARY KEY CHECK (reader != ''),
    at TEXT NOT NULL,
    source_id INTEGER NOT NULL,
    entity_id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    fact_id INTEGER NOT NULL,
    conflict_id INTEGER NOT NULL,
    lapse_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_thing (
    reader TEXT NOT NULL REFERENCES seen (reader) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('source', 'entity', 'event', 'fact', 'conflict')),
    id INTEGER NOT NULL,
    upto INTEGER NOT NULL,
    PRIMARY KEY (reader, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    target_kind TEXT NOT NULL CHECK (
        target_kind IN ('source', 'entity', 'event', 'fact', 'conflict')
    ),
    target_id INTEGER NOT NULL,
    words TEXT NOT NULL CHECK (words != ''),
    start INTEGER CHECK (start >= 0),
    stop INTEGER CHECK (stop > start),
    quote TEXT,
    asked_of TEXT NOT NULL,
    asked_at TEXT,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT,
    PRIMARY KEY (target_kind, target_id, words),
    CHECK ((start IS NULL) = (stop IS NULL) AND (start IS NULL) = (quote IS NULL)),
    CHECK (start IS NULL OR target_kind = 'source'),
    CHECK ((asked_of = '') = (asked_at IS NULL)),
    CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
) STRICT, WITHOUT ROWID;
