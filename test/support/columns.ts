/** Columns as pasted text sets them, on a page of running text. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'

/** Text that fills its lines, so that the width of a page is known. */
const page = [
  'The harbour office keeps a book of every ship that came in last year and of all the',
  'people who came with it. It is kept by hand, and inspectors found it to be a record of',
  'real use to the police and the harbour company, who read it each week on Thursdays in',
  'the morning. Nobody has asked whether they could read it on another day of the week.',
]

export interface ReadColumns {
  /** The lines of the draft between the two copies of the page's text. */
  readonly draft: readonly string[]
  /** What is left to decide: line of the table, counted from 1, and message. */
  readonly open: readonly string[]
}

/** What importing makes of the lines between two copies of the page's text. */
export function readColumns(table: readonly string[]): ReadColumns {
  const { text, changes } = tidy([...page, '', ...table, '', ...page, ''].join('\n'), {
    isPart: true,
  })
  assert.equal(tidy(text, { isPart: true }).text, text, 'importing again changes something')
  const lines = text.trimEnd().split('\n')
  const undecided = changes.filter(({ decided }) => !decided)
  return {
    draft: lines.slice(2, -2),
    open: undecided.map(({ line, message }) => `${line + 1 - page.length - 1} ${message}`),
  }
}
