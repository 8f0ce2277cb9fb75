-- Names changed since the rows of columns were written. Columns: number, columns.
SELECT number, columns FROM name_fresh ORDER BY number
