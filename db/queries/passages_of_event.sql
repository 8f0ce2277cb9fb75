-- What an event stands on, oldest publication first. Takes :id (a cluster), :limit.
-- Columns: source_id, start, stop, label, published.
SELECT DISTINCT evidence.source_id, evidence.start, evidence.stop, source.label, source.published
FROM event
JOIN evidence ON evidence.event_id = event.id
JOIN source ON source.id = evidence.source_id
WHERE event.cluster_id = :id
ORDER BY
    source.published_earliest IS NULL, source.published_earliest, source.id, evidence.start,
    evidence.stop
LIMIT :limit
