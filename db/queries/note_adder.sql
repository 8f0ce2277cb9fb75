-- What added a note. Takes :id. Columns: key (of a decision of another log), told (of an own one).
SELECT key, NULL AS told FROM merged_decision WHERE note_id = :id
UNION ALL
SELECT NULL, told FROM (
    SELECT told FROM decision
    WHERE deed = 'note added' AND target_id = :id
    ORDER BY id DESC
    LIMIT 1
)
ORDER BY 1 DESC
LIMIT 1
