-- The words that are no names in a source. Takes :id. 
-- Columns: source_id, start, stop (0: anywhere), form, version.
SELECT source_id, start, stop, form, version
FROM rejected_mention
WHERE source_id IN (0, :id)
ORDER BY form, start, version
