-- The mentions of a source, with the name of what they mention. Takes :source_id.
-- Columns: start, stop, form, kind, entity.
SELECT mention.start, mention.stop, mention.form, mention.kind, entity.name AS entity
FROM mention
JOIN entity ON entity.id = mention.entity_id
WHERE mention.source_id = :source_id
ORDER BY mention.start, mention.stop
