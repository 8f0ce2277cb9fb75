-- Words that a reader says are no name: engines may find them again, they are left out.

CREATE TABLE rejected_mention (
    source_id INTEGER NOT NULL CHECK (source_id >= 0),
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop = 0 OR (stop > start AND source_id > 0)),
    form TEXT NOT NULL CHECK (form != ''),
    PRIMARY KEY (form, source_id, start, stop)
) STRICT, WITHOUT ROWID;

CREATE INDEX rejected_mention_by_source ON rejected_mention (source_id);
