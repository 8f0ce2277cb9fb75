-- The decisions of other logs. Columns: those of the table.
SELECT key, told, note_id FROM merged_decision ORDER BY key
