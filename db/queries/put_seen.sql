-- Say up to where a reader has seen all. Takes the columns.
INSERT INTO seen (reader, at, source_id, entity_id, event_id, fact_id, conflict_id, lapse_id)
VALUES (:reader, :at, :source_id, :entity_id, :event_id, :fact_id, :conflict_id, :lapse_id)
ON CONFLICT (reader) DO UPDATE SET
    at = excluded.at,
    source_id = excluded.source_id,
    entity_id = excluded.entity_id,
    event_id = excluded.event_id,
    fact_id = excluded.fact_id,
    conflict_id = excluded.conflict_id,
    lapse_id = excluded.lapse_id
