-- Forget an empty page of forms of names. Takes :page.
DELETE FROM name_form WHERE page = :page
