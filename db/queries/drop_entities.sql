-- Remove accounts of entities. Takes :ids (a JSON array).
-- Columns: place (a JSON array; see db/README.md, former), id, cluster_id.
DELETE FROM entity
WHERE id IN (SELECT value FROM json_each(:ids))
RETURNING json_array(source_id, kind, folded) AS place, id, cluster_id
