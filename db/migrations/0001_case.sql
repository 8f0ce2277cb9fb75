-- The first format of a case file. Every table and column is explained in db/README.md.
-- Offsets (start, stop) are code points into source_text.text; stop is exclusive.

CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    engine TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    UNIQUE (engine, fingerprint)
) STRICT;

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    codec TEXT NOT NULL,
    label TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    dateline TEXT,
    language TEXT,
    url TEXT,
    published TEXT,
    published_text TEXT,
    published_earliest TEXT,
    published_latest TEXT CHECK (published_latest >= published_earliest),
    published_basis TEXT CHECK (
        published_basis IN ('given', 'metadata', 'dateline', 'inferred')
    ),
    published_reason TEXT NOT NULL DEFAULT '',
    given TEXT NOT NULL DEFAULT '',
    characters INTEGER NOT NULL CHECK (characters >= 0),
    run_id INTEGER REFERENCES run (id),
    linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1))
) STRICT;

CREATE INDEX source_to_link ON source (id) WHERE linked = 0;

CREATE INDEX source_by_date ON source (published_earliest, id);

CREATE TABLE source_text (
    source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE source_warning (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE published_candidate (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    edtf TEXT NOT NULL,
    PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE furniture (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    kind TEXT NOT NULL CHECK (
        kind IN ('boilerplate', 'title', 'byline', 'dateline', 'caption', 'heading')
    ),
    PRIMARY KEY (source_id, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER REFERENCES source (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'other')),
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    description TEXT,
    cluster_id INTEGER NOT NULL,
    UNIQUE (source_id, kind, folded)
) STRICT;

CREATE INDEX entity_by_cluster ON entity (cluster_id, id);
CREATE INDEX entity_by_folded ON entity (folded, id);

CREATE TABLE entity_block (
    block TEXT NOT NULL,
    entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    PRIMARY KEY (block, entity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_block_by_entity ON entity_block (entity_id);

CREATE TABLE entity_cluster (
    id INTEGER PRIMARY KEY REFERENCES entity (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    first_year INTEGER,
    last_year INTEGER
) STRICT;

CREATE INDEX entity_cluster_ranked ON entity_cluster (mentions DESC, name, id);

CREATE TABLE mention (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('name', 'metonym', 'demonym', 'nominal')),
    form TEXT NOT NULL,
    PRIMARY KEY (source_id, start, stop)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_by_entity ON mention (entity_id, source_id, start);

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER REFERENCES source (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (
        kind IN (
            'meeting', 'statement', 'agreement', 'visit', 'sanction', 'report', 'abduction',
            'return', 'test', 'plan', 'attack', 'arrest', 'transfer', 'appointment', 'other'
        )
    ),
    anchor INTEGER NOT NULL CHECK (anchor >= 0),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    title TEXT NOT NULL,
    date_text TEXT,
    edtf TEXT,
    earliest TEXT,
    latest TEXT CHECK (latest >= earliest),
    place_id INTEGER REFERENCES entity (id) ON DELETE SET NULL,
    modality TEXT NOT NULL CHECK (
        modality IN ('happened', 'reported', 'planned', 'denied', 'uncertain')
    ),
    secret INTEGER NOT NULL CHECK (secret IN (0, 1)),
    cluster_id INTEGER NOT NULL,
    UNIQUE (source_id, kind, anchor, ordinal)
) STRICT;

CREATE INDEX event_by_cluster ON event (cluster_id, id);
CREATE INDEX event_by_place ON event (place_id) WHERE place_id IS NOT NULL;

CREATE TABLE event_cluster (
    id INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    date_text TEXT,
    edtf TEXT,
    earliest TEXT,
    latest TEXT,
    place_id INTEGER REFERENCES entity (id) ON DELETE SET NULL,
    modality TEXT NOT NULL,
    secret INTEGER NOT NULL,
    sources INTEGER NOT NULL
) STRICT;

CREATE INDEX event_cluster_by_date ON event_cluster (earliest, latest, id);

CREATE TABLE participant (
    event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (event_id, entity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX participant_by_entity ON participant (entity_id, event_id);

CREATE TABLE evidence (
    event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    PRIMARY KEY (event_id, source_id, start, stop)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_source ON evidence (source_id, start);

CREATE TABLE fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    statement TEXT NOT NULL,
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    hedge TEXT,
    polarity TEXT NOT NULL CHECK (polarity IN ('affirmed', 'denied')),
    quoted INTEGER NOT NULL CHECK (quoted IN (0, 1)),
    made_by TEXT NOT NULL,
    UNIQUE (source_id, start, stop, ordinal)
) STRICT;

CREATE INDEX fact_by_event ON fact (event_id) WHERE event_id IS NOT NULL;

CREATE TABLE fact_about (
    fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    PRIMARY KEY (fact_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_about_by_entity ON fact_about (entity_id, fact_id);

CREATE TABLE attribution (
    fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
    depth INTEGER NOT NULL CHECK (depth >= 0),
    speaker TEXT NOT NULL,
    entity_id INTEGER REFERENCES entity (id) ON DELETE SET NULL,
    verb TEXT,
    PRIMARY KEY (fact_id, depth)
) STRICT, WITHOUT ROWID;

CREATE INDEX attribution_by_entity ON attribution (entity_id, fact_id)
WHERE entity_id IS NOT NULL;

CREATE TABLE citation (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('outlet', 'anonymous', 'official')),
    entity_id INTEGER REFERENCES entity (id) ON DELETE SET NULL,
    cited_id INTEGER REFERENCES source (id) ON DELETE SET NULL,
    PRIMARY KEY (source_id, start, stop)
) STRICT, WITHOUT ROWID;

CREATE INDEX citation_by_cited ON citation (cited_id) WHERE cited_id IS NOT NULL;

CREATE TABLE judgement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'event')),
    left_id INTEGER NOT NULL,
    right_id INTEGER NOT NULL CHECK (right_id > left_id),
    judgement TEXT NOT NULL CHECK (judgement IN ('same', 'different', 'unsure')),
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (kind, left_id, right_id, made_by)
) STRICT;

CREATE TABLE conflict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    about_kind TEXT NOT NULL CHECK (about_kind IN ('entity', 'event')),
    about_id INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (
        field IN ('date', 'place', 'participants', 'number', 'happened', 'published', 'other')
    ),
    UNIQUE (about_kind, about_id, field)
) STRICT;

CREATE TABLE conflict_value (
    conflict_id INTEGER NOT NULL REFERENCES conflict (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    PRIMARY KEY (conflict_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    target_kind TEXT NOT NULL CHECK (
        target_kind IN ('source', 'entity', 'event', 'fact', 'conflict')
    ),
    target_id INTEGER NOT NULL,
    start INTEGER CHECK (start >= 0),
    stop INTEGER CHECK (stop > start),
    quote TEXT,
    prefix TEXT,
    suffix TEXT,
    body TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    CHECK ((start IS NULL) = (quote IS NULL))
) STRICT;

CREATE INDEX note_by_target ON note (target_kind, target_id, id);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deed TEXT NOT NULL CHECK (
        deed IN ('note added', 'note edited', 'note deleted', 'undo', 'redo')
    ),
    target_kind TEXT NOT NULL,
    target_id INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    of_id INTEGER REFERENCES decision (id),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('source', 'entity', 'event')),
    ref_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    weight INTEGER NOT NULL,
    UNIQUE (kind, ref_id, text)
) STRICT;

CREATE INDEX name_by_folded ON name (folded, id);

CREATE TABLE name_gram (
    gram TEXT NOT NULL,
    name_id INTEGER NOT NULL REFERENCES name (id) ON DELETE CASCADE,
    PRIMARY KEY (gram, name_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_gram_by_name ON name_gram (name_id);

CREATE VIRTUAL TABLE source_words USING fts5 (
    words,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE note_words USING fts5 (
    words,
    tokenize = 'unicode61 remove_diacritics 2'
);
