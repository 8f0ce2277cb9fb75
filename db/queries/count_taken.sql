-- What goes from the lists with some sources; of entities and events those that no other tells.
-- Takes :ids (a JSON array). Columns: mentions, facts, entities, events.
WITH gone AS MATERIALIZED (
    SELECT value AS id FROM json_each(:ids)
)

SELECT
    (SELECT count(*) FROM gone JOIN mention ON mention.source_id = gone.id) AS mentions,
    (SELECT count(*) FROM gone JOIN fact ON fact.source_id = gone.id) AS facts,
    (
        SELECT count(DISTINCT entity.cluster_id)
        FROM gone
        JOIN entity ON entity.source_id = gone.id
        WHERE
            NOT EXISTS (
                SELECT 1
                FROM entity AS mate
                WHERE
                    mate.cluster_id = entity.cluster_id
                    AND coalesce(mate.source_id, 0) NOT IN (SELECT other.id FROM gone AS other)
            )
    ) AS entities,
    (
        SELECT count(DISTINCT event.cluster_id)
        FROM gone
        JOIN event ON event.source_id = gone.id
        WHERE
            NOT EXISTS (
                SELECT 1
                FROM event AS mate
                WHERE
                    mate.cluster_id = event.cluster_id
                    AND coalesce(mate.source_id, 0) NOT IN (SELECT other.id FROM gone AS other)
            )
    ) AS events
