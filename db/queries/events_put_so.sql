-- Which events are put in one of some ways. Takes :ids (clusters), :words (modalities and secret, a
-- JSON array). Columns: id.
SELECT id
FROM event_cluster
WHERE
    id IN (SELECT value FROM json_each(:ids))
    AND (
        modality IN (SELECT value FROM json_each(:words))
        OR (secret = 1 AND 'secret' IN (SELECT value FROM json_each(:words)))
    )
