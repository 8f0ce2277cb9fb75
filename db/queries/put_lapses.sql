-- Note the facts of a source that lost their support. Takes :source_id.
INSERT OR IGNORE INTO lapse (fact_id)
SELECT id
FROM fact
WHERE source_id = :source_id AND lost = 1
ORDER BY id
