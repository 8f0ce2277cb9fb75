-- Remove accounts of entities, but for those that a reader wrote on or judged.
-- Takes :ids (a JSON array). Columns: place (a JSON array; see db/README.md, former), id, cluster_id.
DELETE FROM entity
WHERE
    id IN (SELECT value FROM json_each(:ids))
    AND id NOT IN (SELECT target_id FROM note WHERE target_kind = 'entity')
    AND id NOT IN (SELECT target_id FROM tag WHERE target_kind = 'entity')
    AND id NOT IN (SELECT target_id FROM assessment WHERE target_kind = 'entity')
    AND id NOT IN (SELECT target_id FROM correction WHERE target_kind = 'entity')
    AND id NOT IN (SELECT entity_id FROM correction WHERE entity_id IS NOT NULL)
    AND NOT EXISTS (
        SELECT 1
        FROM judgement
        WHERE
            judgement.kind = 'entity'
            AND entity.id IN (judgement.left_id, judgement.right_id)
            AND judgement.made_by NOT LIKE 'machine:%'
    )
RETURNING json_array(source_id, kind, folded) AS place, id, cluster_id
