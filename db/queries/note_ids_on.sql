-- Notes on one thing, and on the accounts that make it up. Takes :kind, :id. Columns: id.
SELECT id
FROM note
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
ORDER BY id
