-- Mark those accounts of entities that only a reader's mentions name. Takes :ids (a JSON array).
-- Columns: id.
UPDATE entity
SET by_hand = 1
WHERE
    id IN (SELECT value FROM json_each(:ids))
    AND EXISTS (SELECT 1 FROM mention WHERE mention.entity_id = entity.id)
    AND NOT EXISTS (
        SELECT 1
        FROM mention
        WHERE
            mention.entity_id = entity.id
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
    )
RETURNING id
