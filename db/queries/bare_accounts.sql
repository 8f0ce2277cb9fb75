-- Those accounts of entities that nothing names any more. Takes :ids (a JSON array). Columns: id.
SELECT id
FROM entity
WHERE
    id IN (SELECT value FROM json_each(:ids))
    AND id NOT IN (SELECT entity_id FROM mention WHERE entity_id IN (SELECT value FROM json_each(:ids)))
ORDER BY id
