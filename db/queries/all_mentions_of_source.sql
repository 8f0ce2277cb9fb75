-- The mentions of a source with their words as stored. Takes :id. Columns: start, stop, form.
SELECT start, stop, form FROM mention WHERE source_id = :id ORDER BY start, stop
