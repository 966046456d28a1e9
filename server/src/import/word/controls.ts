/** Content controls of a Word document that nobody has filled in. */

import * as l10n from '@vscode/l10n'
import { type Change, done, excerpt } from '../text/change'
import { plainStretch, type Stretch } from './emphasis'
import { child, isOn, type Node } from './xml'

/** What takes the place of a form field that nobody has filled in. */
export const emptyField = '[TBC]'

/** The same, in the place of that field. */
export const emptyFieldOf = (node: Node): Stretch => ({ ...plainStretch(emptyField), node })

/** Does the field show a prompt for what is to be written in it ("Choose an item.")? */
export function isPrompt(control: Node): boolean {
  return isOn(child(control, 'w:sdtPr'), 'w:showingPlcHdr')
}

/** Records that a field, with what it showed, was marked as not filled in. */
export function promptChange(shown: string): Change {
  return done('placeholder', 0, l10n.t('Marked a field that is not filled in.'), {
    before: excerpt(shown),
    after: emptyField,
  })
}

/**
 * The cells in a row, or in a control around some. A control around a cell is moved inside it, so that it is read
 * like one that is in the cell.
 */
export function cellsOf(row: Node): readonly Node[] {
  return row.children.flatMap(each => {
    if (each.name === 'w:tc') return [each]
    const cells = cellsOf(each)
    return each.name === 'w:sdt' && isPrompt(each)
      ? cells.map(cell => withinCell(cell, each))
      : cells
  })
}

function withinCell(cell: Node, control: Node): Node {
  const properties = cell.children.filter(({ name }) => name === 'w:tcPr')
  const content = cell.children.filter(({ name }) => name !== 'w:tcPr')
  const inner = control.children.map(each =>
    each.name === 'w:sdtContent' ? { ...each, children: content } : each,
  )
  return { ...cell, children: [...properties, { ...control, children: inner }] }
}
