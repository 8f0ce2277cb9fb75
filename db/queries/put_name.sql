-- Add a name by which a thing is found. Takes :kind, :ref_id, :text, :weight.
INSERT INTO name (kind, ref_id, text, weight) VALUES (:kind, :ref_id, :text, :weight)
