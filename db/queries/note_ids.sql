-- Every note, newest first. Takes :limit. Columns: id.
SELECT id FROM note ORDER BY updated DESC, id DESC LIMIT :limit
