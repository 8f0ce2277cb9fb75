-- What goes from the lists with some sources; of entities and events those that no other tells.
-- Takes :ids (a JSON array). Columns: kind, id, label.
WITH gone AS MATERIALIZED (
    SELECT value AS id FROM json_each(:ids)
)

SELECT 'entity' AS kind, entity_cluster.id, entity_cluster.name AS label
FROM entity_cluster
WHERE
    entity_cluster.id IN (
        SELECT entity.cluster_id FROM gone JOIN entity ON entity.source_id = gone.id
    )
    AND NOT EXISTS (
        SELECT 1
        FROM entity AS mate
        WHERE
            mate.cluster_id = entity_cluster.id
            AND coalesce(mate.source_id, 0) NOT IN (SELECT other.id FROM gone AS other)
    )
UNION ALL
SELECT 'event', event_cluster.id, event_cluster.title
FROM event_cluster
WHERE
    event_cluster.id IN (
        SELECT event.cluster_id FROM gone JOIN event ON event.source_id = gone.id
    )
    AND NOT EXISTS (
        SELECT 1
        FROM event AS mate
        WHERE
            mate.cluster_id = event_cluster.id
            AND coalesce(mate.source_id, 0) NOT IN (SELECT other.id FROM gone AS other)
    )
UNION ALL
SELECT 'fact', fact.id, fact.statement
FROM gone
JOIN fact ON fact.source_id = gone.id
WHERE fact.lost = 0
ORDER BY 1, 2
