/** Tells the titles of a table's columns from its first row. */

/** Words that only stand above a column. */
const columnTitle =
  /^(?:(?:key |inspection |practice )?judge?ments?(?: grades?)?|grades?|meaning|outcomes?|overall)$/i

/** Is a row that is not marked as such the titles of the columns, by its words? */
export function isHeaderRow(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every(cell => columnTitle.test(cell.replace(/\*+/g, '').trim()))
}

/** Longest title of a column. */
const longest = 40

/** May a row be titles of columns, where it looks different from the others: short, and no cell empty? */
export function mayBeHeader(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every(cell => cell.trim() !== '' && cell.length <= longest)
}
