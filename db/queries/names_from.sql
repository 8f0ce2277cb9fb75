-- Names by number, from one on. Takes :first, :end. Columns: id, kind, ref_id, text, weight.
SELECT id, kind, ref_id, text, weight FROM name WHERE id >= :first AND id < :end ORDER BY id
