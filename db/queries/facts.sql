-- Facts. Takes :ids (a JSON array). Columns: those of Fact, event as its cluster.
SELECT
    fact.id,
    fact.source_id,
    fact.start,
    fact.stop,
    fact.statement,
    event.cluster_id AS event_id,
    fact.hedge,
    fact.polarity,
    fact.quoted,
    fact.made_by,
    fact.lost,
    (
        SELECT orphan.quote
        FROM orphan
        WHERE orphan.kind = 'fact' AND orphan.ref_id = fact.id AND orphan.position = 0
    ) AS gone
FROM fact
LEFT JOIN event ON event.id = fact.event_id
WHERE fact.id IN (SELECT value FROM json_each(:ids))
ORDER BY fact.id
