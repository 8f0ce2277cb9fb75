-- How much the case holds. Columns: those of Summary.
SELECT
    (SELECT count(*) FROM source) AS sources,
    (SELECT count(*) FROM entity_cluster) AS entities,
    (SELECT count(*) FROM event_cluster) AS events,
    (SELECT count(*) FROM fact) AS facts,
    (SELECT count(DISTINCT conflict_id) FROM conflict_value) AS conflicts,
    (SELECT count(*) FROM note) AS notes
