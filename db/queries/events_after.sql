-- Events that may be from a day on, up to a number; first those that begin then, by the index.
-- Takes :day (ISO), :limit. Columns: id.
SELECT id FROM event_cluster WHERE earliest >= :day AND coalesce(latest, :day) >= :day
UNION ALL
SELECT id FROM event_cluster WHERE earliest < :day AND coalesce(latest, :day) >= :day
UNION ALL
SELECT id FROM event_cluster WHERE earliest IS NULL AND latest >= :day
LIMIT :limit
