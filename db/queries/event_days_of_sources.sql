-- The widest range of the events of some sources. Takes :ids. Columns: earliest, latest.
SELECT min(earliest) AS earliest, max(latest) AS latest
FROM event
WHERE source_id IN (SELECT value FROM json_each(:ids))
