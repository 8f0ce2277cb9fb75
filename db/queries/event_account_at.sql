-- The account by which a source tells an event. Takes :source_id, :kind, :anchor, :ordinal.
-- Columns: id.
SELECT id
FROM event
WHERE source_id = :source_id AND kind = :kind AND anchor = :anchor AND ordinal = :ordinal
