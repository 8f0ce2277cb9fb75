-- The facts of a source of which a reader stated something. Takes :id. Columns: id.
SELECT DISTINCT fact.id
FROM fact
JOIN stated_fact ON stated_fact.fact_id = fact.id
WHERE fact.source_id = :id
ORDER BY fact.id
