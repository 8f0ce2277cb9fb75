-- The source that was added last. Columns: id (0 where there is none).
SELECT coalesce(max(id), 0) AS id FROM source
