// Ten minutes of the comparison of columns with SQL.
process.env['COLUMNS_RUNS'] ??= '2900'
await import('./columns.test.js')
