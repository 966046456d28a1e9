/** A report that is exported and imported again is the same report: its model and its words. */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { exportReport } from '../../server/src/export/export'
import { importFile } from '../../server/src/import/import'
import { tidy } from '../../server/src/import/text/tidy'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { draftWords, sameWords } from './words'

const root = path.resolve(import.meta.dirname, '..')

/** The samples, and published reports where they are there; what is no draft yet is imported. */
function drafts(): readonly { readonly name: string; readonly text: string }[] {
  const folders = ['samples', '../shared/reports/seeds', '../shared/reports/published']
  return folders
    .map(folder => path.join(root, folder))
    .filter(existsSync)
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => /\.(?:txt|md)$/.test(name))
        .map(name => {
          const text = readFileSync(path.join(folder, name), 'utf8')
          return { name, text: name.endsWith('.txt') ? tidy(text).text : text }
        }),
    )
}

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

/** Footnotes are wherever their draft has them, and behind their marks when they come from Word. */
function withFootnotesLast(text: string): string {
  const notes: string[] = []
  const body = text.replace(/^\[\^\d+\]: .*\n+/gm, note => {
    notes.push(note.trim())
    return ''
  })
  return notes.length === 0 ? text : `${body.trimEnd()}\n\n${notes.join('\n\n')}\n`
}

describe('a report that is exported and imported', function () {
  this.timeout(60_000)
  for (const { name, text } of drafts()) {
    const report = parseReport(text)
    if (report === undefined) continue
    // What the import repairs in a report with faults is repaired here too.
    const tidied = parseReport(withFootnotesLast(tidy(text).text))!
    it(`is the same again: ${name}`, async () => {
      const { bytes } = await exportReport(report, { pages: 'none' })
      const { text: again } = await importFile(bytes)
      const second = parseReport(withFootnotesLast(again))
      assert.ok(second !== undefined, 'no report any more')
      assert.deepEqual(outline(second), outline(tidied))
      sameWords(draftWords(second), draftWords(tidied))
    })
  }
})
