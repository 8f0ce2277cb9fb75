-- Entities as a list shows them. Takes :ids (a JSON array). Columns: those of EntityRow.
SELECT
    entity_cluster.id,
    entity_cluster.kind,
    entity_cluster.name,
    entity_cluster.mentions,
    entity_cluster.sources,
    entity_cluster.first_year,
    entity_cluster.last_year,
    (
        SELECT count(*)
        FROM note
        JOIN entity ON entity.id = note.target_id
        WHERE note.target_kind = 'entity' AND entity.cluster_id = entity_cluster.id
    ) AS notes,
    EXISTS (SELECT 1 FROM entity WHERE entity.cluster_id = entity_cluster.id AND entity.lost = 1)
    AND NOT EXISTS (
        SELECT 1 FROM entity WHERE entity.cluster_id = entity_cluster.id AND entity.lost = 0
    ) AS lost,
    -- All accounts are by hand. Not whether one is: that looks at every account of a large one.
    NOT EXISTS (
        SELECT 1 FROM entity WHERE entity.cluster_id = entity_cluster.id AND entity.by_hand = 0
    ) AS by_hand
FROM entity_cluster
WHERE entity_cluster.id IN (SELECT value FROM json_each(:ids))
ORDER BY entity_cluster.id
