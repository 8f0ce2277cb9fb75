-- Mark accounts of entities as no longer found, nor made by a reader. Takes :ids (a JSON array).
UPDATE entity SET lost = 1, by_hand = 0 WHERE id IN (SELECT value FROM json_each(:ids))
