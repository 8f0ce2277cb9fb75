-- Remove the citations of a source. Takes :source_id.
DELETE FROM citation WHERE source_id = :source_id
