/** Rows whose cells spaces set apart, one below the other: which of them belong to a row though it is tight. */

/** A cell of a line, where it begins and ends as columns of that line. */
export interface ColumnCell {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** How far out of line the cells of one column may be, as in fonts whose letters differ in width. */
const slack = 5

/**
 * Do the cells, which two spaces set apart, make a row like the one above or below? They do where there are as many,
 * and each begins or ends where the other's does or both are numbers:
 *
 * ```text
 * Adoption           3
 * Fostering services  9
 * ```
 *
 * Sentences that two spaces set apart do not.
 */
export function isLikeRow(own: readonly ColumnCell[], row: readonly ColumnCell[]): boolean {
  const [label] = own
  if (label === undefined || own.length < 2 || own.length !== row.length) return false
  if (endsInStop(label.text) || !/\p{L}{2}/u.test(label.text)) return false
  return own.every((cell, at) => at === 0 || isInColumnOf(cell, row[at]))
}

const endsInStop = (words: string) => '.:;?!'.includes(words.charAt(words.length - 1))

function isInColumnOf(cell: ColumnCell, other: ColumnCell | undefined): boolean {
  if (other === undefined) return false
  if (isValue(cell.text) && isValue(other.text)) return true
  if (!/^[\p{Lu}\d£(]/u.test(cell.text)) return false
  return Math.abs(cell.start - other.start) <= slack || cell.end === other.end
}

/** A number, with what belongs to it: `£1,250.50`, `45%`, `(3)`, `-`. */
const isValue = (words: string) =>
  /^(?:[£(]?[\d.,]+[%)]?|[-–—])$/.test(words) && /[\d–—-]/.test(words)
