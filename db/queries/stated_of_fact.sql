-- What readers stated of a fact. Takes :id. Columns: those of the table.
SELECT fact_id, field, value, things, made_at
FROM stated_fact
WHERE fact_id = :id
ORDER BY field
