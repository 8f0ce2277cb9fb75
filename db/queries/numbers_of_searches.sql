-- The number that each search had last that was ever saved here, not elsewhere. Columns: name, id.
SELECT name, id FROM (
    SELECT
        json_extract(coalesce(after, before), '$.name') AS name,
        target_id AS id,
        max(decision.id) AS latest
    FROM decision
    WHERE target_kind = 'search' AND json_type(coalesce(after, before)) = 'object'
    GROUP BY 1
)
ORDER BY name
