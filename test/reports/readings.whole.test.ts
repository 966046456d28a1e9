/**
 * What is read in every published report, as text, imported and from its PDF, compared with the list in readings.txt,
 * if their folder is there: whoever changes a reader sees what else changes, and looks at each line of it.
 *
 * `UPDATE=1 TEST_TIER=whole node scripts/test-unit.mjs readings` writes the list again, to be compared by git. A report
 * that is put into the folder is compared from then on: before, there is nothing to compare it with.
 */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { importFile } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'
import { readingOf } from '../corpus/reading'
import { tidiedOnce } from '../support/drafts'
import { publishedReports } from '../support/published'
import { sample, sampleNames } from './samples'

const file = path.join(import.meta.dirname, 'reports/readings.txt')
const isWriting = process.env.UPDATE !== undefined

/** The list as it is kept: the lines under each title. */
function keptReadings(): Map<string, string[]> {
  const kept = new Map<string, string[]>()
  for (const line of readFileSync(file, 'utf8').split('\n'))
    if (line.startsWith('## ')) kept.set(line.slice(3), [])
    else if (line !== '') [...kept.values()].at(-1)?.push(line)
  return kept
}

async function fromPdf(pdf: string): Promise<string> {
  return (await importFile(new Uint8Array(readFileSync(pdf)))).text
}

describe('what is read', () => {
  const written = new Map<string, readonly string[]>()
  const kept = isWriting ? new Map<string, string[]>() : keptReadings()
  const check = (title: string, text: string): void => {
    const reading = readingOf(parseReport(text))
    written.set(title, reading)
    if (!isWriting) assert.deepEqual(reading, kept.get(title) ?? [], title)
  }

  for (const name of sampleNames)
    it(`is the same as before in ${name}`, () => check(name, sample(name)))

  for (const report of publishedReports('whole')) {
    if (!isWriting && !kept.has(report.name)) continue
    it(`is the same as before in ${report.name}`, async () => {
      check(report.name, report.text)
      check(`${report.name}, imported`, tidiedOnce(report.text).text)
      const pdf = report.file.replace('/published/', '/pdf/').replace(/\.txt$/, '.pdf')
      if (existsSync(pdf)) check(`${report.name}, from its PDF`, await fromPdf(pdf))
    })
  }

  after(() => {
    if (!isWriting) return
    const parts = [...written].map(([title, reading]) => `## ${title}\n\n${reading.join('\n')}\n`)
    writeFileSync(file, parts.join('\n'))
  })
})
