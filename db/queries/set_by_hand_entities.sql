-- Mark the accounts of entities of a source that a reader alone made, and unmark the rest.
-- Takes :source_id, :made (a JSON array of ids).
UPDATE entity
SET by_hand = NOT by_hand
WHERE
    source_id = :source_id
    AND by_hand != (id IN (SELECT value FROM json_each(:made)))
