-- Let linking see some sources again. Takes :ids (a JSON array).
UPDATE source SET linked = 0 WHERE id IN (SELECT value FROM json_each(:ids))
