-- What facts are about. Takes :ids (a JSON array). Columns: fact_id, entity_id (a cluster).
SELECT fact_about.fact_id, entity.cluster_id AS entity_id
FROM fact_about
JOIN entity ON entity.id = fact_about.entity_id
WHERE fact_about.fact_id IN (SELECT value FROM json_each(:ids))
ORDER BY fact_about.fact_id, fact_about.position
