-- What the reader says of events, account by account; of one field the last said first.
-- Takes :ids (a JSON array of clusters). Columns: id (the cluster), and those of assessment.
SELECT
    event.cluster_id AS id,
    'tag' AS field,
    tag.name AS value,
    '' AS reason,
    '' AS made_by,
    '' AS made_at,
    tag.target_id
FROM tag
CROSS JOIN event ON event.id = tag.target_id
WHERE tag.target_kind = 'event' AND event.cluster_id IN (SELECT value FROM json_each(:ids))
UNION ALL
SELECT
    event.cluster_id,
    assessment.field,
    assessment.value,
    assessment.reason,
    assessment.made_by,
    assessment.made_at,
    assessment.target_id
FROM assessment
CROSS JOIN event ON event.id = assessment.target_id
WHERE
    assessment.target_kind = 'event'
    AND event.cluster_id IN (SELECT value FROM json_each(:ids))
ORDER BY 1, 2, 6 DESC, 7, 3
