-- One source with its text. Takes :id.
SELECT
    source.id,
    source.path,
    coalesce(source.text_sha256, source.sha256) AS sha256,
    source.format,
    source.codec,
    source.title,
    source.publisher,
    source.author,
    source.dateline,
    source.language,
    source.url,
    source.published,
    source.published_text,
    source.published_earliest,
    source.published_latest,
    source.published_basis,
    source.published_reason,
    source.given,
    source_text.text
FROM source
JOIN source_text ON source_text.source_id = source.id
WHERE source.id = :id
