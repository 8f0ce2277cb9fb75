-- Conflicts one of whose values stands where a fact does. Takes :id. Columns: id.
SELECT DISTINCT conflict_value.conflict_id AS id
FROM fact
CROSS JOIN conflict_value ON conflict_value.source_id = fact.source_id
WHERE
    fact.id = :id
    AND conflict_value.start < fact.stop
    AND conflict_value.stop > fact.start
ORDER BY conflict_value.conflict_id
