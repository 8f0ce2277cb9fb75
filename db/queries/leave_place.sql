-- Let accounts of entities be the place of nothing any more. Takes :ids (a JSON array).
UPDATE event SET place_id = NULL WHERE place_id IN (SELECT value FROM json_each(:ids))
