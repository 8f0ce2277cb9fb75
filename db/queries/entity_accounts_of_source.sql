-- What entities a source has rows for. Takes :id. Columns: id, kind, folded.
SELECT id, kind, folded FROM entity WHERE source_id = :id ORDER BY id
