-- The number that a new row would have. Takes :name (of a table). Columns: id.
SELECT coalesce(max(seq), 0) + 1 AS id FROM sqlite_sequence WHERE name = :name
