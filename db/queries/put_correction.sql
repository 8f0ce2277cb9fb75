-- Write down what a reader puts right. Takes the columns.
INSERT OR REPLACE INTO correction (
    target_kind, target_id, field, value, wording, entity_id, made_at
)
VALUES (:target_kind, :target_id, :field, :value, :wording, :entity_id, :made_at)
