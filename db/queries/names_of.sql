-- The names by which one thing is found. Takes :kind, :ref_id. Columns: id, text, weight.
SELECT id, text, weight FROM name WHERE kind = :kind AND ref_id = :ref_id ORDER BY id
