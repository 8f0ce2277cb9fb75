-- Derived rows that disagree with what they are derived from. Conflicts from 100,000,000 on are
-- of people who decided (casefile/core/clashes.py), in no table. Columns: what, id.
SELECT 'entity without a cluster' AS what, id
FROM entity WHERE cluster_id NOT IN (SELECT id FROM entity_cluster)
UNION ALL
SELECT 'event without a cluster', id
FROM event WHERE cluster_id NOT IN (SELECT id FROM event_cluster)
UNION ALL
SELECT 'cluster of entities without an account', id
FROM entity_cluster WHERE id NOT IN (SELECT cluster_id FROM entity)
UNION ALL
SELECT 'cluster of events without an account', id
FROM event_cluster WHERE id NOT IN (SELECT cluster_id FROM event)
UNION ALL
SELECT 'entity that cannot be found by a name', id
FROM entity_cluster WHERE id NOT IN (SELECT ref_id FROM name WHERE kind = 'entity')
UNION ALL
SELECT 'event that cannot be found by a name', id
FROM event_cluster WHERE id NOT IN (SELECT ref_id FROM name WHERE kind = 'event')
UNION ALL
SELECT 'source that cannot be found by a name', id
FROM source WHERE id NOT IN (SELECT ref_id FROM name WHERE kind = 'source')
UNION ALL
SELECT 'source that is not linked', id
FROM source WHERE linked = 0
UNION ALL
SELECT 'source missing in the full-text index', id
FROM source WHERE id NOT IN (SELECT rowid FROM source_words)
UNION ALL
SELECT 'full-text index of a source that is gone', rowid
FROM source_words WHERE rowid NOT IN (SELECT id FROM source)
UNION ALL
SELECT 'fact missing in the full-text index', id
FROM fact WHERE id NOT IN (SELECT rowid FROM fact_words)
UNION ALL
SELECT 'full-text index of a fact that is gone', rowid
FROM fact_words WHERE rowid NOT IN (SELECT id FROM fact)
UNION ALL
SELECT 'source without a text', id
FROM source WHERE id NOT IN (SELECT source_id FROM source_text)
UNION ALL
SELECT 'event without a passage', id
FROM event
WHERE
    source_id IS NOT NULL
    AND id NOT IN (SELECT event_id FROM evidence)
    AND id NOT IN (SELECT ref_id FROM orphan WHERE kind = 'event')
UNION ALL
SELECT 'conflict about an event that is gone', id
FROM conflict WHERE about_kind = 'event' AND about_id NOT IN (SELECT id FROM event)
UNION ALL
SELECT 'judgement on an account that is gone', id
FROM judgement
WHERE
    (
        kind = 'entity'
        AND (left_id NOT IN (SELECT id FROM entity) OR right_id NOT IN (SELECT id FROM entity))
    )
    OR (
        kind = 'event'
        AND (left_id NOT IN (SELECT id FROM event) OR right_id NOT IN (SELECT id FROM event))
    )
UNION ALL
SELECT 'note on something that is gone', id
FROM note
WHERE
    (target_kind = 'source' AND target_id NOT IN (SELECT id FROM source))
    OR (target_kind = 'entity' AND target_id NOT IN (SELECT id FROM entity))
    OR (target_kind = 'event' AND target_id NOT IN (SELECT id FROM event))
    OR (target_kind = 'fact' AND target_id NOT IN (SELECT id FROM fact))
    OR (
        target_kind = 'conflict'
        AND target_id < 100000000
        AND target_id NOT IN (SELECT id FROM conflict)
    )
UNION ALL
SELECT 'question on something that is gone', target_id
FROM question
WHERE
    (target_kind = 'source' AND target_id NOT IN (SELECT id FROM source))
    OR (target_kind = 'entity' AND target_id NOT IN (SELECT id FROM entity))
    OR (target_kind = 'event' AND target_id NOT IN (SELECT id FROM event))
    OR (target_kind = 'fact' AND target_id NOT IN (SELECT id FROM fact))
    OR (
        target_kind = 'conflict'
        AND target_id < 100000000
        AND target_id NOT IN (SELECT id FROM conflict)
    )
UNION ALL
SELECT 'note missing in the full-text index', id
FROM note WHERE id NOT IN (SELECT rowid FROM note_words)
UNION ALL
SELECT 'full-text index of a note that is gone', rowid
FROM note_words WHERE rowid NOT IN (SELECT id FROM note)
ORDER BY 1, 2
