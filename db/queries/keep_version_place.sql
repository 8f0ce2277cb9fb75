-- Remember where a thing stands in a version. Takes the columns.
INSERT INTO version_place (source_id, sha256, kind, ref_id, place, spans)
VALUES (:source_id, :sha256, :kind, :ref_id, :place, :spans)
ON CONFLICT (source_id, sha256, kind, ref_id) DO UPDATE
SET place = excluded.place, spans = excluded.spans
