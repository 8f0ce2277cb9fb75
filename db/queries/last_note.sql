-- The highest id that a note ever had. Columns: id.
SELECT max(
    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'note'), 0),
    coalesce((SELECT max(note_id) FROM merged_decision), 0)
) AS id
