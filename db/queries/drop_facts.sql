-- Remove the facts that an engine no longer finds in a source, but for those that a reader
-- wrote on. Takes :source_id, :kept (a JSON array of ids).
-- Columns: place (a JSON array; see db/README.md, former), id.
DELETE FROM fact
WHERE
    source_id = :source_id
    AND made_by != 'human'
    AND id NOT IN (SELECT value FROM json_each(:kept))
    AND id NOT IN (SELECT target_id FROM note WHERE target_kind = 'fact')
    AND id NOT IN (SELECT target_id FROM tag WHERE target_kind = 'fact')
    AND id NOT IN (SELECT target_id FROM assessment WHERE target_kind = 'fact')
RETURNING json_array(source_id, start, stop, ordinal) AS place, id
