-- Forget what stood below what a reader states. Takes :kind, :ids (a JSON array).
DELETE FROM overruled WHERE kind = :kind AND id IN (SELECT value FROM json_each(:ids))
