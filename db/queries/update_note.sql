-- Change the words of a note. Takes :id, :body, :updated.
UPDATE note SET body = :body, updated = :updated WHERE id = :id
