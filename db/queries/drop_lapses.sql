-- Forget that facts of a source had lost their support, where they have it again.
-- Takes :source_id.
DELETE FROM lapse
WHERE fact_id IN (SELECT id FROM fact WHERE source_id = :source_id AND lost = 0)
