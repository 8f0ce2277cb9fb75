-- Let accounts of entities have no part in events any more. Takes :ids (a JSON array).
DELETE FROM participant WHERE entity_id IN (SELECT value FROM json_each(:ids))
