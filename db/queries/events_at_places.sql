-- Events that were in some places, up to a number. Takes :places (clusters, a JSON array), :limit.
-- Columns: id.
SELECT id
FROM event_cluster
WHERE
    place_id IN (
        SELECT account.id
        FROM entity AS account
        WHERE account.cluster_id IN (SELECT value FROM json_each(:places))
    )
LIMIT :limit
