-- Everything that readers stated of facts. Columns: those of the table.
SELECT fact_id, field, value, things, made_at
FROM stated_fact
ORDER BY fact_id, field
