-- The number above those of all names. Columns: size.
SELECT coalesce(max(id), 0) + 1 AS size FROM name
