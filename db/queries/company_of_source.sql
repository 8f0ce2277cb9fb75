-- Sources dated by themselves that name so many persons of a source. Takes :id, :fewest.
-- Columns: earliest.
SELECT source.published_earliest AS earliest
FROM (SELECT DISTINCT cluster_id FROM entity WHERE source_id = :id AND kind = 'person') AS mine
JOIN entity AS other ON other.cluster_id = mine.cluster_id AND other.source_id != :id
JOIN source ON source.id = other.source_id
WHERE
    source.published_earliest IS NOT NULL
    AND source.published_latest IS NOT NULL
    AND source.id NOT IN (SELECT source_id FROM published_candidate)
GROUP BY source.id
HAVING count(DISTINCT mine.cluster_id) >= :fewest
ORDER BY source.id
