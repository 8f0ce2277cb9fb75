-- The facts that an engine found in a source, with who says so; about and attribution are JSON.
-- Takes :source_id. Columns: id, start, stop, statement, event, hedge, polarity, quoted,
-- about (names), attribution (speaker, entity, verb; outermost first).
SELECT
    fact.id,
    fact.start,
    fact.stop,
    fact.statement,
    event.title AS event,
    fact.hedge,
    fact.polarity,
    fact.quoted,
    (
        SELECT json_group_array(told.name)
        FROM (
            SELECT entity.name
            FROM fact_about
            JOIN entity ON entity.id = fact_about.entity_id
            WHERE fact_about.fact_id = fact.id
            ORDER BY fact_about.position
        ) AS told
    ) AS about,
    (
        SELECT json_group_array(
            json_object('speaker', told.speaker, 'entity', told.name, 'verb', told.verb)
        )
        FROM (
            SELECT attribution.speaker, entity.name, attribution.verb
            FROM attribution
            LEFT JOIN entity ON entity.id = attribution.entity_id
            WHERE attribution.fact_id = fact.id
            ORDER BY attribution.depth
        ) AS told
    ) AS attribution
FROM fact
LEFT JOIN event ON event.id = fact.event_id
WHERE fact.source_id = :source_id AND fact.made_by != 'human'
ORDER BY fact.id
