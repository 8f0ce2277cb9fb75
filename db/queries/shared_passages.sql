-- Stretches of text on which some events and facts stand, oldest report first. Takes :id and
-- :other (clusters that are told of in the events), :events and :facts (JSON arrays), :limit.
-- Columns: source_id, start, stop, label, published.
WITH naming AS (
    SELECT event.id, entity.cluster_id AS who
    FROM event
    JOIN participant ON participant.event_id = event.id
    JOIN entity ON entity.id = participant.entity_id
    WHERE event.cluster_id IN (SELECT value FROM json_each(:events))
    UNION
    SELECT event.id, entity.cluster_id
    FROM event
    JOIN entity ON entity.id = event.place_id
    WHERE event.cluster_id IN (SELECT value FROM json_each(:events))
),
spans AS (
    SELECT evidence.source_id, evidence.start, evidence.stop
    FROM naming AS one
    JOIN naming AS two ON two.id = one.id AND two.who = :other
    JOIN evidence ON evidence.event_id = one.id
    WHERE one.who = :id
    UNION
    SELECT source_id, start, stop
    FROM fact
    WHERE
        id IN (SELECT value FROM json_each(:facts))
        AND NOT EXISTS (SELECT 1 FROM orphan WHERE orphan.kind = 'fact' AND orphan.ref_id = fact.id)
)
SELECT spans.source_id, spans.start, spans.stop, source.label, source.published
FROM spans
JOIN source ON source.id = spans.source_id
ORDER BY
    source.published_earliest IS NULL, source.published_earliest, source.id, spans.start,
    spans.stop
LIMIT :limit
