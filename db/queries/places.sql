-- Places, most mentioned first. Takes :ids (a JSON array of clusters), null for all; :limit.
-- Columns: id, name, mentions, sources.
SELECT id, name, mentions, sources
FROM entity_cluster
WHERE kind = 'place' AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
ORDER BY mentions DESC, name, id
LIMIT :limit
