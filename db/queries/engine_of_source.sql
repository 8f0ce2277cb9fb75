-- By which engine a source was read. Takes :id. Columns: engine.
SELECT run.engine
FROM source
JOIN run ON run.id = source.run_id
WHERE source.id = :id
