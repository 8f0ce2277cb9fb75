-- Those of some known entities of which an account after :entity_id has a name that none had
-- before, and that :reader did not look at since; of accounts up to :entity_from none is looked
-- at. Takes :ids (a JSON array of clusters), too.
-- Columns: id.
SELECT wanted.value AS id
FROM json_each(:ids) AS wanted
LEFT JOIN seen_thing
    ON
        seen_thing.reader = :reader
        AND seen_thing.kind = 'entity'
        AND seen_thing.id = wanted.value
WHERE
    wanted.value <= :entity_id
    AND EXISTS (
        SELECT 1 FROM entity
        WHERE
            entity.cluster_id = wanted.value
            AND entity.id > max(:entity_id, :entity_from, coalesce(seen_thing.upto, 0))
            AND entity.lost = 0
            AND NOT EXISTS (
                SELECT 1 FROM entity AS older
                WHERE
                    older.folded = entity.folded
                    AND +older.cluster_id = entity.cluster_id
                    AND +older.id <= max(:entity_id, coalesce(seen_thing.upto, 0))
            )
    )
ORDER BY wanted.value
