-- What the values of a conflict stand on. Takes :id, :limit.
-- Columns: source_id, start, stop, label, published.
SELECT
    conflict_value.source_id,
    conflict_value.start,
    conflict_value.stop,
    source.label,
    source.published
FROM conflict_value
JOIN source ON source.id = conflict_value.source_id
WHERE conflict_value.conflict_id = :id
ORDER BY conflict_value.position
LIMIT :limit
