-- The words that are no names in a source. Takes :id. Columns: start, stop (0: anywhere), form.
SELECT start, stop, form FROM rejected_mention WHERE source_id IN (0, :id) ORDER BY form, start
