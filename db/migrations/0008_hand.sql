-- What the reader says of a thing: tags, its status, its grade, that it is sensitive.
-- The words of a deed are no longer counted up: README.md beside this folder lists them.

CREATE TABLE tag (
    target_kind TEXT NOT NULL CHECK (
        target_kind IN ('source', 'entity', 'event', 'fact', 'note')
    ),
    target_id INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name != ''),
    PRIMARY KEY (target_kind, target_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_by_name ON tag (name, target_kind, target_id);

CREATE TABLE assessment (
    target_kind TEXT NOT NULL CHECK (
        target_kind IN ('source', 'entity', 'event', 'fact', 'note')
    ),
    target_id INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('status', 'grade', 'sensitive')),
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (target_kind, target_id, field),
    CHECK (
        CASE
            WHEN field = 'status' THEN target_kind IN ('entity', 'event', 'fact')
                AND value IN ('confirmed', 'disputed', 'rejected')
            WHEN target_kind = 'source' AND field = 'grade'
                THEN value IN ('A', 'B', 'C', 'D', 'E', 'F')
            WHEN field = 'grade' THEN target_kind = 'fact'
                AND value IN ('1', '2', '3', '4', '5', '6')
            ELSE value = 'yes'
        END
    )
) STRICT, WITHOUT ROWID;

ALTER TABLE entity ADD COLUMN lost INTEGER NOT NULL DEFAULT 0 CHECK (lost IN (0, 1));

ALTER TABLE event ADD COLUMN lost INTEGER NOT NULL DEFAULT 0 CHECK (lost IN (0, 1));

ALTER TABLE fact ADD COLUMN lost INTEGER NOT NULL DEFAULT 0 CHECK (lost IN (0, 1));

CREATE INDEX entity_lost ON entity (cluster_id) WHERE lost = 1;

CREATE INDEX event_lost ON event (cluster_id) WHERE lost = 1;

CREATE TABLE grown_decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deed TEXT NOT NULL CHECK (deed != ''),
    target_kind TEXT NOT NULL,
    target_id INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    of_id INTEGER REFERENCES decision (id),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CHECK ((of_id IS NULL) = (deed NOT IN ('undo', 'redo')))
) STRICT;

INSERT INTO grown_decision (
    id, deed, target_kind, target_id, before, after, of_id, made_by, made_at
)
SELECT id, deed, target_kind, target_id, before, after, of_id, made_by, made_at
FROM decision
ORDER BY id;

DROP TABLE decision;

ALTER TABLE grown_decision RENAME TO decision;
