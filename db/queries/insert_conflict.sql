-- Note that sources disagree.
INSERT INTO conflict (about_kind, about_id, field)
VALUES (:about_kind, :about_id, :field)
RETURNING id
