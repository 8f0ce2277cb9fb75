-- What the reader put right of entities, account by account; of one field the last said first.
-- Takes :ids (a JSON array of clusters). Columns: id (the cluster), and those of correction.
SELECT
    entity.cluster_id AS id,
    correction.target_id,
    correction.field,
    correction.value,
    correction.wording,
    correction.entity_id,
    correction.made_at
FROM correction
CROSS JOIN entity ON entity.id = correction.target_id
WHERE
    correction.target_kind = 'entity'
    AND entity.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY 1, correction.made_at DESC, correction.target_id, correction.field, correction.value
