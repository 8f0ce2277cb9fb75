-- What a note was made to say by decisions of this case, taken back or not. Takes :id.
-- Columns: key (the number of the decision), body, made_by, made_at.
SELECT id AS key, after ->> 'body' AS body, made_by, made_at
FROM decision
WHERE
    target_kind = 'note'
    AND target_id = :id
    AND deed IN ('note added', 'note edited')
    AND of_id IS NULL
ORDER BY id
