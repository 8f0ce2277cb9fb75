-- Let a version stand. Takes the columns; :text and :article are NULL where they are kept already.
INSERT INTO source_version (
    source_id, sha256, is_first, stands, added, made_by, text, article
)
SELECT
    :source_id,
    :sha256,
    0,
    1,
    :added,
    :made_by,
    coalesce(:text, kept.text),
    coalesce(:article, kept.article)
FROM (SELECT 1)
LEFT JOIN source_version AS kept
    ON kept.source_id = :source_id AND kept.sha256 = :sha256 AND kept.is_first = 0
WHERE true
ON CONFLICT (source_id, sha256, is_first) DO UPDATE
SET stands = 1, added = excluded.added, made_by = excluded.made_by
