-- Say what a line of a source is. Takes the columns.
INSERT INTO relabelled (source_id, start, stop, version, kind, quote, made_by, made_at)
VALUES (:source_id, :start, :stop, :version, :kind, :quote, :made_by, :made_at)
ON CONFLICT (source_id, start, stop, version) DO UPDATE SET
    kind = excluded.kind,
    quote = excluded.quote,
    made_by = excluded.made_by,
    made_at = excluded.made_at
