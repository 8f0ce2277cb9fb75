-- What other cases are told of the own decisions, oldest first. Columns: id, told.
SELECT id, told FROM decision WHERE told IS NOT NULL ORDER BY id
