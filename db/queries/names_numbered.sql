-- Some names. Takes :ids (a JSON array). Columns: id, kind, ref_id, text, weight.
SELECT id, kind, ref_id, text, weight
FROM name
WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY id
