-- Sources that tell an event, oldest first. Takes :id (a cluster), :limit. Columns: id.
SELECT id
FROM source
WHERE id IN (
    SELECT evidence.source_id
    FROM event
    JOIN evidence ON evidence.event_id = event.id
    WHERE event.cluster_id = :id
)
ORDER BY published_earliest IS NULL, published_earliest, id
LIMIT :limit
