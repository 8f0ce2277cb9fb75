-- The days of every dated account of an event, earliest first.
-- Columns: id, source_id, earliest, latest.
SELECT id, source_id, earliest, latest
FROM event
WHERE earliest IS NOT NULL AND latest IS NOT NULL
ORDER BY earliest, latest, id
