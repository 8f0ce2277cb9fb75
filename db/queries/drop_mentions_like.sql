-- Remove the mentions of words that an engine found; those that a reader made stay.
-- Takes :form, :source_id (0 for any), :start and :stop (0 for anywhere).
-- Columns: source_id, entity_id (an account).
DELETE FROM mention
WHERE
    form = :form
    AND (:source_id = 0 OR source_id = :source_id)
    AND (:stop = 0 OR (start = :start AND stop = :stop))
    AND NOT EXISTS (
        SELECT 1
        FROM overruled
        JOIN json_each(overruled.told) AS laid ON json_extract(laid.value, '$[2]') = 0
        WHERE
            overruled.kind = 'source'
            AND overruled.id = mention.source_id
            AND json_extract(laid.value, '$[0]') = mention.start
            AND json_extract(laid.value, '$[1]') = mention.stop
    )
RETURNING source_id, entity_id
