-- The account by which a source names an entity. Takes :source_id, :kind, :folded.
-- Columns: id, lost, by_hand.
SELECT id, lost, by_hand
FROM entity
WHERE source_id = :source_id AND kind = :kind AND folded = :folded
