-- How much a machine found on some lines of a source; of events those told nowhere else in it.
-- Takes :id, :lines and :made (JSON arrays of [start, stop]; of names that readers made).
-- Columns: mentions, facts, events.
WITH line AS MATERIALIZED (
    SELECT value ->> 0 AS start, value ->> 1 AS stop
    FROM json_each(:lines)
)

SELECT
    (
        SELECT count(*)
        FROM mention
        WHERE
            mention.source_id = :id
            AND EXISTS (
                SELECT 1 FROM line WHERE mention.start < line.stop AND line.start < mention.stop
            )
            AND NOT EXISTS (
                SELECT 1
                FROM json_each(:made) AS made
                WHERE made.value ->> 0 = mention.start AND made.value ->> 1 = mention.stop
            )
    ) AS mentions,
    (
        SELECT count(*)
        FROM fact
        WHERE
            fact.source_id = :id
            AND fact.made_by != 'human'
            AND fact.lost = 0
            AND EXISTS (
                SELECT 1 FROM line WHERE fact.start < line.stop AND line.start < fact.stop
            )
    ) AS facts,
    (
        SELECT count(*)
        FROM event
        WHERE
            event.source_id = :id
            AND event.by_hand = 0
            AND event.lost = 0
            AND EXISTS (SELECT 1 FROM evidence WHERE evidence.event_id = event.id)
            AND NOT EXISTS (
                SELECT 1
                FROM evidence
                WHERE
                    evidence.event_id = event.id
                    AND NOT EXISTS (
                        SELECT 1
                        FROM line
                        WHERE evidence.start < line.stop AND line.start < evidence.stop
                    )
            )
    ) AS events
