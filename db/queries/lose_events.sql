-- Mark accounts of events as no longer there. Takes :ids (a JSON array).
UPDATE event SET lost = 1 WHERE id IN (SELECT value FROM json_each(:ids))
