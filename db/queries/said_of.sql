-- What the reader says of things that are no clusters, field by field.
-- Takes :kind, :ids (a JSON array). Columns: id, and those of assessment.
SELECT
    target_id AS id,
    'tag' AS field,
    name AS value,
    '' AS reason,
    '' AS made_by,
    '' AS made_at,
    target_id
FROM tag
WHERE target_kind = :kind AND target_id IN (SELECT value FROM json_each(:ids))
UNION ALL
SELECT target_id, field, value, reason, made_by, made_at, target_id
FROM assessment
WHERE target_kind = :kind AND target_id IN (SELECT value FROM json_each(:ids))
ORDER BY 1, 2, 6 DESC, 7, 3
