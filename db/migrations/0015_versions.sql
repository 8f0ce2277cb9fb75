-- A source has versions: the text of a report as it was, and as it is now.

ALTER TABLE source ADD COLUMN text_sha256 TEXT CHECK (length(text_sha256) = 64);

CREATE INDEX source_by_url ON source (url) WHERE url IS NOT NULL;

CREATE INDEX source_by_path ON source (path);

CREATE TABLE source_version (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
    added TEXT,
    made_by TEXT,
    text TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (source_id, sha256, is_first),
    CHECK ((added IS NULL) = (is_first = 1) AND (made_by IS NULL) = (is_first = 1))
) STRICT;

CREATE INDEX source_version_by_hash ON source_version (sha256);

CREATE TABLE version_place (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('event', 'fact', 'note')),
    ref_id INTEGER NOT NULL,
    place TEXT NOT NULL,
    spans TEXT NOT NULL,
    UNIQUE (source_id, sha256, kind, ref_id)
) STRICT;

CREATE INDEX version_place_by_thing ON version_place (kind, ref_id, id);

CREATE TABLE orphan (
    kind TEXT NOT NULL CHECK (kind IN ('event', 'fact', 'note')),
    ref_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    quote TEXT NOT NULL,
    PRIMARY KEY (kind, ref_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX orphan_by_source ON orphan (source_id, kind, ref_id);

CREATE TABLE grown_rejection (
    source_id INTEGER NOT NULL CHECK (source_id >= 0),
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop = 0 OR (stop > start AND source_id > 0)),
    form TEXT NOT NULL CHECK (form != ''),
    version TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (form, source_id, start, stop, version)
) STRICT, WITHOUT ROWID;

INSERT INTO grown_rejection (source_id, start, stop, form)
SELECT source_id, start, stop, form FROM rejected_mention;

DROP TABLE rejected_mention;

ALTER TABLE grown_rejection RENAME TO rejected_mention;

CREATE INDEX rejected_mention_by_source ON rejected_mention (source_id);

CREATE TABLE grown_made (
    source_id INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'event', 'fact')),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    version TEXT NOT NULL DEFAULT '',
    thing_id INTEGER NOT NULL,
    told TEXT NOT NULL,
    things TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (source_id, start, stop, kind, ordinal, version)
) STRICT, WITHOUT ROWID;

INSERT INTO grown_made (
    source_id, start, stop, kind, ordinal, thing_id, told, things, made_by, made_at
)
SELECT source_id, start, stop, kind, ordinal, thing_id, told, things, made_by, made_at
FROM made;

DROP TABLE made;

ALTER TABLE grown_made RENAME TO made;

ALTER TABLE question ADD COLUMN version TEXT NOT NULL DEFAULT '';
