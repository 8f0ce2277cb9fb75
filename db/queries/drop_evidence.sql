-- Forget what some events stand on. Takes :ids (a JSON array).
DELETE FROM evidence WHERE event_id IN (SELECT value FROM json_each(:ids))
