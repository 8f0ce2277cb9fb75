-- The facts that an engine found in a source. Takes :id. Columns: id, start, stop, ordinal.
SELECT id, start, stop, ordinal FROM fact WHERE source_id = :id AND made_by != 'human' ORDER BY id
