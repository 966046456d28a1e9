/** The rows of a table in a Word document, and those that do not belong to the report. */

import * as l10n from '@vscode/l10n'
import { done, excerpt } from '../text/change'
import { cellsOf } from './controls'
import type { Found } from './found'
import { authorOf, deletedText } from './inline'
import { child, type Node } from './xml'

/** The rows, including those in controls, tracked changes and other programs' markup around some of them. */
function rowsOf(table: Node): readonly Node[] {
  return table.children.flatMap(each => (each.name === 'w:tr' ? [each] : rowsOf(each)))
}

/** A table around other tables sets them on the page: its cells are read one after another. */
export function holdsTable(cell: Node): boolean {
  return cell.children.some(
    each => each.name === 'w:tbl' || (each.name !== 'w:p' && holdsTable(each)),
  )
}

/** A row with those of its cells that nobody has deleted. */
export interface KeptRow {
  readonly row: Node
  readonly cells: readonly Node[]
}

/** The rows of a table without what was deleted, which is listed: rows, and cells of rows that stay. */
export function keptRows(table: Node, found: Found): readonly KeptRow[] {
  return rowsOf(table).flatMap(row => {
    const cells = cellsOf(row)
    const mark = child(child(row, 'w:trPr'), 'w:del')
    if (mark !== undefined) {
      found.changes.push(deletion(rowDeletedBy(authorOf(mark)), cells))
      return []
    }
    const kept = cells.filter(cell => !isDeleted(cell, found))
    return kept.length === 0 ? [] : [{ row, cells: kept }]
  })
}

function isDeleted(cell: Node, found: Found): boolean {
  const mark = child(child(cell, 'w:tcPr'), 'w:cellDel')
  if (mark !== undefined) found.changes.push(deletion(cellDeletedBy(authorOf(mark)), [cell]))
  return mark !== undefined
}

const deletion = (message: string, cells: readonly Node[]) =>
  done('tracked-change', 0, message, { before: excerpt(cells.map(deletedText).join(' ')) })

function cellDeletedBy(author: string): string {
  return author === ''
    ? l10n.t('Left out a cell that somebody deleted.')
    : l10n.t('Left out a cell that {0} deleted.', author)
}

function rowDeletedBy(author: string): string {
  return author === ''
    ? l10n.t('Left out a row that somebody deleted.')
    : l10n.t('Left out a row that {0} deleted.', author)
}
