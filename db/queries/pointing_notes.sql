-- Notes in which something stands between double brackets. Columns: id, body.
SELECT id, body FROM note WHERE instr(body, '[[') > 0 ORDER BY id
