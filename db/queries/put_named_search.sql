-- Keep a search under the number that its name had here last, if any. Takes the other columns.
INSERT INTO saved_search (id, name, line, created)
VALUES (
    (
        SELECT target_id FROM decision
        WHERE target_kind = 'search' AND json_extract(coalesce(after, before), '$.name') = :name
        ORDER BY id DESC
        LIMIT 1
    ),
    :name, :line, :created
)
