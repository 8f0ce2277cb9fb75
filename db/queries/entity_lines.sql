-- Entities as a result of a search tells them. Takes :ids (a JSON array of clusters).
-- Columns: id, kind, name, mentions, sources.
SELECT id, kind, name, mentions, sources
FROM entity_cluster
WHERE id IN (SELECT value FROM json_each(:ids))
