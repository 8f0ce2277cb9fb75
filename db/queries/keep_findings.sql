-- Keep what an engine found in a source, in the place of what it found before.
-- Takes :source_id, :engine, :key, :findings.
INSERT INTO kept_findings (source_id, engine, key, findings)
VALUES (:source_id, :engine, :key, :findings)
ON CONFLICT (source_id, engine) DO UPDATE
SET key = excluded.key, findings = excluded.findings
