-- Let linking see again the sources that tell the events of a source, or disagree with it: its
-- events may part from theirs. Takes :id.
UPDATE source
SET linked = 0
WHERE
    linked = 1
    AND id IN (
        SELECT mate.source_id
        FROM event
        JOIN event AS mate ON mate.cluster_id = event.cluster_id
        WHERE event.source_id = :id
        UNION
        SELECT other.source_id
        FROM conflict_value
        JOIN conflict_value AS other ON other.conflict_id = conflict_value.conflict_id
        WHERE conflict_value.source_id = :id
    )
