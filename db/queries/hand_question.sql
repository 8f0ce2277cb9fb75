-- Questions on a thing, and on the accounts that make it up; every question where :kind is NULL.
-- Takes :kind, :id. Columns: those of the table.
WITH thing (kind, id) AS (
    SELECT :kind, :id
    UNION
    SELECT 'entity', entity.id FROM entity WHERE :kind = 'entity' AND entity.cluster_id = :id
    UNION
    SELECT 'event', event.id FROM event WHERE :kind = 'event' AND event.cluster_id = :id
    UNION
    SELECT question.target_kind, question.target_id FROM question WHERE :kind IS NULL
)

SELECT
    question.target_kind,
    question.target_id,
    question.words,
    question.start,
    question.stop,
    question.quote,
    question.asked_of,
    question.asked_at,
    question.made_by,
    question.made_at,
    question.answer,
    question.answered_by,
    question.answered_at,
    question.version
FROM thing
JOIN question ON question.target_kind = thing.kind AND question.target_id = thing.id
ORDER BY question.made_at, question.target_kind, question.target_id, question.words
