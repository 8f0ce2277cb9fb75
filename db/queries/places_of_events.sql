-- Where some events took place. Takes :ids (a JSON array of accounts).
-- Columns: id, place_id, lost.
SELECT id, place_id, lost FROM event WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id
