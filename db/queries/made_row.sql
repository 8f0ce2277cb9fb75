-- One thing that a reader made. Takes :source_id, :start, :stop, :kind, :ordinal,
-- :version.
-- Columns: those of the table.
SELECT source_id, start, stop, kind, ordinal, thing_id, told, things, made_by, made_at, version
FROM made
WHERE
    source_id = :source_id
    AND start = :start
    AND stop = :stop
    AND kind = :kind
    AND ordinal = :ordinal
    AND version = :version
