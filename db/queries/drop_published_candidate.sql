-- Remove what is kept of a source beside its text. Takes :id.
DELETE FROM published_candidate WHERE source_id = :id
