-- Mentions of words. Takes :form, :source_id (0 for any), :start and :stop (0 for anywhere).
-- Columns: source_id, start, stop, entity_id (an account).
SELECT source_id, start, stop, entity_id
FROM mention
WHERE
    form = :form
    AND (:source_id = 0 OR source_id = :source_id)
    AND (:stop = 0 OR (start = :start AND stop = :stop))
ORDER BY source_id, start, stop
