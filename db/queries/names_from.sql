-- Names by number, from one on. Takes :first, :end. Columns: id, kind, text, weight.
SELECT id, kind, text, weight FROM name WHERE id >= :first AND id < :end ORDER BY id
