-- With whom one entity is told of, in events and facts, by year: that of the event where it is
-- known, else that of the report. Takes :id (a cluster). Columns: id (a cluster), year (null
-- where neither is known), events, facts, passages (stretches of text these stand on).
WITH mine AS (SELECT id FROM entity WHERE cluster_id = :id),
told AS (
    SELECT event_id AS id FROM participant WHERE entity_id IN (SELECT id FROM mine)
    UNION
    SELECT id FROM event WHERE place_id IN (SELECT id FROM mine)
),
there AS (
    SELECT participant.event_id, participant.entity_id
    FROM told
    JOIN participant ON participant.event_id = told.id
    UNION
    SELECT event.id, event.place_id
    FROM told
    JOIN event ON event.id = told.id
    WHERE event.place_id IS NOT NULL
),
named AS (
    SELECT DISTINCT other.fact_id, other.entity_id
    FROM fact_about
    JOIN fact_about AS other ON other.fact_id = fact_about.fact_id
    WHERE fact_about.entity_id IN (SELECT id FROM mine)
),
shared AS (
    SELECT
        entity.cluster_id AS id,
        'event' AS what,
        event.cluster_id AS thing,
        evidence.source_id || ':' || evidence.start || ':' || evidence.stop AS passage,
        substr(
            coalesce(cluster.earliest, cluster.latest, source.published_earliest), 1, 4
        ) AS year
    FROM there
    JOIN entity ON entity.id = there.entity_id
    JOIN event ON event.id = there.event_id
    JOIN event_cluster AS cluster ON cluster.id = event.cluster_id
    LEFT JOIN evidence ON evidence.event_id = event.id
    LEFT JOIN source ON source.id = evidence.source_id
    WHERE entity.cluster_id != :id
    UNION
    SELECT
        entity.cluster_id,
        'fact',
        fact.id,
        fact.source_id || ':' || fact.start || ':' || fact.stop,
        substr(coalesce(cluster.earliest, cluster.latest, source.published_earliest), 1, 4)
    FROM named
    JOIN entity ON entity.id = named.entity_id
    JOIN fact ON fact.id = named.fact_id
    JOIN source ON source.id = fact.source_id
    LEFT JOIN event ON event.id = fact.event_id
    LEFT JOIN event_cluster AS cluster ON cluster.id = event.cluster_id
    WHERE entity.cluster_id != :id
),
dated AS (
    SELECT
        id,
        what,
        thing,
        passage,
        min(year) OVER (PARTITION BY id, what, thing) AS year,
        min(year) OVER (PARTITION BY id, passage) AS passage_year
    FROM shared
),
counted AS (
    SELECT id, year, what, thing FROM dated
    UNION
    SELECT id, passage_year, 'passage', passage FROM dated WHERE passage IS NOT NULL
)
SELECT
    id,
    year,
    count(*) FILTER (WHERE what = 'event') AS events,
    count(*) FILTER (WHERE what = 'fact') AS facts,
    count(*) FILTER (WHERE what = 'passage') AS passages
FROM counted
GROUP BY id, year
ORDER BY id, year
