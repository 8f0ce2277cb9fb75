-- Write what a list shows of a cluster of entities.
INSERT INTO entity_cluster (id, kind, name, mentions, sources, first_year, last_year)
VALUES (:id, :kind, :name, :mentions, :sources, :first_year, :last_year)
ON CONFLICT (id) DO UPDATE SET
    kind = excluded.kind,
    name = excluded.name,
    mentions = excluded.mentions,
    sources = excluded.sources,
    first_year = excluded.first_year,
    last_year = excluded.last_year
