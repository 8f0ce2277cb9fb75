-- Who says so, outermost first. Takes :ids (a JSON array of facts).
-- Columns: fact_id, speaker, entity_id (a cluster or NULL), verb.
SELECT attribution.fact_id, attribution.speaker, entity.cluster_id AS entity_id, attribution.verb
FROM attribution
LEFT JOIN entity ON entity.id = attribution.entity_id
WHERE attribution.fact_id IN (SELECT value FROM json_each(:ids))
ORDER BY attribution.fact_id, attribution.depth
