-- What an engine that takes long found, kept so that it need not be run again.

CREATE TABLE kept_findings (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    key TEXT NOT NULL CHECK (length(key) = 64),
    findings BLOB NOT NULL,
    PRIMARY KEY (source_id, engine)
) STRICT;
