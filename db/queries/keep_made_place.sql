-- Remember where a thing stood in the version in which a reader made it. Takes :source_id,
-- :version (SHA-256; empty for the first), :kind, :ref_id, :place, :spans (JSON).
INSERT OR IGNORE INTO version_place (source_id, sha256, kind, ref_id, place, spans)
SELECT :source_id, coalesce(nullif(:version, ''), source.sha256), :kind, :ref_id, :place, :spans
FROM source
WHERE source.id = :source_id
