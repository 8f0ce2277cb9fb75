-- The names by which things are found. Takes :refs (a JSON array of [kind, id]).
-- Columns: id, kind, ref_id, text, weight.
SELECT name.id, name.kind, name.ref_id, name.text, name.weight
FROM json_each(:refs) AS wanted
JOIN name
    ON name.ref_id = json_extract(wanted.value, '$[1]')
    AND name.kind = json_extract(wanted.value, '$[0]')
ORDER BY name.id
