-- Events that a source tells, in order of its text. Takes :id, :limit. Columns: id.
SELECT event.cluster_id AS id
FROM evidence
JOIN event ON event.id = evidence.event_id
WHERE evidence.source_id = :id
GROUP BY event.cluster_id
ORDER BY min(evidence.start), event.cluster_id
LIMIT :limit
