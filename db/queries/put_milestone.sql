-- Write down how far the case has come. Takes the columns.
INSERT OR REPLACE INTO milestone (
    at, source_id, entity_id, event_id, fact_id, conflict_id, lapse_id
)
VALUES (:at, :source_id, :entity_id, :event_id, :fact_id, :conflict_id, :lapse_id)
