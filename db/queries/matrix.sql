-- How many stretches of text tell of two entities in one event or fact. Takes :ids and :others
-- (JSON arrays of clusters). Columns: id (one of the first), other (of the second), passages.
WITH chosen AS (
    SELECT value AS id FROM json_each(:ids)
    UNION
    SELECT value FROM json_each(:others)
),
account AS MATERIALIZED (
    SELECT id, cluster_id FROM entity WHERE cluster_id IN (SELECT id FROM chosen)
),
tie AS MATERIALIZED (
    SELECT account.cluster_id AS who, participant.event_id AS event, NULL AS fact
    FROM account
    JOIN participant ON participant.entity_id = account.id
    UNION
    SELECT account.cluster_id, event.id, NULL
    FROM account
    JOIN event ON event.place_id = account.id
    UNION
    SELECT account.cluster_id, NULL, fact_about.fact_id
    FROM account
    JOIN fact_about ON fact_about.entity_id = account.id
),
pair AS (
    SELECT one.who AS id, two.who AS other, one.event, one.fact
    FROM tie AS two
    JOIN tie AS one ON one.event = two.event
    WHERE two.who IN (SELECT value FROM json_each(:others))
    UNION ALL
    SELECT one.who, two.who, one.event, one.fact
    FROM tie AS two
    JOIN tie AS one ON one.fact = two.fact
    WHERE two.who IN (SELECT value FROM json_each(:others))
),
stretch AS (
    SELECT pair.id, pair.other, evidence.source_id, evidence.start, evidence.stop
    FROM pair
    JOIN evidence ON evidence.event_id = pair.event
    UNION
    SELECT pair.id, pair.other, fact.source_id, fact.start, fact.stop
    FROM pair
    JOIN fact ON fact.id = pair.fact
)
SELECT id, other, count(*) AS passages
FROM stretch
WHERE id != other AND id IN (SELECT value FROM json_each(:ids))
GROUP BY id, other
ORDER BY id, other
