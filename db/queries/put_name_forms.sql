-- Write a page of forms of names. Takes :page, :forms.
INSERT INTO name_form (page, forms) VALUES (:page, :forms)
ON CONFLICT (page) DO UPDATE SET forms = excluded.forms
