-- Keep what stands below what a reader states. Takes :kind, :id, :told.
INSERT OR REPLACE INTO overruled (kind, id, told) VALUES (:kind, :id, :told)
