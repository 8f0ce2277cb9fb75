-- Derived rows that disagree with what they are derived from. Columns: what, id.
SELECT 'entity without a cluster' AS what, id
FROM entity WHERE cluster_id NOT IN (SELECT id FROM entity_cluster)
UNION ALL
SELECT 'event without a cluster', id
FROM event WHERE cluster_id NOT IN (SELECT id FROM event_cluster)
UNION ALL
SELECT 'source missing in the full-text index', id
FROM source WHERE id NOT IN (SELECT rowid FROM source_words)
UNION ALL
SELECT 'source without a text', id
FROM source WHERE id NOT IN (SELECT source_id FROM source_text)
UNION ALL
SELECT 'note missing in the full-text index', id
FROM note WHERE id NOT IN (SELECT rowid FROM note_words)
ORDER BY 1, 2
