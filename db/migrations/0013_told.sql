-- What other cases are told of a decision: written when it is made, and never again.
-- So it is known by the same key in every log, whatever becomes of what it was about.

ALTER TABLE decision ADD COLUMN told TEXT;

CREATE INDEX decision_untold ON decision (id) WHERE told IS NULL;
