-- Note that sources disagree.
-- It has the id that it had if it was there before.
INSERT INTO conflict (id, about_kind, about_id, field)
VALUES (
    (
        SELECT id
        FROM former
        WHERE kind = 'conflict' AND place = json_array(:about_kind, :about_id, :field)
    ),
    :about_kind, :about_id, :field
)
RETURNING id
