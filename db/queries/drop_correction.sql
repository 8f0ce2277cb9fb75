-- Take back what a reader put right. Takes :target_kind, :target_id, :field, :value.
DELETE FROM correction
WHERE
    target_kind = :target_kind
    AND target_id = :target_id
    AND field = :field
    AND value = :value
