/** Long imports in short steps, between which the server sees that one was cancelled. */

import assert from 'node:assert/strict'
import { importFile } from '../../server/src/import/import'
import { changeList } from '../../server/src/import/text/change-list'
import { parseReport } from '../../server/src/report/parse'
import { finish, Pace, type Run, type Steps } from '../../server/src/text/steps'
import { grow } from '../bench/grow'
import { clean } from '../reports/samples'
import { itTimed } from '../support/tier'
import { paragraph, run, wordFile } from './word/word-file'

const sentence = 'The council and its partners have improved the lives of many children here. '
const looks = '<w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="24"/></w:rPr>'
const words = sentence
  .trim()
  .split(' ')
  .map(word => run(`${word} `).replace('<w:t', `${looks}<w:t`))
  .join('')
const title = paragraph('Inspection of safeguarding and looked after children services')
const bytes = (text: string) => new TextEncoder().encode(text)
const word = (body: string) => wordFile({ body: title + body })
const report = () => grow(parseReport(clean) ?? assert.fail('no report'), 15)
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`

const files: Readonly<Record<string, () => Uint8Array>> = {
  'a report': () => bytes(report()),
  'a report whose lines were broken': () => bytes(report().replace(/(.{60,80}) /g, '$1\n')),
  'a report with a blank line behind each': () => bytes(report().replace(/(.{60,80}) /g, '$1\n\n')),
  'pages with headers and numbers': () =>
    bytes(report().replace(/(?:.*\n){40}/g, page => `${page}\n 12\n\fThe running header\n\n`)),
  'columns set apart by spaces': () =>
    bytes(
      `${clean}\n${'Staying safe in the harbour          Good, as it was before\n'.repeat(2500)}`,
    ),
  'list marks without their texts': () =>
    bytes(`${clean}\n${`•\n•\n\nOne thing that is done.\n\nAnother thing.\n\n`.repeat(2500)}`),
  'paragraphs whose numbers are wrong': () => bytes(report().replace(/^\d+\. /gm, '7. ')),
  'a Word file of a report': () =>
    word(
      report()
        .split('\n')
        .filter(Boolean)
        .map(line => paragraph(line.replace(/[<&]/g, ' ')))
        .join(''),
    ),
  'a Word file in paragraphs': () => word(paragraph(sentence.repeat(5)).repeat(600)),
  'a Word file in which each word has looks of its own': () =>
    word(`<w:p>${words.repeat(5)}</w:p>`.repeat(600)),
  'a Word file that is one paragraph': () => word(`<w:p>${words.repeat(1500)}</w:p>`),
  'a Word file that is one link': () =>
    word(`<w:p><w:hyperlink>${words.repeat(1500)}</w:hyperlink></w:p>`),
  'a Word file that is one table': () =>
    word(`<w:tbl>${`<w:tr>${cell(sentence)}${cell('Good')}</w:tr>`.repeat(2000)}</w:tbl>`),
}

describe('importing in steps', () => {
  for (const [name, make] of Object.entries(files))
    itTimed(`takes no long one for ${name}`, async () => {
      const file = make()
      const times = new Times()
      for (let round = 0; round < 3; round++) {
        const imported = await importFile(file, { run: times.round() })
        finish(times.timed(changeList('a', imported)))
      }
      times.assertShort()
    })
})

/** How long each step takes, the best of some rounds: the machine may be busy in one of them. */
class Times {
  private readonly best: number[] = []
  private next = 0

  round(): Run {
    this.next = 0
    return steps => finish(this.timed(steps))
  }

  *timed<Result>(steps: Steps<Result>): Steps<Result> {
    for (;;) {
      const began = process.cpuUsage()
      const { done, value } = steps.next()
      const { user, system } = process.cpuUsage(began)
      const at = this.next++
      this.best[at] = Math.min(this.best[at] ?? Number.POSITIVE_INFINITY, user + system)
      if (done) return value
      yield
    }
  }

  /** The longest step is a small part of the whole work. */
  assertShort(): void {
    const whole = this.best.reduce((sum, each) => sum + each, 0)
    const longest = Math.max(...this.best)
    const at = this.best.indexOf(longest)
    assert.ok(
      longest < whole / 10,
      `step ${at} of ${this.best.length} takes ${longest} of ${whole} µs`,
    )
  }
}

describe('the pace of steps', () => {
  it('ends one once enough is done, and begins the next', () => {
    const pace = new Pace(10)
    assert.deepEqual(
      [4, 4, 20, 3, 5].map(work => pace.isOver(work)),
      [false, true, true, false, true],
    )
  })

  it('counts what is empty too', () => {
    const pace = new Pace(3)
    assert.deepEqual(
      [0, 0, 0, 0].map(work => pace.isOver(work)),
      [false, false, true, false],
    )
  })
})
