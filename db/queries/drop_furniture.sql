-- Remove what is kept of a source beside its text. Takes :id.
DELETE FROM furniture WHERE source_id = :id
