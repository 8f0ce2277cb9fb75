-- The first and the last day of the events. Takes :ids (a JSON array), null for all.
-- Columns: first, last; null where no event has a day.
SELECT
    min(coalesce(earliest, latest)) AS first,
    max(coalesce(latest, earliest)) AS last
FROM event_cluster
WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids))
ORDER BY first
