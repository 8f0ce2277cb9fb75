-- Everything that is no name. Columns: those of the table.
SELECT source_id, start, stop, form, version
FROM rejected_mention
ORDER BY form, source_id, start, stop, version
