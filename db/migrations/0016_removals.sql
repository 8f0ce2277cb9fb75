-- A source can be removed: all that is of it lies apart, and comes back as it was.

CREATE TABLE removed_source (
    source_id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE put_away (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name != ''),
    told TEXT NOT NULL
) STRICT;

CREATE INDEX put_away_by_source ON put_away (source_id, id);

CREATE INDEX put_away_source ON put_away (id) WHERE name IN ('source', 'source_version');
