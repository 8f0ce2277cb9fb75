-- Which facts are put in one of some ways. Takes :ids, :denied, :affirmed, :hedged, :quoted (whether
-- that is one of the ways). Columns: id.
SELECT id
FROM fact
WHERE
    id IN (SELECT value FROM json_each(:ids))
    AND (
        (:denied AND polarity = 'denied')
        OR (:affirmed AND polarity = 'affirmed')
        OR (:hedged AND hedge IS NOT NULL)
        OR (:quoted AND quoted = 1)
    )
