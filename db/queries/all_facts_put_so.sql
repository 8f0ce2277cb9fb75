-- Facts that are put in one of some ways, up to a number. Takes :denied, :affirmed, :hedged, :quoted
-- (whether that is one of the ways), :limit. Columns: id.
SELECT id
FROM fact
WHERE
    (:denied AND polarity = 'denied')
    OR (:affirmed AND polarity = 'affirmed')
    OR (:hedged AND hedge IS NOT NULL)
    OR (:quoted AND quoted = 1)
LIMIT :limit
