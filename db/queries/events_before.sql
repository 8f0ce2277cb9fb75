-- Events that may be before a day, up to a number. Takes :day (ISO), :limit. Columns: id.
SELECT id FROM event_cluster WHERE earliest < :day
UNION ALL
SELECT id FROM event_cluster WHERE earliest IS NULL AND latest IS NOT NULL
LIMIT :limit
