-- Facts about an entity, or on its word. Takes :id (a cluster), :limit. Columns: id.
WITH mine AS (SELECT id FROM entity WHERE cluster_id = :id)
SELECT fact.id
FROM fact
JOIN source ON source.id = fact.source_id
WHERE
    fact.id IN (
        SELECT fact_id FROM fact_about WHERE entity_id IN (SELECT id FROM mine)
        UNION
        SELECT fact_id FROM attribution WHERE entity_id IN (SELECT id FROM mine)
    )
ORDER BY source.published_earliest IS NULL, source.published_earliest, source.id, fact.start, fact.id
LIMIT :limit
