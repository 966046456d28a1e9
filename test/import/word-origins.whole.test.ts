/** Each word of a draft from Word leads back to its run. */

import assert from 'node:assert/strict'
import { exportReport } from '../../server/src/export/export'
import { importFile, tracedWord } from '../../server/src/import/import'
import { wordsOf } from '../../server/src/import/text/words/words'
import { numberText } from '../../server/src/report/numbering/paragraph-number'
import { parseReport } from '../../server/src/report/parse'
import { finish } from '../../server/src/text/steps'
import { drafts } from '../support/drafts'
import { partOf } from '../support/tier'

const references: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

const decoded = (xml: string) =>
  xml.replace(/&(\w+);/g, (_, name: string) => references[name] ?? '?')

describe('the way back into a Word document', () => {
  for (const draft of partOf(drafts()))
    it(`leads from each word to its run: ${draft.name}`, async () => {
      const report = parseReport(draft.text)
      if (report === undefined) return
      const { bytes } = await exportReport(report)
      const { text, xml, originsIn } = finish(tracedWord(bytes))
      assert.equal(text, (await importFile(bytes)).text)
      const made: string[] = []
      for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const origins = originsIn({ start: index, end: index + word.length })
        const runs = origins.filter(({ element }) => element.name === 'w:t')
        if (runs.length === 0) made.push(word)
        else {
          const found = runs.map(({ xml: { start, end } }) => xml.slice(start, end)).join('')
          assert.equal(decoded(found), word)
        }
      }
      // Word counts the numbers itself, and footnotes are in a part of their own.
      const { paragraphs = [] } = parseReport(text)?.numbering ?? {}
      const counted = paragraphs.map(({ number }) => numberText(number).split('.'))
      const notes = text.match(/^\[\^\d+\]: .*|\[\^\d+\]/gm) ?? []
      const known = new Set(['Status', 'draft', ...counted.flat(), ...wordsOf(notes.join(' '))])
      assert.deepEqual(
        made.filter(word => !known.has(word)),
        [],
      )
    })
})
