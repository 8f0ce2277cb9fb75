-- Those of some accounts of entities and events of which a source tells that does not go.
-- Takes :entities, :events, :ids (JSON arrays; :ids of the sources that go). Columns: kind, id.
WITH gone AS MATERIALIZED (
    SELECT value AS id FROM json_each(:ids)
)

SELECT 'entity' AS kind, entity.id
FROM entity
WHERE
    entity.id IN (SELECT value FROM json_each(:entities))
    AND EXISTS (
        SELECT 1
        FROM entity AS mate
        WHERE
            mate.cluster_id = entity.cluster_id
            AND coalesce(mate.source_id, 0) NOT IN (SELECT gone.id FROM gone)
    )
UNION ALL
SELECT 'event', event.id
FROM event
WHERE
    event.id IN (SELECT value FROM json_each(:events))
    AND EXISTS (
        SELECT 1
        FROM event AS mate
        WHERE
            mate.cluster_id = event.cluster_id
            AND coalesce(mate.source_id, 0) NOT IN (SELECT gone.id FROM gone)
    )
ORDER BY 1, 2
