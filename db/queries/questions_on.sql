-- Questions on a thing, and on the accounts that make it up. Takes :kind, :id.
-- Columns: those of the table.
SELECT
    target_kind,
    target_id,
    words,
    start,
    stop,
    quote,
    asked_of,
    asked_at,
    made_by,
    made_at,
    answer,
    answered_by,
    answered_at,
    version
FROM question
WHERE
    target_kind = :kind
    AND (
        target_id = :id
        OR (
            :kind = 'entity'
            AND target_id IN (SELECT entity.id FROM entity WHERE entity.cluster_id = :id)
        )
        OR (
            :kind = 'event'
            AND target_id IN (SELECT event.id FROM event WHERE event.cluster_id = :id)
        )
    )
ORDER BY made_at, target_id, words
