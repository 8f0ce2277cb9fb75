-- Let linking see again, for each entity of a source, one of the other sources that name it: it
-- looks at all that may be one with those. Takes :id.
UPDATE source
SET linked = 0
WHERE
    linked = 1
    AND id IN (
        SELECT min(mate.source_id)
        FROM entity
        JOIN entity AS mate ON mate.cluster_id = entity.cluster_id
        WHERE entity.source_id = :id AND mate.source_id != :id
        GROUP BY mate.cluster_id
    )
