/** Completion answers everywhere in running text, and in time that grows no faster than the text. */

import assert from 'node:assert/strict'
import { completion } from '../../../server/src/features/complete/completion'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { ReportType } from '../../../server/src/types/report-type'
import { reportOf } from '../../support/check-rule'
import { growthOf } from '../../support/doubling'
import { itTimed } from '../../support/tier'

const types = builtInTypes()

/** What leads on to a grade where it follows a title. */
const separators = [' is ', ' are ', ': ', ':', ' is\t', '  are  ', ' was: ', '; is ', ' is are ']
const leads = ['', '12. ', '- ', '**', '  ', '### ', '| ', '_', '12.4 ', '(a) ', '“']
const lastCharacters = [',', '.', '’', '-', '1', ')', '**', '|', ';', '\u00e9', '\ufffd', ' (']

const plainWords =
  'effective in keeping children and young people safe while plans for them are made'

/** Lines of running text in which a title seems to end and the name of a grade to begin. */
const sentences = separators.flatMap((separator, index) =>
  lastCharacters.map(
    (last, at) =>
      `${leads[(index + at) % leads.length]}The authority${separator}${plainWords}${last}`,
  ),
)

const places: Readonly<Record<string, (line: string) => string>> = {
  'in a paragraph': line =>
    `# Inspection of safeguarding and looked after children services\n\nWestmarch\n\n## Safeguarding services\n\n### Overall effectiveness\n\nGrade 3 (adequate)\n\n${line}\n\n10. Families speak well of it.\n`,
  'in a wrapped paragraph': line =>
    `Westmarch\n\n1. Inspectors met the council and\n${line}\n   since the last inspection of it.\n`,
  'on the cover': line => `Westmarch\n\n${line}\n\nPublished: 6 May 2011\n\n## Summary\n`,
  'in a text without headings': line => `${line}\n`,
  'at the end of the text': line => `Westmarch\n\n${line}`,
}

describe('completion in running text', () => {
  itTimed('takes longer for words after "is", "are" and ":" only in proportion to them', () => {
    for (const type of [types[0], types.find(({ id }) => id === 'ofsted-ilacs')])
      for (const separator of [' is ', ' are ', ': '])
        for (const last of [',', '1'])
          checkGrowth(`words after "${separator}" up to "${last}"`, type, length => {
            return `The authority${separator}${'kept well '.repeat(length)}${last}`
          })
  })
  itTimed('takes longer for a long run of one character only in proportion to it', () => {
    const runs = [
      '   ',
      '\t\t',
      '*',
      '_',
      '* ',
      '#',
      '# ',
      '| ',
      '|',
      '[',
      '(',
      ': ',
      '. ',
      '-',
      '\u00a0',
    ]
    for (const run of runs)
      for (const [before, after] of [
        ['', 'x'],
        ['Grade', '('],
        ['Grade 2 (', 'x'],
        ['The authority is', 'x'],
        ['| Being healthy', 'x'],
        ['see paragraphs 1', ','],
      ])
        checkGrowth(
          `"${run}" between "${before}" and "${after}"`,
          types[0],
          length => `${before}${run.repeat(length * 64)}${after}`,
          8,
        )
  })

  for (const [where, text] of Object.entries(places))
    it(`answers ${where} with nothing`, () => {
      for (const [index, line] of sentences.entries()) {
        const type = types[index % types.length]
        assert.ok(type !== undefined)
        const whole = text(line)
        const report = reportOf(whole, { type })
        const end = whole.indexOf(line) + line.length
        for (const offset of [end - 40, end - 39, end - 2, end - 1, end])
          assert.deepEqual(completion(report, offset), [], whole.slice(end - line.length, offset))
      }
    })
})

/** Asserts that completion at the end of a line costs at most twice as much when the line doubles. */
function checkGrowth(
  what: string,
  type: ReportType | undefined,
  line: (length: number) => string,
  from = 1,
): void {
  assert.ok(type !== undefined)
  const growth = growthOf(
    length => {
      const report = reportOf(`# A report\n\nWestmarch\n\n${line(length)}`, { type })
      return () => completion(report, report.text.length)
    },
    { from, to: 64 },
  )
  assert.ok(growth.isLinear, `${what}: ${growth.shown}`)
}
