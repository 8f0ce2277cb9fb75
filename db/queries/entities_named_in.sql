-- The entities named in a stretch of a source, in order. Takes :source_id, :start, :stop.
-- Columns: id (an account), cluster_id, form, kind, name.
SELECT entity.id, entity.cluster_id, mention.form, entity_cluster.kind, entity_cluster.name
FROM mention
JOIN entity ON entity.id = mention.entity_id
JOIN entity_cluster ON entity_cluster.id = entity.cluster_id
WHERE mention.source_id = :source_id AND mention.start < :stop AND mention.stop > :start
ORDER BY mention.start, mention.stop
