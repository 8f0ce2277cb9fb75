-- Note how long the texts of all sources are.
UPDATE source
SET characters = (SELECT length(text) FROM source_text WHERE source_text.source_id = source.id)
WHERE id IN (SELECT source_id FROM source_text)
