-- The last decision before :before of which other cases are told, and what came after it.
-- Takes :before. Columns: id, deed, of_id, told, after.
SELECT id, deed, of_id, told, after
FROM decision
WHERE
    id < :before
    AND id >= coalesce(
        (SELECT max(id) FROM decision WHERE id < :before AND told IS NOT NULL), 0
    )
ORDER BY id
