-- Facts about two entities, oldest report first. Takes :id, :other (clusters). Columns: id.
SELECT fact.id
FROM fact
JOIN source ON source.id = fact.source_id
WHERE
    fact.id IN (
        SELECT fact_id
        FROM fact_about
        JOIN entity ON entity.id = fact_about.entity_id
        WHERE entity.cluster_id = :id
    )
    AND fact.id IN (
        SELECT fact_id
        FROM fact_about
        JOIN entity ON entity.id = fact_about.entity_id
        WHERE entity.cluster_id = :other
    )
ORDER BY
    source.published_earliest IS NULL, source.published_earliest, source.id, fact.start, fact.id
