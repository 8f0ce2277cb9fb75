-- Let the conflicts be there on which a reader wrote, with the ids that they had.
INSERT INTO conflict (id, about_kind, about_id, field)
SELECT
    former.id,
    former.place ->> 0,
    former.place ->> 1,
    former.place ->> 2
FROM former
WHERE
    former.kind = 'conflict'
    AND former.id IN (
        SELECT target_id FROM note WHERE target_kind = 'conflict'
        UNION
        SELECT target_id FROM question WHERE target_kind = 'conflict'
    )
ON CONFLICT DO NOTHING
