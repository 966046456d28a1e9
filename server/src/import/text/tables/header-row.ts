/** Distinguishes the titles of a table's columns from its first row. */

/** Words that are found only above a column. */
const columnTitle =
  /^(?:(?:key |inspection |practice )?judge?ments?(?: grades?)?|grades?|meaning|outcomes?|overall)$/i

/** Does a row that is not marked as a header hold the titles of the columns, to judge by its words? */
export function isHeaderRow(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every(cell => columnTitle.test(cell.replace(/\*+/g, '').trim()))
}

/** The longest title of a column. */
const longest = 40

/**
 * May a row that looks different from the others hold the titles of the columns: are its
 * cells short, and none of them empty?
 */
export function mayBeHeader(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every(cell => cell.trim() !== '' && cell.length <= longest)
}
