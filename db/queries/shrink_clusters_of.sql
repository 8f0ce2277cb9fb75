-- Note that the clusters of a source's entities lose an account, until linking has told them
-- anew. Takes :id.
INSERT INTO shrunken_cluster (id)
SELECT DISTINCT cluster_id FROM entity WHERE source_id = :id
ON CONFLICT (id) DO NOTHING
