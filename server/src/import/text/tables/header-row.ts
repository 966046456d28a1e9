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
function mayBeHeader(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every(cell => cell.trim() !== '' && cell.length <= longest)
}

/**
 * The titles of the columns, where the first row holds them: it is marked so, has their words, or is short and bold,
 * unlike the others. Emphasis is left out of them.
 */
export function headOf(
  first: readonly string[],
  { isBold = first.every(isBoldCell), isMarked = false } = {},
): readonly string[] | undefined {
  const titles = first.map(cell => (isBoldCell(cell) ? cell.slice(2, -2) : cell))
  const isHead = isMarked || isHeaderRow(first) || (mayBeHeader(titles) && isBold)
  return isHead ? titles : undefined
}

const isBoldCell = (cell: string) => /^\*\*[^*]+\*\*$/.test(cell)
