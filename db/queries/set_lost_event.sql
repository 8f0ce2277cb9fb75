-- Mark the accounts of events of a source that are no longer found, and unmark the rest.
-- Takes :source_id, :kept (a JSON array of ids).
UPDATE event
SET lost = NOT lost
WHERE
    source_id = :source_id
    AND by_hand = 0
    AND lost = (id IN (SELECT value FROM json_each(:kept)))
