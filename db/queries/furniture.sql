-- The marked parts of a source, in order. Takes :id. Columns: start, stop, kind.
SELECT start, stop, kind FROM furniture WHERE source_id = :id ORDER BY start
