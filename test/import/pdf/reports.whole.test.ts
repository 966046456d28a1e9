/**
 * The PDFs of published reports: none comes near what a file may ask for, and each gives the same judgements, sections
 * and problems as the text of the same report.
 */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importFile } from '../../../server/src/import/import'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { tidiedOnce } from '../../support/drafts'

const reports = path.resolve(import.meta.dirname, '../../shared/reports')
const folder = path.join(reports, 'pdf')
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.pdf')) : []

/** What a draft says, without its lines and wording. */
function readIn(draft: string) {
  const report = parseReport(draft)
  if (report === undefined) return undefined
  return {
    judgements: report.judgements.map(({ definition, mentions, grade, disagreement }) => [
      definition.id ?? definition.title,
      mentions.map(({ kind }) => kind).sort(),
      grade?.word,
      disagreement?.odd,
    ]),
    sections: report.sections.map(({ definition, grade, match, placement, hasText }) => [
      definition.id,
      grade?.grade?.word,
      match,
      placement,
      hasText,
    ]),
    problems: checkReport(report)
      .map(({ rule, message }) => `${rule.id}: ${message}`)
      .sort(),
  }
}

describe('the PDF of a published report', () => {
  for (const name of files) {
    let text = ''
    it(`is read: ${name}`, async () => {
      text = (await importFile(readFileSync(path.join(folder, name)))).text
      assert.ok(text.length > 5000)
    })

    it(`says what its text says: ${name}`, () => {
      const file = path.join(reports, 'published', name.replace(/\.pdf$/, '.txt'))
      if (!existsSync(file)) return
      assert.deepEqual(readIn(text), readIn(tidiedOnce(readFileSync(file, 'utf8')).text))
    })
  }
})
