-- Note that a cluster of entities lost an account, until linking has told it anew. Takes :id.
INSERT INTO shrunken_cluster (id) VALUES (:id) ON CONFLICT (id) DO NOTHING
