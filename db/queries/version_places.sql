-- Where things stood in the versions of a source, the first known first. Takes :source_id.
-- Columns: sha256, kind, ref_id, place, spans.
SELECT sha256, kind, ref_id, place, spans
FROM version_place
WHERE source_id = :source_id
ORDER BY id
