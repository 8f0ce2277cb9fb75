-- Things on which a reader wrote, or that a reader judged. Takes :kind, :ids (a JSON array).
-- Columns: id.
WITH wanted AS MATERIALIZED (
    SELECT value AS id FROM json_each(:ids)
)

SELECT target_id AS id
FROM note
WHERE target_kind = :kind AND target_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT target_id AS id
FROM tag
WHERE target_kind = :kind AND target_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT target_id AS id
FROM assessment
WHERE target_kind = :kind AND target_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT target_id AS id
FROM question
WHERE target_kind = :kind AND target_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT target_id AS id
FROM correction
WHERE target_kind = :kind AND target_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT entity_id AS id
FROM correction
WHERE :kind = 'entity' AND entity_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT left_id AS id
FROM judgement
WHERE
    kind = :kind
    AND left_id IN (SELECT wanted.id FROM wanted)
    AND made_by NOT LIKE 'machine:%'
UNION
SELECT right_id AS id
FROM judgement
WHERE
    kind = :kind
    AND right_id IN (SELECT wanted.id FROM wanted)
    AND made_by NOT LIKE 'machine:%'
UNION
SELECT thing.value ->> 1 AS id
FROM made, json_each(made.things) AS thing
WHERE thing.value ->> 0 = :kind AND thing.value ->> 1 IN (SELECT wanted.id FROM wanted)
UNION
SELECT thing.value ->> 1 AS id
FROM stated_fact, json_each(stated_fact.things) AS thing
WHERE thing.value ->> 0 = :kind AND thing.value ->> 1 IN (SELECT wanted.id FROM wanted)
UNION
SELECT fact_id AS id
FROM stated_fact
WHERE :kind = 'fact' AND fact_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT event_id AS id
FROM stated_participant
WHERE :kind = 'event' AND event_id IN (SELECT wanted.id FROM wanted)
UNION
SELECT entity_id AS id
FROM stated_participant
WHERE :kind = 'entity' AND entity_id IN (SELECT wanted.id FROM wanted)
UNION
-- What is said of a conflict is said of what it is about.
SELECT conflict.about_id AS id
FROM conflict
WHERE
    conflict.about_kind = :kind
    AND conflict.about_id IN (SELECT wanted.id FROM wanted)
    AND (
        conflict.id IN (SELECT target_id FROM note WHERE target_kind = 'conflict')
        OR conflict.id IN (SELECT target_id FROM question WHERE target_kind = 'conflict')
    )
UNION
-- What lies apart with a removed source still names it, and comes back as it was.
SELECT part.value AS id
FROM put_away, json_each(put_away.told) AS part
WHERE
    put_away.name IN ('hand', 'note')
    AND part.value IN (SELECT wanted.id FROM wanted)
    AND (
        part.key = :kind || '_id'
        OR (part.key = 'target_id' AND put_away.told ->> 'target_kind' = :kind)
        OR (part.key IN ('left_id', 'right_id') AND put_away.told ->> 'kind' = :kind)
    )
UNION
SELECT thing.value ->> 1 AS id
FROM put_away, json_each(put_away.told ->> 'things') AS thing
WHERE
    put_away.name = 'hand'
    AND thing.value ->> 0 = :kind
    AND thing.value ->> 1 IN (SELECT wanted.id FROM wanted)
