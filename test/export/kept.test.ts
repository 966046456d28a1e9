/** What somebody has written in a draft comes back from Word letter for letter: emphasis, lists, tables, notes, links. */

import assert from 'node:assert/strict'
import { exportReport } from '../../server/src/export/export'
import { importFile } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'
import { sample } from '../reports/samples'

const clean = sample('westmarch.inspection.md')
const first = clean.slice(clean.indexOf('1. '), clean.indexOf('\n\n2. '))

async function returned(written: string): Promise<string> {
  const report = parseReport(clean.replace(first, written))!
  const { bytes } = await exportReport(report, { pages: 'none', comments: true })
  const { text } = await importFile(bytes)
  return text.slice(text.indexOf('1. '), text.indexOf('\n\n2. '))
}

describe('a draft that goes to Word and comes back', () => {
  for (const [name, written] of [
    ['bold and italic words', '1. The **whole** of it is *new*, and ***this*** too.'],
    ['emphasis beside signs', '1. They say “*yes*”, (**no**) and *never*.'],
    ['emphasis over several words', '1. The **plan of** ***the*** **board** is new.'],
    ['a list', '1. Seen were:\n\n- one\n- two\n- three'],
    ['a nested list', '1. Seen were:\n\n- one\n  - two\n  - three\n- four'],
    ['a list with letters', '1. Seen were:\n\n(a) one\n(b) two'],
    [
      'a list with emphasis, links and notes',
      '1. Seen were:\n\n- **one**\n- [two](https://example.org/2) [Note AB: both?]',
    ],
    ['a table', '1. So:\n\n| Word | Number |\n| --- | --- |\n| one | 1 |\n| **two** | 2 |'],
    ['a table without titles', '1. So:\n\n| | |\n| --- | --- |\n| one | 1 |\n| two | 2 |'],
    [
      'a table with an empty cell and a bar',
      '1. So:\n\n| Word | Number |\n| --- | --- |\n| one \\| two | |\n| three | 3 |',
    ],
    ['a footnote', '1. They act.[^1]\n\n[^1]: See *the plan*, page 3.'],
    [
      'two footnotes',
      '1. They act.[^1] They plan.[^2]\n\n[^1]: See it.\n\n[^2]: And [this](https://example.org/a).',
    ],
    ['a link', '1. See [the plan](https://example.org/plan?a=1&b=2), which is new.'],
    ['notes', '1. They act [Note Ann Bell, 3 March 2025: when?] soon. [Note: all?]'],
    ['what is still to be written', '1. They act in [month] and [TBC].'],
    ['a sub-heading', '1. They act.\n\n### How they act\n\nThey plan.'],
    ['signs', '1. It costs £5 & 3 < 4, at 10 °C, 50% – “so” it’s said… in 5 m² of CO₂.'],
    ['symbols', '1. Met ✓, not met ✗, ≥ 3, €5, ☐ and ☒.'],
    ['asterisks of its own', '1. Grades A*–C and 2 * 3.'],
  ] as const)
    it(`keeps ${name}`, async () => {
      assert.equal(await returned(written), written)
    })
})
