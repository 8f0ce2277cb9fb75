-- For sources that are dated by themselves, not by their company: the persons they name.
-- Columns: source_id, earliest, latest, cluster_id.
SELECT DISTINCT
    source.id AS source_id,
    source.published_earliest AS earliest,
    source.published_latest AS latest,
    entity.cluster_id
FROM source
JOIN entity ON entity.source_id = source.id AND entity.kind = 'person'
WHERE
    source.published_earliest IS NOT NULL
    AND source.published_latest IS NOT NULL
    AND source.id NOT IN (SELECT source_id FROM published_candidate)
ORDER BY source.id, entity.cluster_id
