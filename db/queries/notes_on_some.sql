-- The notes on some things. Takes :things (a JSON array of [kind, id]). Columns: id.
SELECT note.id
FROM json_each(:things) AS thing
JOIN note
    ON note.target_kind = thing.value ->> 0
    AND note.target_id = thing.value ->> 1
ORDER BY note.id
