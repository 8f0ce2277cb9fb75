-- Remove the accounts of a source that are no longer found, but for those that a reader
-- wrote on or judged. Takes :source_id, :kept (a JSON array of ids).
-- Columns: place (a JSON array; see db/README.md, former), id, cluster_id.
DELETE FROM entity
WHERE
    source_id = :source_id
    AND id NOT IN (SELECT value FROM json_each(:kept))
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
