-- Write a tag down. Takes the columns.
INSERT INTO tag (target_kind, target_id, name)
VALUES (:target_kind, :target_id, :name)
ON CONFLICT DO NOTHING
