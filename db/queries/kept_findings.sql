-- What was kept of an engine's work on a source, where it is still true of it.
-- Takes :source_id, :engine, :key. Columns: findings.
SELECT findings FROM kept_findings
WHERE source_id = :source_id AND engine = :engine AND key = :key
