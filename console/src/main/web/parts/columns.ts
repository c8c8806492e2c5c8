// A column of a table: how its cells read, unless the table's user gives them a slot by the column's key.
export interface Column<Row> {
  key: string
  label: string
  // Amounts stand below each other by their cents.
  isAmount?: boolean
  of?: (row: Row) => string | undefined
}
