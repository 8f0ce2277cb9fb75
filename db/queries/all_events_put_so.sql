-- Events that are put in one of some ways, up to a number. Takes :words (modalities and secret, a
-- JSON array), :limit. Columns: id.
SELECT id
FROM event_cluster
WHERE
    modality IN (SELECT value FROM json_each(:words))
    OR (secret = 1 AND 'secret' IN (SELECT value FROM json_each(:words)))
LIMIT :limit
