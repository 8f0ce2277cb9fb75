-- What of a source's text an event stands on, between two places. Takes :id, :first, :behind.
-- Columns: start, stop, event_id.
SELECT DISTINCT evidence.start, evidence.stop, event.cluster_id AS event_id
FROM evidence
JOIN event ON event.id = evidence.event_id
WHERE evidence.source_id = :id AND evidence.start >= :first AND evidence.start < :behind
ORDER BY evidence.start, evidence.stop, event.cluster_id
