/**
 * The PDFs of published reports carry nothing but what is wrong with them: who wrote it, titles such as "Draft report",
 * and links into folders of the computer on which the PDF was made. What is asked about their text is known.
 */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { LeavingKind } from '../../../server/src/features/leaving/kinds'
import { leavingSteps } from '../../../server/src/features/leaving/leaving-check'
import { readToLeave } from '../../../server/src/import/import'
import { parseReport } from '../../../server/src/report/parse'
import { finish } from '../../../server/src/text/steps'

const folder = path.resolve(import.meta.dirname, '../../shared/reports/pdf')
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.pdf')) : []

const asked: Readonly<Record<string, readonly string[]>> = {
  'jtai-2023-11-30-manchester.pdf': ['Child A', 'Child B'],
}

const known: ReadonlySet<LeavingKind> = new Set(['to-be-put-right', 'properties', 'fetching'])

describe('the PDF of a published report before it leaves', () => {
  for (const name of files)
    it(`carries nothing else: ${name}`, async () => {
      const { text, contents } = await readToLeave(readFileSync(path.join(folder, name)))
      const report = parseReport(text)
      assert.ok(report !== undefined)
      const { parts } = finish(
        leavingSteps(report, { target: 'publication', severities: {}, file: contents }),
      )
      const itemsOf = (wanted: (kind: LeavingKind) => boolean) =>
        parts.flatMap(({ kind, items }) =>
          wanted(kind) ? items.map(({ quote, what }) => quote?.wrong ?? what) : [],
        )
      assert.deepEqual(
        itemsOf(kind => kind === 'fetching').filter(words => !words.startsWith('file:///')),
        [],
      )
      assert.deepEqual(
        itemsOf(kind => !known.has(kind)),
        asked[name] ?? [],
      )
    })
})
