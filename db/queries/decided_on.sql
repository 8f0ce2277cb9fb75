-- Things that a decision made here, and standing, took something from, or wrote a note on:
-- for an undo they have to be there.
-- Takes :kind, :ids (a JSON array). Columns: id.
WITH wanted AS MATERIALIZED (
    SELECT value AS id FROM json_each(:ids)
),

turned AS MATERIALIZED (
    SELECT
        of_id,
        deed,
        max(id) AS id  -- so the deed is that of the last
    FROM decision
    WHERE of_id IS NOT NULL
    GROUP BY of_id
),

standing AS MATERIALIZED (
    SELECT deed, before, after
    FROM decision
    WHERE
        of_id IS NULL
        AND deed <> 'log merged'
        AND id NOT IN (SELECT turned.of_id FROM turned WHERE turned.deed = 'undo')
),

told AS (
    SELECT before AS rows_of FROM standing WHERE before IS NOT NULL
    UNION ALL
    SELECT after AS rows_of FROM standing WHERE deed = 'note added'
),

named AS MATERIALIZED (
    SELECT row.value AS row_of
    FROM
        told,
        json_each(
            CASE json_type(told.rows_of)
                WHEN 'array' THEN told.rows_of ELSE json_array(json(told.rows_of))
            END
        ) AS row
    WHERE row.type = 'object'
)

SELECT part.value AS id
FROM named, json_each(named.row_of) AS part
WHERE
    part.value IN (SELECT wanted.id FROM wanted)
    AND (
        part.key = :kind || '_id'
        OR (part.key = 'target_id' AND named.row_of ->> 'target_kind' = :kind)
        OR (part.key IN ('left_id', 'right_id') AND named.row_of ->> 'kind' = :kind)
    )
UNION
SELECT thing.value ->> 1 AS id
FROM named, json_each(named.row_of ->> 'things') AS thing
WHERE thing.value ->> 0 = :kind AND thing.value ->> 1 IN (SELECT wanted.id FROM wanted)
UNION
-- What a conflict is about has to be there for it.
SELECT conflict.about_id AS id
FROM named
JOIN conflict
    ON
        named.row_of ->> 'target_kind' = 'conflict'
        AND conflict.id = named.row_of ->> 'target_id'
WHERE
    conflict.about_kind = :kind
    AND conflict.about_id IN (SELECT wanted.id FROM wanted)
