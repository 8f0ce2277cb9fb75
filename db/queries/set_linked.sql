-- Say that linking has seen the findings of some sources. Takes :ids (a JSON array).
UPDATE source SET linked = 1 WHERE linked = 0 AND id IN (SELECT value FROM json_each(:ids))
