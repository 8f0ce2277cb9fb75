-- The words of every note. Columns: id, body.
SELECT id, body FROM note ORDER BY id
