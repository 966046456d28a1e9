/** Reports exported to Word with one defect of each kind put in: each comment is at the words of its problem. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { exportReport } from '../../../server/src/export/export'
import { commentedCopy } from '../../../server/src/import/copy/commented'
import { readWord } from '../../../server/src/import/word/read'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import { allRules } from '../../../server/src/rules/all'
import { checkReport } from '../../../server/src/rules/run'
import type { Span } from '../../../server/src/text/span'
import { finish } from '../../../server/src/text/steps'
import type { ReportType } from '../../../server/src/types/report-type'
import { recall } from '../../recall/recall'
import { texts } from '../../recall/texts'
import { drafts } from '../../support/drafts'
import { partOf } from '../../support/tier'
import { assertOnlyCommented, opened } from './copied'
import { withDefects } from './defects'

const sample = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../samples/${name}.inspection.md`), 'utf8')

/** The problems of the report in Word, each with the words that it is about and those that its comment marks. */
async function comments(text: string, type?: ReportType) {
  const options = type === undefined ? {} : { type }
  const exported = parseReport(text, options)
  assert.ok(exported)
  const { bytes } = await exportReport(exported, { pages: 'none' })
  const report = parseReport(readWord(bytes).text, options)
  assert.ok(report)
  const found = checkReport(report)
  const findings = [...found].sort((a, b) => a.span.start - b.span.start)
  const copy = finish(commentedCopy(bytes, { report, findings, at: new Date() }))
  assertOnlyCommented(bytes, copy.bytes)
  assert.equal(copy.comments + copy.leftOut, findings.length)
  return opened(copy.bytes).comments.map(({ about, words }, at) => {
    const { span, rule, message, question = message } = findings[at]!
    return { rule: rule.id, words, question, about, expected: wordsAt(report, span) }
  })
}

/** The words of a problem as Word shows them. A number that Word counts has the first word of its paragraph. */
function wordsAt({ text }: Report, { start, end }: Span): string {
  const isNumber =
    /(?:^|\n)$/.test(text.slice(0, start)) && /^\d[\d.]*$/.test(text.slice(start, end))
  if (!isNumber) return plain(text.slice(start, end))
  return /^[\d.\s*]*([\p{L}\p{N}]+|.)/u.exec(text.slice(end))?.[1] ?? ''
}

const plain = (words: string) =>
  words
    .replace(/[*#|\\]|^- /g, '')
    .replace(/\s+/g, ' ')
    .trim()

const differences = (all: Awaited<ReturnType<typeof comments>>) =>
  all.flatMap(({ rule, about, expected, words, question }) =>
    about === expected && words === question
      ? []
      : [`${rule}: "${expected}" is "${about}", ${words}`],
  )

describe('a copy with comments of an exported report', () => {
  const samples = { slac: sample('westmarch'), ilacs: sample('ilacs-westmarch') }

  for (const { id } of allRules)
    it(`has each at the words of its problem: ${id}`, async () => {
      const other = texts[id]
      const type = other?.type === undefined ? {} : { type: other.type }
      const text = other?.text(samples.ilacs) ?? samples.slac
      for (const { damaged } of recall(text, { rules: [id], every: 1_000, ...type }))
        assert.deepEqual(differences(await comments(damaged, other?.type)), [])
    })

  for (const draft of partOf(drafts()))
    it(`has each at the words of its problem, of many kinds: ${draft.name}`, async () => {
      if (parseReport(draft.text) === undefined) return
      assert.deepEqual(differences(await comments(withDefects(draft.text))), [])
    })
})
