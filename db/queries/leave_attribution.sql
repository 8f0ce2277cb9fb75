-- Let accounts of entities have no part in attributions any more. Takes :ids (a JSON array).
UPDATE attribution SET entity_id = NULL WHERE entity_id IN (SELECT value FROM json_each(:ids))
