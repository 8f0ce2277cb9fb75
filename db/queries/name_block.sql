-- The rows of one block of names. Takes :first, :end. Columns: id, names.
SELECT id, names FROM name_feature WHERE id >= :first AND id < :end ORDER BY id
