-- Spans that leave their text. Columns: what, source_id, start, stop.
SELECT 'mention' AS what, mention.source_id, mention.start, mention.stop
FROM mention JOIN source ON source.id = mention.source_id
WHERE mention.stop > source.characters
UNION ALL
SELECT 'evidence', evidence.source_id, evidence.start, evidence.stop
FROM evidence JOIN source ON source.id = evidence.source_id
WHERE evidence.stop > source.characters
UNION ALL
SELECT 'fact', fact.source_id, fact.start, fact.stop
FROM fact JOIN source ON source.id = fact.source_id
WHERE fact.stop > source.characters
UNION ALL
SELECT 'citation', citation.source_id, citation.start, citation.stop
FROM citation JOIN source ON source.id = citation.source_id
WHERE citation.stop > source.characters
UNION ALL
SELECT 'value of a conflict', conflict_value.source_id, conflict_value.start, conflict_value.stop
FROM conflict_value JOIN source ON source.id = conflict_value.source_id
WHERE conflict_value.stop > source.characters
UNION ALL
SELECT 'furniture', furniture.source_id, furniture.start, furniture.stop
FROM furniture JOIN source ON source.id = furniture.source_id
WHERE furniture.stop > source.characters
ORDER BY 1, 2, 3
