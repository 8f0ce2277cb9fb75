-- What is no longer found and stays for what a reader wrote on it. Columns: kind, id, source_id.
SELECT 'entity' AS kind, id, source_id FROM entity WHERE lost = 1
UNION ALL
SELECT 'event', id, source_id FROM event WHERE lost = 1
UNION ALL
SELECT 'fact', id, source_id FROM fact WHERE lost = 1
ORDER BY 1, 2
