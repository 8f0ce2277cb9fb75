-- The forms by which an entity is named, commonest first. Takes :id. Columns: form, uses.
SELECT mention.form, count(*) AS uses
FROM entity
JOIN mention ON mention.entity_id = entity.id
WHERE entity.cluster_id = :id AND mention.kind IN ('name', 'metonym')
GROUP BY mention.form
ORDER BY uses DESC, mention.form
