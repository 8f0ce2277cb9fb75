-- Forget what the events of a source stand on. Takes :source_id.
DELETE FROM evidence WHERE source_id = :source_id
