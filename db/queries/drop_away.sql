-- Forget what lay apart with a source. Takes :id.
DELETE FROM put_away WHERE source_id = :id
