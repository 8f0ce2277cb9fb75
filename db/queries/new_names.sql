-- Known entities of which an account after :entity_id has a name that none had before, but for
-- what :reader looked at since, the latest first; of accounts up to :entity_from none is looked
-- at. Takes :limit, too.
-- Columns: id (the cluster), names (a JSON array).
SELECT
    entity.cluster_id AS id,
    json_group_array(DISTINCT entity.name) AS names
-- By number: the index of clusters would lead through all that there is.
FROM entity NOT INDEXED
LEFT JOIN seen_thing
    ON
        seen_thing.reader = :reader
        AND seen_thing.kind = 'entity'
        AND seen_thing.id = entity.cluster_id
WHERE
    entity.id > max(:entity_id, :entity_from)
    AND entity.cluster_id <= :entity_id
    AND entity.lost = 0
    AND entity.id > coalesce(seen_thing.upto, 0)
    -- The plus keeps SQLite to the index of names: a cluster may have a hundred thousand accounts.
    AND NOT EXISTS (
        SELECT 1 FROM entity AS older
        WHERE
            older.folded = entity.folded
            AND +older.cluster_id = entity.cluster_id
            AND +older.id <= max(:entity_id, coalesce(seen_thing.upto, 0))
    )
GROUP BY entity.cluster_id
ORDER BY max(entity.id) DESC
LIMIT :limit
