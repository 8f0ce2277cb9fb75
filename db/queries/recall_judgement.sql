-- What the machine was unsure of in a pair before a person judged it. Takes :kind, :left, :right.
INSERT OR IGNORE INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at)
SELECT kind, left_id, right_id, judgement, reason, 'machine:linking', made_at
FROM former_judgement
WHERE kind = :kind AND left_id = :left AND right_id = :right AND judgement = 'unsure'
ORDER BY made_at DESC, reason
LIMIT 1
