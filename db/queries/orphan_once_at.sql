-- What stood at a place in a version of a source, and whose words are gone now. Takes :source_id,
-- :version (SHA-256; empty for the first), :kind, :place (JSON). Columns: id.
SELECT version_place.ref_id AS id
FROM version_place
JOIN orphan ON orphan.kind = version_place.kind AND orphan.ref_id = version_place.ref_id
WHERE
    version_place.source_id = :source_id
    AND version_place.sha256 = coalesce(
        nullif(:version, ''), (SELECT source.sha256 FROM source WHERE source.id = :source_id)
    )
    AND version_place.kind = :kind
    AND version_place.place = :place
LIMIT 1
