-- Conflicts after :conflict_id, but for those that :reader looked at, the latest first.
-- Takes :limit, too. Columns: id, field, about_kind, about_id.
SELECT
    conflict.id,
    conflict.field,
    conflict.about_kind,
    conflict.about_id
FROM conflict
WHERE
    conflict.id > :conflict_id
    AND EXISTS (SELECT 1 FROM conflict_value WHERE conflict_value.conflict_id = conflict.id)
    AND NOT EXISTS (
        SELECT 1 FROM seen_thing
        WHERE
            seen_thing.reader = :reader
            AND seen_thing.kind = 'conflict'
            AND seen_thing.id = conflict.id
    )
ORDER BY conflict.id DESC
LIMIT :limit
