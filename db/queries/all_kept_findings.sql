-- All that is kept of the work of engines on a source, with the length of its text.
-- Takes :source_id. Columns: engine, findings, characters.
SELECT kept_findings.engine, kept_findings.findings, source.characters
FROM kept_findings
JOIN source ON source.id = kept_findings.source_id
WHERE kept_findings.source_id = :source_id
ORDER BY kept_findings.engine
