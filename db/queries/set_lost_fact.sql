-- Mark the facts of a source that are no longer found, and unmark the rest.
-- Takes :source_id, :kept (a JSON array of ids).
UPDATE fact
SET lost = NOT lost
WHERE
    source_id = :source_id
    AND made_by != 'human'
    AND lost = (id IN (SELECT value FROM json_each(:kept)))
