/** Links of a draft, `[the plan](https://example.org)`, are links of the Word document, and come back as they were. */

import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import { importFile } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'
import { sample } from '../reports/samples'

const clean = sample('westmarch.inspection.md')
const first = clean.slice(clean.indexOf('1. '), clean.indexOf('\n\n2. '))

/** The sample with this as the end of its first paragraph. */
const ending = (words: string) => parseReport(clean.replace(first, `${first} ${words}`))!

async function exported(words: string) {
  const { bytes } = await exportReport(ending(words), { pages: 'none' })
  const files = unzipSync(bytes)
  const { text } = await importFile(bytes)
  return { xml: strFromU8(files['word/document.xml']!), files, text }
}

describe('a link in a draft', () => {
  for (const words of [
    'See [the plan](https://example.org/plan), which is new.',
    'See [the plan for 2011](http://example.org/plan?a=1&b=2#top).',
    'Write to [the team](mailto:team@example.org).',
    'See **[the plan](https://example.org/a_b_c)** and [another *one*](https://example.org/2).',
    '[All of it](https://example.org/all)',
    'It says so.[^9]\n\n[^9]: See [the plan](https://example.org/plan), page 3.',
  ])
    it(`is one in Word, without its marks, and comes back: ${words}`, async () => {
      const { xml, files, text } = await exported(words)
      const all = xml + strFromU8(files['word/footnotes.xml'] ?? new Uint8Array())
      assert.match(all, /<w:hyperlink [^>]*r:id="/)
      assert.doesNotMatch(all, /\]\(|example\.org/)
      const back = words.replace('[^9]', '[^1]').replace('[^9]', '[^1]')
      for (const part of back.split('\n\n'))
        assert.ok(
          text.includes(
            part.replace(
              '**[the plan](https://example.org/a_b_c)**',
              '[**the plan**](https://example.org/a_b_c)',
            ),
          ),
          text.slice(0, 3000),
        )
    })

  for (const [words, shown] of [
    ['See [the plan](plan.pdf).', 'See the plan.'],
    ['See [the plan](#plan).', 'See the plan.'],
    ['A [list] (of two).', 'A [list] (of two).'],
    ['The words “[they](see below) act”.', 'The words “[they](see below) act”.'],
  ] as const)
    it(`is only what leads somewhere else: ${words}`, async () => {
      const { xml, text } = await exported(words)
      assert.doesNotMatch(xml, /<w:hyperlink [^>]*r:id="/)
      assert.ok(text.includes(` ${shown}\n`), text.slice(0, 3000))
    })
})
