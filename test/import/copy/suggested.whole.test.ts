/** Reports exported to Word with a defect of each kind: changes that are suggested do what a fix of the text does. */

import assert from 'node:assert/strict'
import { exportReport } from '../../../server/src/export/export'
import { fixAll } from '../../../server/src/features/edit/fix-all'
import { suggestedCopy } from '../../../server/src/import/copy/suggested'
import { readWord } from '../../../server/src/import/word/read'
import { parseReport } from '../../../server/src/report/parse'
import { finish } from '../../../server/src/text/steps'
import { drafts } from '../../support/drafts'
import { partOf } from '../../support/tier'
import { assertSameLetters, decided } from './copied'
import { withDefects } from './defects'

const gradesOf = (text: string) =>
  parseReport(text)?.judgements.flatMap(({ mentions }) => mentions.map(({ grade }) => grade?.word))

describe('suggested changes in a copy of an exported report', () => {
  for (const draft of partOf(drafts()))
    it(`are fixes, or nothing, and change no grade: ${draft.name}`, async () => {
      const exported = parseReport(withDefects(draft.text))
      if (exported === undefined) return
      const { bytes } = await exportReport(exported, { pages: 'none' })
      const { text } = readWord(bytes)
      const made = finish(suggestedCopy(bytes, {}, new Date()))
      assert.equal(readWord(decided(made.bytes, 'accepted')).text, made.text)
      assert.equal(readWord(decided(made.bytes, 'rejected')).text, text)
      assertSameLetters(bytes, decided(made.bytes, 'rejected'))
      assert.deepEqual(gradesOf(made.text), gradesOf(text))
      if (made.refused.length === 0) assert.equal(made.text, fixAll(text).text)
    })
})
