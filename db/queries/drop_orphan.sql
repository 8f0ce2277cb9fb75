-- Forget what words of a thing were gone. Takes :kind, :ref_id.
DELETE FROM orphan WHERE kind = :kind AND ref_id = :ref_id
