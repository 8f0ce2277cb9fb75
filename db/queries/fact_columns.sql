-- What a fact says, but where it stands. Takes :id.
-- Columns: statement, event_id, hedge, polarity, about and attribution (JSON arrays).
SELECT
    statement,
    event_id,
    hedge,
    polarity,
    (
        SELECT json_group_array(told.entity_id)
        FROM (
            SELECT entity_id FROM fact_about WHERE fact_id = fact.id ORDER BY position
        ) AS told
    ) AS about,
    (
        SELECT json_group_array(json_array(told.speaker, told.entity_id, told.verb))
        FROM (
            SELECT speaker, entity_id, verb FROM attribution WHERE fact_id = fact.id ORDER BY depth
        ) AS told
    ) AS attribution
FROM fact
WHERE id = :id
