-- The decisions of which nothing is told yet, oldest first. Columns: those of the log.
SELECT id, deed, target_kind, target_id, before, after, of_id, made_by, made_at
FROM decision
WHERE
    told IS NULL
    AND deed != 'log merged'
    AND (of_id IS NULL OR of_id NOT IN (SELECT id FROM decision WHERE told IS NULL AND deed = 'log merged'))
ORDER BY id
