-- The words of things that are gone. Takes :kind, :ids (a JSON array). Columns: id, quote.
SELECT ref_id AS id, quote
FROM orphan
WHERE kind = :kind AND ref_id IN (SELECT value FROM json_each(:ids))
ORDER BY ref_id, position
