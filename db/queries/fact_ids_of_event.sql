-- Facts about an event. Takes :id (a cluster), :limit. Columns: id.
SELECT fact.id
FROM fact
JOIN event ON event.id = fact.event_id
JOIN source ON source.id = fact.source_id
WHERE event.cluster_id = :id
ORDER BY source.published_earliest IS NULL, source.published_earliest, source.id, fact.start, fact.id
LIMIT :limit
