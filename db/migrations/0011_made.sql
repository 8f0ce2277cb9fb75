-- What a reader makes of words that they select, and what they state of who took part and who says so.

CREATE TABLE made (
    source_id INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'event', 'fact')),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    thing_id INTEGER NOT NULL,
    told TEXT NOT NULL,
    things TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (source_id, start, stop, kind, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE stated_participant (
    event_id INTEGER NOT NULL,
    entity_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (event_id, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stated_fact (
    fact_id INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (
        field IN ('statement', 'attribution', 'about', 'event', 'hedge', 'polarity')
    ),
    value TEXT NOT NULL,
    things TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (fact_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE overruled (
    kind TEXT NOT NULL CHECK (kind IN ('source', 'event', 'fact')),
    id INTEGER NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE entity ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));

ALTER TABLE event ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
