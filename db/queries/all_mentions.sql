-- Every mention of some clusters of entities. Takes :ids (a JSON array).
-- Columns: entity_id (a cluster), source_id, start, stop, form, kind.
SELECT
    entity.cluster_id AS entity_id,
    mention.source_id,
    mention.start,
    mention.stop,
    mention.form,
    mention.kind
FROM entity
JOIN mention ON mention.entity_id = entity.id
WHERE entity.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY entity.cluster_id, mention.source_id, mention.start, mention.stop
