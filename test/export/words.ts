/** The words of a report before and after it is made into the parts of a Word document. */

import assert from 'node:assert/strict'
import { type Part, plainText } from '../../server/src/export/document'
import { htmlComments } from '../../server/src/report/marks/marks'
import type { Report } from '../../server/src/report/model'

/** The words that the parts show, without the numbers that Word gives. */
export function partWords(parts: readonly Part[]): string[] {
  return wordsOf(parts.map(textOf).join(' '))
}

/**
 * The words of a draft that belong in the document: without notes, comments, paragraph numbers, page
 * furniture, and what says how the draft is handled.
 */
export function draftWords(report: Report): string[] {
  const { text, blocks, cover, notes, numbering } = report
  const out = [
    ...htmlComments(text),
    ...notes.map(({ span }) => span),
    ...numbering.paragraphs.map(({ label }) => label),
    ...blocks.filter(({ kind }) => kind === 'furniture' || kind === 'front-matter'),
    ...cover.fields
      .filter(({ definition }) => definition === undefined)
      .map(({ label, value }) => ({ start: label.start, end: value.end })),
  ]
  let left = text
  for (const { start, end } of out)
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end)
  return wordsOf(left)
}

/** Fails with the words around the first difference; words that are run together make none. */
export function sameWords(actual: readonly string[], expected: readonly string[]): void {
  const [a, b] = [actual.join(''), expected.join('')]
  if (a === b) return
  let at = 0
  while (a[at] === b[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  assert.equal(around(a), around(b))
}

function textOf(part: Part): string {
  switch (part.kind) {
    case 'table':
      return part.rows.flatMap(({ cells }) => cells.map(plainText)).join(' ')
    case 'contents':
      return [part.title, ...part.entries.flatMap(({ title, page }) => [title, page ?? ''])].join(
        ' ',
      )
    case 'cover':
      return `${part.label} ${plainText(part.runs)}`
    case 'item':
      return `${part.mark ?? ''} ${plainText(part.runs)}`
    default:
      return plainText(part.runs)
  }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
