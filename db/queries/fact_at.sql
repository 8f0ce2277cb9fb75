-- A fact by where it stands. Takes :source_id, :start, :stop, :ordinal. Columns: id.
SELECT id
FROM fact
WHERE source_id = :source_id AND start = :start AND stop = :stop AND ordinal = :ordinal
