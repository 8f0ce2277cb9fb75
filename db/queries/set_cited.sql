-- Say which source a citation means. Takes :source_id, :start, :stop, :cited_id.
UPDATE citation
SET cited_id = :cited_id
WHERE source_id = :source_id AND start = :start AND stop = :stop AND cited_id IS NOT :cited_id
