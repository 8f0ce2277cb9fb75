-- Sources that linking has yet to see: their findings are new, because an add or an extract
-- was cut short, or the account that led one of theirs is gone. Columns: id.
SELECT id FROM source WHERE linked = 0
UNION
SELECT source_id
FROM entity
WHERE source_id IS NOT NULL AND cluster_id NOT IN (SELECT id FROM entity_cluster)
UNION
SELECT source_id
FROM event
WHERE source_id IS NOT NULL AND cluster_id NOT IN (SELECT id FROM event_cluster)
ORDER BY 1
