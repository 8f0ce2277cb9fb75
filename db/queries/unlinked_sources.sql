-- Sources whose findings were never linked, because an add was cut short. Columns: id.
SELECT DISTINCT entity.source_id AS id
FROM entity
WHERE
    entity.source_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM entity_cluster WHERE entity_cluster.id = entity.cluster_id)
UNION
SELECT DISTINCT event.source_id
FROM event
WHERE
    event.source_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event_cluster WHERE event_cluster.id = event.cluster_id)
ORDER BY 1
