-- What lists show of entities, as it is stored. Columns: those of entity_cluster.
SELECT id, kind, name, mentions, sources, first_year, last_year FROM entity_cluster ORDER BY id
