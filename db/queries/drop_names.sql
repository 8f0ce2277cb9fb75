-- Forget the names of one thing. Takes :kind, :ref_id.
DELETE FROM name WHERE kind = :kind AND ref_id = :ref_id
