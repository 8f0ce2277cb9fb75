-- Take back what a reader made. Takes :source_id, :start, :stop, :kind, :ordinal,
-- :version.
DELETE FROM made
WHERE
    source_id = :source_id
    AND start = :start
    AND stop = :stop
    AND kind = :kind
    AND ordinal = :ordinal
    AND version = :version
