-- The sources that readers removed.
-- Columns: source_id, reason, made_by, made_at.
SELECT source_id, reason, made_by, made_at
FROM removed_source
ORDER BY made_at, source_id
