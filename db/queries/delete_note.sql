-- Remove a note; the decision log keeps its words. Takes :id.
DELETE FROM note WHERE id = :id
