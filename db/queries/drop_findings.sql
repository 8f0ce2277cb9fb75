-- Remove the mentions of a source. Takes :source_id.
DELETE FROM mention WHERE source_id = :source_id
