-- Write a note; :id is NULL for a new one, else the id it had before it was deleted.
INSERT INTO note (
    id, target_kind, target_id, start, stop, quote, prefix, suffix, body, created, updated
)
VALUES (
    :id, :target_kind, :target_id, :start, :stop, :quote, :prefix, :suffix, :body, :created,
    :updated
)
RETURNING id
