-- Let accounts of entities have no part in facts any more. Takes :ids (a JSON array).
DELETE FROM fact_about WHERE entity_id IN (SELECT value FROM json_each(:ids))
