-- Forget all forms of names, to make them anew.
DELETE FROM name_form
