-- Remove accounts of events. Takes :ids (a JSON array).
-- Columns: place (a JSON array; see db/README.md, former), id.
DELETE FROM event
WHERE id IN (SELECT value FROM json_each(:ids))
RETURNING json_array(source_id, kind, anchor, ordinal) AS place, id
