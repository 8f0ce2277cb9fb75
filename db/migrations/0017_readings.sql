-- A reader says whether a fact was read rightly, and that no date can be given to a source;
-- sources that are to be read again wait for it.

CREATE TABLE grown_assessment (
    target_kind TEXT NOT NULL CHECK (
        target_kind IN ('source', 'entity', 'event', 'fact', 'note')
    ),
    target_id INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('status', 'grade', 'sensitive', 'reading')),
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
            WHEN target_kind = 'source' AND field = 'reading' THEN value = 'unsure'
            WHEN field = 'reading' THEN target_kind = 'fact'
                AND value IN ('right', 'wrong', 'unsure')
            ELSE value = 'yes'
        END
    )
) STRICT, WITHOUT ROWID;

INSERT INTO grown_assessment (
    target_kind, target_id, field, value, reason, made_by, made_at
)
SELECT target_kind, target_id, field, value, reason, made_by, made_at FROM assessment;

DROP TABLE assessment;

ALTER TABLE grown_assessment RENAME TO assessment;

CREATE TABLE source_to_read (
    source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE
) STRICT;
