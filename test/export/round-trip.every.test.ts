/** A report that is exported and imported again is the same report: its model and its words. */

import assert from 'node:assert/strict'
import { exportReport } from '../../server/src/export/export'
import { importFile } from '../../server/src/import/import'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { drafts, tidiedOnce } from '../support/drafts'
import { itHolds } from '../support/known-failures'
import { partOf } from '../support/tier'
import { draftWords, sameWords } from './words'

/** The report as a list of lines, each of which must be the same after the journey. */
function outline(report: Report): readonly string[] {
  const { text, cover, contents, sections, numbering, summary, judgements } = report
  const at = (span: { start: number; end: number }) =>
    text.slice(span.start, span.end).replace(/\s+/g, ' ')
  return [
    `type ${report.type.id}`,
    `authority ${cover.authority?.text}`,
    ...cover.fields
      .filter(({ definition }) => definition !== undefined)
      .map(({ id, value }) => `field ${id}: ${at(value)}`),
    ...(contents?.entries ?? []).map(
      ({ definition, placement, title }) => `contents ${definition?.id ?? title.text} ${placement}`,
    ),
    ...sections.map(({ definition, match, placement, grade, timescales }) =>
      [
        `section ${definition.id} ${match} ${placement}`,
        grade === undefined ? 'no grade' : `${grade.grade?.word} "${grade.word?.text}"`,
        ...timescales.map(({ name, items }) => `${name}: ${items.length} items`),
      ].join(', '),
    ),
    `paragraphs ${numbering.paragraphs.map(({ number }) => number).join(' ')}`,
    ...(summary?.entries ?? []).map(
      ({ kind, label, placement, grade }) =>
        `${kind} ${label.text.replace(/\s+/g, ' ')} ${placement}: ${grade?.grade?.word ?? 'none'}`,
    ),
    ...judgements.map(
      ({ definition, grade, disagreement }) =>
        `judgement ${definition.title}: ${grade?.word ?? 'none'} ${disagreement?.odd ?? ''}`,
    ),
  ]
}

/** Footnotes are wherever their draft has them, and after their marks when they come from Word. */
function withFootnotesLast(text: string): string {
  const notes: string[] = []
  const body = text.replace(/^\[\^\d+\]: .*\n+/gm, note => {
    notes.push(note.trim())
    return ''
  })
  return notes.length === 0 ? text : `${body.trimEnd()}\n\n${notes.join('\n\n')}\n`
}

describe('a report that is exported and imported', () => {
  for (const draft of partOf(drafts()))
    itHolds(`is the same again: ${draft.name}`, 'round trip', draft.name, async () => {
      const { text } = draft
      const report = parseReport(text)
      assert.ok(report !== undefined)
      // What the import repairs in a report with faults is repaired here too.
      const tidied = parseReport(withFootnotesLast(tidiedOnce(text).text))
      assert.ok(tidied !== undefined)
      const { bytes } = await exportReport(report, { pages: 'none' })
      const { text: again } = await importFile(bytes)
      const second = parseReport(withFootnotesLast(again))
      assert.ok(second !== undefined, 'no report any more')
      assert.deepEqual(outline(second), outline(tidied))
      sameWords(draftWords(second), draftWords(tidied))
    })
})
