-- The new things that a reader looked at. Takes :reader. Columns: those of the table.
SELECT reader, kind, id, upto FROM seen_thing WHERE reader = :reader ORDER BY kind, id
