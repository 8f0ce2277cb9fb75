-- Remove facts. Takes :ids (a JSON array).
-- Columns: place (a JSON array; see db/README.md, former), id.
DELETE FROM fact
WHERE id IN (SELECT value FROM json_each(:ids))
RETURNING json_array(source_id, start, stop, ordinal) AS place, id
