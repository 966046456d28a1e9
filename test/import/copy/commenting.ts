/** Puts comments at chosen words of a Word document, and makes sure that nothing else is different in the copy. */

import assert from 'node:assert/strict'
import { commentedCopy } from '../../../server/src/import/copy/commented'
import { readWord } from '../../../server/src/import/word/read'
import { parseReport } from '../../../server/src/report/parse'
import { openNote } from '../../../server/src/rules/open-note'
import type { CheckedFinding } from '../../../server/src/rules/rule'
import { finish } from '../../../server/src/text/steps'
import { assertOnlyCommented, opened } from './copied'

const at = new Date('2026-03-04T10:20:30')
const message = 'This is wrong. Put it right.'

/** The copy of a document with a comment at the first of each of these words, and what the comments are about. */
export function commented(bytes: Uint8Array, ...words: readonly string[]) {
  const made = withComments(bytes, ...words)
  assertOnlyCommented(bytes, made.bytes)
  assert.equal(readWord(made.bytes).text, readWord(bytes).text)
  const old = new Set(opened(bytes).comments.map(({ id }) => id))
  const comments = opened(made.bytes).comments.filter(({ id }) => !old.has(id))
  return { ...made, seen: comments.map(({ about, words }) => ({ about, words })) }
}

/** The same, where the copy is something that the tests' own reader does not know. */
export function withComments(bytes: Uint8Array, ...words: readonly string[]) {
  const { text } = readWord(bytes)
  const report = parseReport(text, { choice: { id: 'ofsted-slac', by: 'command' } })
  assert.ok(report, text)
  const findings = words.map((each): CheckedFinding => {
    const start = text.indexOf(each)
    assert.notEqual(start, -1, text)
    const span = { start, end: start + each.length }
    return { rule: openNote, severity: 'warning', span, message }
  })
  return finish(commentedCopy(bytes, { report, findings, at }))
}
