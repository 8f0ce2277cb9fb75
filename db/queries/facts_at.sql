-- Facts that stand on a place in a source. Takes :id, :at. Columns: id.
SELECT id FROM fact WHERE source_id = :id AND start <= :at AND stop > :at ORDER BY stop - start, id
