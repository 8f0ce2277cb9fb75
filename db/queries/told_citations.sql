-- On whose word a source relies. Takes :source_id. Columns: start, stop, name, kind, entity.
SELECT citation.start, citation.stop, citation.name, citation.kind, entity.name AS entity
FROM citation
LEFT JOIN entity ON entity.id = citation.entity_id
WHERE citation.source_id = :source_id
ORDER BY citation.start, citation.stop
