-- All that is of a source, table by table; what others refer to comes first. Takes :id.
-- Columns: name (of the table), told (the row as JSON; bytes as {"hex": ...}).
SELECT
    'source' AS name,
    json_object(
        'id', id, 'sha256', sha256, 'path', path, 'format', format, 'codec', codec,
        'label', label, 'title', title, 'publisher', publisher, 'author', author,
        'dateline', dateline, 'language', language, 'url', url, 'published', published,
        'published_text', published_text, 'published_earliest', published_earliest,
        'published_latest', published_latest, 'published_basis', published_basis,
        'published_reason', published_reason, 'given', given, 'characters', characters,
        'run_id', run_id, 'linked', linked, 'text_sha256', text_sha256
    ) AS told
FROM source
WHERE id = :id
UNION ALL
SELECT
    'source_text',
    json_object('source_id', source_id, 'text', text)
FROM source_text
WHERE source_id = :id
UNION ALL
SELECT
    'source_warning',
    json_object('source_id', source_id, 'position', position, 'text', text)
FROM source_warning
WHERE source_id = :id
UNION ALL
SELECT
    'published_candidate',
    json_object('source_id', source_id, 'position', position, 'text', text, 'edtf', edtf)
FROM published_candidate
WHERE source_id = :id
UNION ALL
SELECT
    'furniture',
    json_object('source_id', source_id, 'start', start, 'stop', stop, 'kind', kind)
FROM furniture
WHERE source_id = :id
UNION ALL
SELECT
    'source_version',
    json_object(
        'source_id', source_id, 'sha256', sha256, 'is_first', is_first, 'stands', stands,
        'added', added, 'made_by', made_by, 'text', text, 'article', article
    )
FROM source_version
WHERE source_id = :id
UNION ALL
SELECT
    'version_place',
    json_object(
        'id', id, 'source_id', source_id, 'sha256', sha256, 'kind', kind, 'ref_id', ref_id,
        'place', place, 'spans', spans
    )
FROM version_place
WHERE source_id = :id
UNION ALL
SELECT
    'orphan',
    json_object(
        'kind', kind, 'ref_id', ref_id, 'position', position, 'source_id', source_id,
        'quote', quote
    )
FROM orphan
WHERE source_id = :id
UNION ALL
SELECT
    'kept_findings',
    json_object(
        'source_id', source_id, 'engine', engine, 'key', key,
        'findings', json_object('hex', hex(findings))
    )
FROM kept_findings
WHERE source_id = :id
UNION ALL
SELECT
    'entity',
    json_object(
        'id', id, 'source_id', source_id, 'kind', kind, 'name', name, 'folded', folded,
        'description', description, 'cluster_id', cluster_id, 'lost', lost, 'by_hand', by_hand
    )
FROM entity
WHERE source_id = :id
UNION ALL
SELECT
    'event',
    json_object(
        'id', id, 'source_id', source_id, 'kind', kind, 'anchor', anchor, 'ordinal', ordinal,
        'title', title, 'date_text', date_text, 'edtf', edtf, 'earliest', earliest,
        'latest', latest, 'place_id', place_id, 'modality', modality, 'secret', secret,
        'cluster_id', cluster_id, 'lost', lost, 'by_hand', by_hand
    )
FROM event
WHERE source_id = :id
UNION ALL
SELECT
    'fact',
    json_object(
        'id', id, 'source_id', source_id, 'start', start, 'stop', stop, 'ordinal', ordinal,
        'statement', statement, 'event_id', event_id, 'hedge', hedge, 'polarity', polarity,
        'quoted', quoted, 'made_by', made_by, 'lost', lost
    )
FROM fact
WHERE source_id = :id
UNION ALL
SELECT
    'mention',
    json_object(
        'source_id', source_id, 'start', start, 'stop', stop, 'entity_id', entity_id,
        'kind', kind, 'form', form
    )
FROM mention
WHERE source_id = :id
UNION ALL
SELECT
    'evidence',
    json_object('event_id', event_id, 'source_id', source_id, 'start', start, 'stop', stop)
FROM evidence
WHERE source_id = :id
UNION ALL
SELECT
    'citation',
    json_object(
        'source_id', source_id, 'start', start, 'stop', stop, 'name', name, 'kind', kind,
        'entity_id', entity_id, 'cited_id', cited_id
    )
FROM citation
WHERE source_id = :id
UNION ALL
SELECT
    'source_to_read',
    json_object('source_id', source_id)
FROM source_to_read
WHERE source_id = :id
UNION ALL
SELECT
    'entity_block',
    json_object('block', entity_block.block, 'entity_id', entity_block.entity_id)
FROM entity_block
JOIN entity ON entity.id = entity_block.entity_id
WHERE entity.source_id = :id
UNION ALL
SELECT
    'participant',
    json_object(
        'event_id', participant.event_id, 'entity_id', participant.entity_id,
        'role', participant.role
    )
FROM participant
JOIN event ON event.id = participant.event_id
WHERE event.source_id = :id
UNION ALL
SELECT
    'fact_about',
    json_object(
        'fact_id', fact_about.fact_id, 'position', fact_about.position,
        'entity_id', fact_about.entity_id
    )
FROM fact_about
JOIN fact ON fact.id = fact_about.fact_id
WHERE fact.source_id = :id
UNION ALL
SELECT
    'attribution',
    json_object(
        'fact_id', attribution.fact_id, 'depth', attribution.depth,
        'speaker', attribution.speaker, 'entity_id', attribution.entity_id,
        'verb', attribution.verb
    )
FROM attribution
JOIN fact ON fact.id = attribution.fact_id
WHERE fact.source_id = :id
UNION ALL
SELECT
    'lapse',
    json_object('id', lapse.id, 'fact_id', lapse.fact_id)
FROM lapse
JOIN fact ON fact.id = lapse.fact_id
WHERE fact.source_id = :id
UNION ALL
SELECT
    'overruled',
    json_object('kind', kind, 'id', id, 'told', told)
FROM overruled
WHERE
    (kind = 'source' AND id = :id)
    OR (kind = 'event' AND id IN (SELECT event.id FROM event WHERE event.source_id = :id))
    OR (kind = 'fact' AND id IN (SELECT fact.id FROM fact WHERE fact.source_id = :id))
