-- Forget who took part in some events. Takes :ids (a JSON array).
DELETE FROM participant WHERE event_id IN (SELECT value FROM json_each(:ids))
