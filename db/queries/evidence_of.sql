-- What some accounts of events stand on. Takes :ids. Columns: event_id, source_id, start, stop.
SELECT event_id, source_id, start, stop
FROM evidence
WHERE event_id IN (SELECT value FROM json_each(:ids))
ORDER BY event_id, source_id, start, stop
