-- What events a source has rows for. Takes :id. Columns: id, kind, anchor, ordinal.
SELECT id, kind, anchor, ordinal FROM event WHERE source_id = :id ORDER BY id
