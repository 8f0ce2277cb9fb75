-- Remove the accounts of events that a source no longer tells, but for those that a reader
-- wrote on. Takes :source_id, :kept (a JSON array of ids).
DELETE FROM event
WHERE
    source_id = :source_id
    AND id NOT IN (SELECT value FROM json_each(:kept))
    AND id NOT IN (SELECT target_id FROM note WHERE target_kind = 'event')
