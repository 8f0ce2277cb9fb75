-- Write down what is said of a thing in one field. Takes the columns.
INSERT OR REPLACE INTO assessment (
    target_kind, target_id, field, value, reason, made_by, made_at
)
VALUES (:target_kind, :target_id, :field, :value, :reason, :made_by, :made_at)
