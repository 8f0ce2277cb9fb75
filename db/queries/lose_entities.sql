-- Mark accounts of entities as no longer found. Takes :ids (a JSON array).
UPDATE entity SET lost = 1 WHERE id IN (SELECT value FROM json_each(:ids))
