-- What a case of a million judgements needs to be asked about one of them.

-- A judgement is looked for by either of its feet.
CREATE INDEX judgement_by_right ON judgement (kind, right_id);

-- The review queue: what the machine is unsure of, and what people said.
CREATE INDEX judgement_unsure ON judgement (kind, left_id, right_id)
WHERE judgement = 'unsure';

CREATE INDEX judgement_by_person ON judgement (kind, left_id, right_id)
WHERE made_by NOT LIKE 'machine:%';
