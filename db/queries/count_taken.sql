-- What goes from the lists with a source; of entities and events those that no other tells.
-- Takes :id. Columns: mentions, facts, entities, events.
SELECT
    (SELECT count(*) FROM mention WHERE source_id = :id) AS mentions,
    (SELECT count(*) FROM fact WHERE source_id = :id) AS facts,
    (
        SELECT count(DISTINCT entity.cluster_id)
        FROM entity
        WHERE
            entity.source_id = :id
            AND NOT EXISTS (
                SELECT 1
                FROM entity AS mate
                WHERE mate.cluster_id = entity.cluster_id AND mate.source_id IS NOT :id
            )
    ) AS entities,
    (
        SELECT count(DISTINCT event.cluster_id)
        FROM event
        WHERE
            event.source_id = :id
            AND NOT EXISTS (
                SELECT 1
                FROM event AS mate
                WHERE mate.cluster_id = event.cluster_id AND mate.source_id IS NOT :id
            )
    ) AS events
