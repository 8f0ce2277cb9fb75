-- Forget a conflict that is none any more, unless a reader wrote on it. Takes :id.
DELETE FROM conflict
WHERE id = :id AND id NOT IN (SELECT target_id FROM note WHERE target_kind = 'conflict')
