-- Mark facts as no longer there. Takes :ids (a JSON array).
UPDATE fact SET lost = 1 WHERE id IN (SELECT value FROM json_each(:ids))
