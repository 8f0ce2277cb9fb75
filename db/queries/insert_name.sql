-- Add a name by which a thing is found. Columns: id.
INSERT INTO name (kind, ref_id, text, weight)
VALUES (:kind, :ref_id, :text, :weight)
RETURNING id
