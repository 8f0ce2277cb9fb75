-- Sources that rely on one. Takes :id. Columns: id.
SELECT DISTINCT source_id AS id FROM citation WHERE cited_id = :id ORDER BY source_id
