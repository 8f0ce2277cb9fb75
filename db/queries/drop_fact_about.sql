-- Forget what some facts are about. Takes :ids (a JSON array).
DELETE FROM fact_about WHERE fact_id IN (SELECT value FROM json_each(:ids))
