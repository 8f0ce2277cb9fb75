-- Add a name by which a thing is found.
INSERT INTO name (kind, ref_id, text, folded, weight)
VALUES (:kind, :ref_id, :text, :folded, :weight)
RETURNING id
