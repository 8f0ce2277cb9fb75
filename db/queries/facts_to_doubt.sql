-- What was read as facts by machines and nobody has looked at yet, the next by number.
-- Takes :after (a fact), :limit. Columns: id, statement, hedge, polarity, speakers (JSON: words,
-- whether they mean a known entity, verb).
SELECT
    fact.id,
    fact.statement,
    fact.hedge,
    fact.polarity,
    (
        SELECT json_group_array(json_array(told.speaker, told.is_known, told.verb))
        FROM (
            SELECT speaker, entity_id IS NOT NULL AS is_known, verb
            FROM attribution
            WHERE attribution.fact_id = fact.id
            ORDER BY depth
        ) AS told
    ) AS speakers
FROM fact
WHERE
    fact.id > :after
    AND fact.lost = 0
    AND fact.made_by LIKE 'machine:%'
    AND NOT EXISTS (
        SELECT 1
        FROM assessment
        WHERE
            assessment.target_kind = 'fact'
            AND assessment.target_id = fact.id
            AND assessment.field IN ('status', 'reading')
    )
    AND NOT EXISTS (SELECT 1 FROM stated_fact WHERE stated_fact.fact_id = fact.id)
ORDER BY fact.id
LIMIT :limit
