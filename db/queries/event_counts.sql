-- How many events there are by the smallest unit of the calendar that holds each.
-- Takes :ids (a JSON array), null for all; :finest, how many characters of an ISO day name the
-- finest unit: 10 a day, 7 a month, 4 a year, 3 a decade. Columns: unit, the beginning of an
-- ISO day, 'wider' where no decade holds it, 'undated'; events; id, one that begins first in it.
WITH held AS (
    SELECT
        id,
        coalesce(earliest, '') AS begins,
        CASE
            WHEN earliest IS NULL AND latest IS NULL THEN 'undated'
            WHEN earliest IS NULL OR latest IS NULL THEN 'wider'
            WHEN :finest >= 10 AND earliest = latest THEN earliest
            WHEN :finest >= 7 AND substr(earliest, 1, 7) = substr(latest, 1, 7)
                THEN substr(earliest, 1, 7)
            WHEN :finest >= 4 AND substr(earliest, 1, 4) = substr(latest, 1, 4)
                THEN substr(earliest, 1, 4)
            WHEN substr(earliest, 1, 3) = substr(latest, 1, 3) THEN substr(earliest, 1, 3)
            ELSE 'wider'
        END AS unit
    FROM event_cluster
    WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids))
)
SELECT unit, count(*) AS events, id, min(begins) AS begins
FROM held
GROUP BY unit
ORDER BY unit = 'undated', unit = 'wider', unit
