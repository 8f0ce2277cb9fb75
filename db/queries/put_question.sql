-- Write a question down. Takes the columns.
INSERT OR REPLACE INTO question (
    target_kind, target_id, words, start, stop, quote, asked_of, asked_at, made_by, made_at,
    answer, answered_by, answered_at, version
)
VALUES (
    :target_kind, :target_id, :words, :start, :stop, :quote, :asked_of, :asked_at, :made_by,
    :made_at, :answer, :answered_by, :answered_at, :version
)
