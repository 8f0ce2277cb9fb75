-- Mark the accounts of entities of a source that are no longer found, and unmark the rest.
-- Takes :source_id, :kept (a JSON array of ids).
UPDATE entity
SET lost = NOT lost
WHERE
    source_id = :source_id
    AND lost = (id IN (SELECT value FROM json_each(:kept)))
