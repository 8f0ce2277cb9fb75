-- The notes on passages of a source. Takes :id. Columns: id.
SELECT id
FROM note
WHERE target_kind = 'source' AND target_id = :id AND start IS NOT NULL
ORDER BY id
