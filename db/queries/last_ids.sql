-- The last id of all that can be new. Columns: those of a milestone without its time.
SELECT
    coalesce((SELECT max(id) FROM source), 0) AS source_id,
    coalesce((SELECT max(id) FROM entity), 0) AS entity_id,
    coalesce((SELECT max(id) FROM event), 0) AS event_id,
    coalesce((SELECT max(id) FROM fact), 0) AS fact_id,
    coalesce((SELECT max(id) FROM conflict), 0) AS conflict_id,
    coalesce((SELECT max(id) FROM lapse), 0) AS lapse_id
