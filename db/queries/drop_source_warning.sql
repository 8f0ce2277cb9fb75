-- Remove what is kept of a source beside its text. Takes :id.
DELETE FROM source_warning WHERE source_id = :id
