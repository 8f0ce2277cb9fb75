-- What a reader puts right: words that are no name, and what entities and events are.

CREATE TABLE rejected_mention (
    source_id INTEGER NOT NULL CHECK (source_id >= 0),
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop = 0 OR (stop > start AND source_id > 0)),
    form TEXT NOT NULL CHECK (form != ''),
    PRIMARY KEY (form, source_id, start, stop)
) STRICT, WITHOUT ROWID;

CREATE INDEX rejected_mention_by_source ON rejected_mention (source_id);

CREATE TABLE correction (
    target_kind TEXT NOT NULL CHECK (target_kind IN ('entity', 'event')),
    target_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    wording TEXT,
    entity_id INTEGER,
    made_at TEXT NOT NULL,
    PRIMARY KEY (target_kind, target_id, field, value),
    CHECK (
        CASE target_kind
            WHEN 'entity' THEN field IN ('name', 'kind', 'alias')
            ELSE field IN ('title', 'kind', 'date', 'place', 'modality')
        END
    ),
    CHECK (entity_id IS NULL OR field = 'place')
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_by_entity ON correction (entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE merged_decision (
    key TEXT PRIMARY KEY CHECK (length(key) = 64),
    told TEXT NOT NULL,
    note_id INTEGER
) STRICT, WITHOUT ROWID;
