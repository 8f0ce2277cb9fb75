-- Let accounts of entities have no part in citations any more. Takes :ids (a JSON array).
UPDATE citation SET entity_id = NULL WHERE entity_id IN (SELECT value FROM json_each(:ids))
