-- Pages of forms of names. Takes :pages (a JSON array). Columns: page, forms.
SELECT page, forms FROM name_form WHERE page IN (SELECT value FROM json_each(:pages)) ORDER BY page
