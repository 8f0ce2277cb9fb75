-- Write down what a reader makes. Takes the columns.
INSERT OR REPLACE INTO made (
    source_id, start, stop, kind, ordinal, thing_id, told, things, made_by, made_at, version
)
VALUES (
    :source_id, :start, :stop, :kind, :ordinal, :thing_id, :told, :things, :made_by, :made_at,
    :version
)
