-- Remove mentions of words. Takes :form, :source_id (0 for any), :start and :stop (0 for anywhere).
DELETE FROM mention
WHERE
    form = :form
    AND (:source_id = 0 OR source_id = :source_id)
    AND (:stop = 0 OR (start = :start AND stop = :stop))
