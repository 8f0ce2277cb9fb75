-- What the reader has said of things in one field, as they are shown; the last said last.
-- Takes :field. Columns: kind, id, value.
SELECT
    assessment.target_kind AS kind,
    coalesce(entity.cluster_id, event.cluster_id, assessment.target_id) AS id,
    assessment.value
FROM assessment
LEFT JOIN entity ON assessment.target_kind = 'entity' AND entity.id = assessment.target_id
LEFT JOIN event ON assessment.target_kind = 'event' AND event.id = assessment.target_id
WHERE assessment.field = :field
ORDER BY assessment.made_at, assessment.target_id DESC, 1
