-- Of each of some entities whether it is in an event, or named in a source, that may be from one
-- day on and before another. Takes :ids (clusters, a JSON array), :after, :before (ISO dates or
-- NULL). Columns: id, is_so.
SELECT
    value AS id,
    EXISTS (
        SELECT 1
        FROM entity
        JOIN source ON source.id = entity.source_id
        WHERE
            entity.cluster_id = json_each.value
            AND source.published_earliest IS NOT NULL
            AND (:after IS NULL OR coalesce(source.published_latest, :after) >= :after)
            AND (:before IS NULL OR source.published_earliest < :before)
    )
    OR EXISTS (
        SELECT 1
        FROM entity
        JOIN participant ON participant.entity_id = entity.id
        JOIN event ON event.id = participant.event_id
        JOIN event_cluster ON event_cluster.id = event.cluster_id
        WHERE
            entity.cluster_id = json_each.value
            AND coalesce(event_cluster.earliest, event_cluster.latest) IS NOT NULL
            AND (:after IS NULL OR coalesce(event_cluster.latest, :after) >= :after)
            AND (:before IS NULL OR coalesce(event_cluster.earliest, '') < :before)
    )
    OR EXISTS (
        SELECT 1
        FROM entity
        JOIN event ON event.place_id = entity.id
        JOIN event_cluster ON event_cluster.id = event.cluster_id
        WHERE
            entity.cluster_id = json_each.value
            AND coalesce(event_cluster.earliest, event_cluster.latest) IS NOT NULL
            AND (:after IS NULL OR coalesce(event_cluster.latest, :after) >= :after)
            AND (:before IS NULL OR coalesce(event_cluster.earliest, '') < :before)
    ) AS is_so
FROM json_each(:ids)
