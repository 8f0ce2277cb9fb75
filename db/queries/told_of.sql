-- What other cases are told of a decision, and what came with it. Takes :id. Columns: told, after.
SELECT told, after FROM decision WHERE id = :id
