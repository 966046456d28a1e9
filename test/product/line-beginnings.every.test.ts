/** Parser, formatting, import, export and Enter agree on how a line begins: whatever one takes for an item, all do. */

import assert from 'node:assert/strict'
import { nextLine } from '../../client/src/typing/next-line'
import { partsOf } from '../../server/src/export/parts'
import { formatting } from '../../server/src/features/edit/formatting'
import { tidy } from '../../server/src/import/text/tidy'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { applyEdits } from '../../server/src/text/edits'
import { isBullet } from '../../server/src/text/line-beginning'
import { finish } from '../../server/src/text/steps'
import { builtInTypes } from '../../server/src/types/built-in'
import type { ReportType } from '../../server/src/types/report-type'

const running = builtInTypes().find(({ id }) => id === 'ofsted-slac') as ReportType
const bySection: ReportType = { ...running, numbering: 'by-section' }

const indents = ['', '  ', '    ', '\t']
const gaps = [' ', '\t', '   ']
const bullets = Array.from('-*+–•▪▫■□◼◾◆◇◦●○‣⁃►▶➢➤❖✓∙·\uf0b7\uf0a7o')

/** Three labels of a list, and the one with which Enter goes on. */
const labels = [
  ['(a)', '(b)', '(c)', '(d)'],
  ['a)', 'b)', 'c)', 'd)'],
  ['a.', 'b.', 'c.', 'd.'],
  ['(h)', '(i)', '(j)', '(k)'],
  ['(i)', '(ii)', '(iii)', '(iv)'],
  ['iii)', 'iv)', 'v)', 'vi)'],
  ['ii.', 'iii.', 'iv.', 'v.'],
  ['(y)', '(z)', '(aa)', '(bb)'],
  ['1)', '2)', '3)', '4)'],
  ['(8)', '(9)', '(10)', '(11)'],
  ['- (a)', '- (b)', '- (c)', '- (d)'],
  ...bullets.map(bullet => [bullet, bullet, bullet, bullet]),
]

/** Three numbers of paragraphs, and the next, with the type that numbers so. */
const numbers: readonly (readonly [ReportType, ...string[]])[] = [
  [running, '1.', '2.', '3.', '4.'],
  [running, '1', '2', '3', '4'],
  [running, '9', '10', '11', '12'],
  [running, '- 1.', '- 2.', '- 3.', '- 4.'],
  [running, '• 1.', '• 2.', '• 3.', '• 4.'],
  [running, '■ 1', '■ 2', '■ 3', '■ 4'],
  [bySection, '1.1', '1.2', '1.3', '1.4'],
  [bySection, '1.1.', '1.2.', '1.3.', '1.4.'],
  [bySection, '- 1.1', '- 1.2', '- 1.3', '- 1.4'],
]

const texts = ['Plans are read and kept.', 'Children are heard.', 'Staff know them well.']
const head = '# Inspection of services\n\nWestmarch\n\n## Staying safe\n\n'

/** The kinds of block that the lines of `texts` are read as, with the numbers of paragraphs. */
function readAs(text: string, type: ReportType): readonly string[] {
  const report = parseReport(text, { type }) as Report
  return texts.map(words => {
    const at = text.indexOf(words)
    const block = report.blocks.find(({ start, end }) => start <= at && at < end)
    const numbered = report.numbering.paragraphs.some(({ span }) => span.start === at)
    return block?.content.start === at ? `${block.kind}${numbered ? ' numbered' : ''}` : 'other'
  })
}

function formatted(text: string, type: ReportType): string {
  const readAgain = function* (again: string) {
    yield
    return parseReport(again, { type }) as Report
  }
  const edits = finish(formatting(parseReport(text, { type }) as Report, readAgain))
  return applyEdits(text, edits)
}

/** What goes before each item in an export, where it has no bullet. */
function exported(text: string): readonly string[] {
  const parts = partsOf(parseReport(text, { type: running }) as Report)
  return parts.flatMap(part => (part.kind === 'item' ? [part.mark ?? ''] : []))
}

const isBulleted = (mark: string) => isBullet(mark.charCodeAt(0)) || mark === 'o'

/** What Enter writes at the end of the last line. */
function enter(text: string): string | undefined {
  const lines = text.split('\n')
  const last = lines.length - 1
  const lineAt = (line: number) => ({ text: lines[line] ?? '' })
  return nextLine({ lineCount: lines.length, lineAt }, last, lines[last]?.length ?? 0)?.text
}

const shown = (text: string) => JSON.stringify(text)

describe('a line that begins', () => {
  for (const [first = '', second = '', third = '', next = ''] of labels)
    it(`with ${shown(first)} is an item of a list to all`, () => {
      for (const indent of indents)
        for (const gap of gaps) {
          const marks = [first, second, third].map(mark => `${indent}${mark}${gap}`)
          const items = texts.map((words, at) => `${marks[at]}${words}`).join('\n')
          const text = head + items
          const what = shown(marks.join())
          const isNested = first.includes('- (')
          const kinds = isNested ? ['other', 'other', 'other'] : ['item', 'item', 'item']
          assert.deepEqual(readAs(text, running), kinds, what)
          assert.deepEqual(readAs(formatted(text, running), running), kinds, `formatted ${what}`)
          assert.deepEqual(
            exported(text),
            isBulleted(first) ? ['', '', ''] : [first, second, third],
          )
          assert.equal(enter(text), `\n${indent}${next}${gap}`, what)
          const imported = tidy(text, { isPart: true }).text
          assert.deepEqual(readAs(imported, running), kinds, `imported ${what}`)
          assert.equal(enter(`${text}\n${indent}${next}${gap}`), '', `empty ${what}`)
        }
    })

  for (const [type, first = '', second = '', third = '', next = ''] of numbers)
    it(`with ${shown(first)} is a numbered paragraph to all`, () => {
      for (const indent of indents)
        for (const gap of gaps) {
          const marks = [first, second, third].map(mark => `${indent}${mark}${gap}`)
          const text = head + texts.map((words, at) => `${marks[at]}${words}`).join('\n\n')
          const kinds = Array.from({ length: 3 }, () => 'paragraph numbered')
          const what = shown(marks.join())
          assert.deepEqual(readAs(text, type), kinds, what)
          assert.deepEqual(readAs(formatted(text, type), type), kinds, `formatted ${what}`)
          assert.equal(enter(text), `\n\n${indent}${next}${gap}`, what)
          assert.equal(enter(`${text}\n\n${indent}${next}${gap}`), '', `empty ${what}`)
        }
    })

  for (const words of [
    ...['12 nursery schools were visited.', '2010. The last inspection was then.'],
    ...['12) and it was good.', '(and) the rest.', 'e.g. in school.', 'i. e. at home.'],
    ...['o f the council', '-one of them', '12.5% of them are well.', '12,000 children live here.'],
  ])
    it(`with ${shown(words)} is neither to any`, () => {
      const text = `${head}Inspectors saw what the council does,\n${words}`
      const report = parseReport(text, { type: running }) as Report
      assert.equal(report.numbering.paragraphs.length, 0)
      assert.ok(!report.blocks.some(({ kind }) => kind === 'item'))
      assert.equal(enter(text), undefined)
      assert.equal(formatted(text, running), text)
    })
})
