-- A reader says what a line of a source is: its story, or which part of its furniture.

CREATE TABLE relabelled (
    source_id INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    version TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (
        kind IN (
            'story', 'boilerplate', 'title', 'byline', 'dateline', 'caption', 'heading'
        )
    ),
    quote TEXT NOT NULL CHECK (quote != ''),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (source_id, start, stop, version)
) STRICT, WITHOUT ROWID;
