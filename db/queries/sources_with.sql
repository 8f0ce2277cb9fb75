-- The sources in whose text words stand. Takes :form, :source_id (0 for any). Columns: id.
SELECT source_id AS id
FROM source_text
WHERE (:source_id = 0 OR source_id = :source_id) AND instr(text, :form) > 0
ORDER BY source_id
