/** No mark of a draft is printed, wherever in it somebody has put one. */

import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { exportReport } from '../../server/src/export/export'
import { parseReport } from '../../server/src/report/parse'
import { sample } from '../reports/samples'

const clean = sample('westmarch.inspection.md')

async function shown(text: string): Promise<readonly string[]> {
  const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
  const files = unzipSync(bytes)
  return ['word/document.xml', 'word/footnotes.xml'].flatMap(name =>
    [
      ...strFromU8(files[name] ?? new Uint8Array()).matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs),
    ].map(([whole]) =>
      [...whole.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(''),
    ),
  )
}

const marks = /\[\^|\||\*\*|&lt;|^#+ |\]\(|\{#|\\[*_|]|---|~~~|```/

const placed = (from: string, to: string) => {
  assert.ok(clean.includes(from), from)
  return clean.replace(from, to)
}

describe('an exported draft prints no marks', () => {
  for (const [name, text] of [
    [
      'a footnote’s mark in the title',
      placed('looked after children services\n', 'looked after children services[^1]\n'),
    ],
    [
      'a footnote’s mark in a heading',
      placed('## Safeguarding services\n', '## Safeguarding services[^1]\n'),
    ],
    [
      'a footnote’s mark in the contents',
      placed('| Service information | 3', '| Service information[^1] | 3'),
    ],
    ['a footnote’s mark in a row', placed('| Being healthy | Out', '| Being healthy[^1] | Out')],
    [
      'a footnote’s mark on the cover',
      placed('Published: 21 October 2011', 'Published: 21 October 2011[^1]'),
    ],
    ['a footnote’s text without a mark', placed('\n2. ', '\n[^9]: See the plan.\n\n2. ')],
    [
      'a footnote’s text over two lines',
      placed('\n2. ', '\n[^9]: See the plan,\n    page 3.\n\n2. '),
    ],
    ['a footnote in a list', placed('- discussions', '- discussions[^1]')],
    [
      'an anchor in a heading',
      placed('## Service information\n', '## Service information {#service}\n'),
    ],
    [
      'an anchor before a heading',
      placed('## Service information\n', '<a id="service"></a>\n## Service information\n'),
    ],
    [
      'an anchor inside a heading',
      placed('## Service information\n', '## <a id="s"></a>Service information\n'),
    ],
    [
      'a link in a heading',
      placed('## Service information\n', '## [Service information](#contents)\n'),
    ],
    [
      'a link in the contents',
      placed('| Service information | 3', '| [Service information](#service) | 3'),
    ],
    ['bold headings', placed('## Service information\n', '## **Service information**\n')],
    [
      'a heading with marks at its end',
      placed('## Service information\n', '## Service information ##\n'),
    ],
    ['a line end in a cell', placed('| Being healthy | Out', '| Being<br>healthy | Out')],
    ['a comment in a paragraph', placed('\n2. ', '\n2. <!-- hush --> ')],
    ['a comment over lines', placed('\n2. ', '\n<!-- hush,\nhush -->\n\n2. ')],
    ['a bold label', placed('Published:', '**Published:**')],
    ['a bold grade', placed('Grade 3 (adequate)', '**Grade 3 (adequate)**')],
    ['a bold timescale', placed('Immediately:', '**Immediately:**')],
    ['bold over two lines', placed('\n2. ', '\n2. **Bold\nwords** and ')],
    ['bold that is never closed', placed('\n2. ', '\n2. **Bold words and ')],
    ['bold with spaces inside', placed('\n2. ', '\n2. ** Bold ** and ')],
    ['a row without a table', placed('\n2. ', '\n| one | two |\n\n2. ')],
    [
      'a row without bars at its ends',
      placed('\n2. ', '\none | two\n--- | ---\nthree | four\n\n2. '),
    ],
    [
      'a row with too many cells',
      placed('| Being healthy | Outstanding |', '| Being healthy | Outstanding | 1 | 2 |'),
    ],
    ['a line between parts', placed('\n2. ', '\n---\n\n2. ')],
    ['fenced code', placed('\n2. ', '\n```\nnot this\n```\n\n2. ')],
    ['an escaped star', placed('\n2. ', '\n2. Five \\*stars\\* and a\\_b and ')],
    [
      'what is to be ignored',
      placed('\n2. ', '\n<!-- inspection-reports ignore empty-section: later -->\n2. '),
    ],
    ['a quotation', placed('\n2. ', '\n> They act.\n\n2. ')],
    ['a picture', placed('\n2. ', '\n![A map](map.png)\n\n2. ')],
    ['HTML', placed('\n2. ', '\n2. H<sub>2</sub>O and m<sup>2</sup> and <b>bold</b> and ')],
  ] as const)
    it(name, async () => {
      assert.deepEqual(
        (await shown(text)).filter(each => marks.test(each)),
        [],
      )
    })
})
