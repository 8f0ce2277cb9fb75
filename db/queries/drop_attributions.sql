-- Forget who said some facts. Takes :ids (a JSON array).
DELETE FROM attribution WHERE fact_id IN (SELECT value FROM json_each(:ids))
