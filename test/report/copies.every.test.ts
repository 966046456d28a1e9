/** One report in the many forms in which programs copy it: each is read as the same report. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { rowsOf } from '../support/describe-report'
import { extracted2018, extracted2025 } from '../support/ilacs-texts'

/** What a copy has in common with its original. */
function readingOf(text: string) {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the text is not read as a report')
  const grave = checkReport(report).filter(
    ({ severity, toDo }) => toDo !== true && (severity === 'error' || severity === 'warning'),
  )
  return {
    edition: report.type.edition,
    rows: rowsOf(report).map(row => row.replace(/\s+/g, ' ')),
    judgements: report.judgements.map(({ title, grade }) => `${title}: ${grade?.word}`),
    paragraphs: report.numbering.paragraphs.length,
    found: grave.map(({ rule, span }) => `${rule.id}: ${text.slice(span.start, span.end)}`),
  }
}

function imported(text: string): string {
  return tidy(text).text.replace(/^Status: draft\n\n?/m, '')
}

/** Puts something else in the place of every nth match. */
function now(every: number, instead: string): (found: string) => string {
  let count = 0
  return found => (++count % every === 0 ? instead : found)
}

const copies: Readonly<Record<string, (text: string) => string>> = {
  'with Windows line ends': text => text.replace(/\n/g, '\r\n'),
  'with the line ends of old programs': text => text.replace(/\n/g, '\r'),
  'with no-break spaces throughout': text => text.replace(/ /g, '\u00a0'),
  'with no-break spaces here and there': text => text.replace(/(?<=\S) (?=\S)/g, now(3, '\u00a0')),
  'with narrow spaces': text => text.replace(/(?<=\S) (?=\S)/g, now(4, '\u202f')),
  'with the line breaks of Word in place of spaces': text =>
    text.replace(/(?<=\S) (?=\S)/g, now(4, '\v')),
  'with line separators in place of spaces': text =>
    text.replace(/(?<=\S) (?=\S)/g, now(4, '\u2028')),
  'with paragraph separators in place of blank lines': text => text.replace(/\n\n/g, '\n\u2029\n'),
  'with the line ends of mainframes in place of spaces': text =>
    text.replace(/(?<=\S) (?=\S)/g, now(4, '\u0085')),
  'with spaces of other scripts': text => text.replace(/(?<=\S) (?=\S)/g, now(4, '\u1680')),
  'with joined letters': text =>
    text.replace(/ffi/g, 'ﬃ').replace(/ff/g, 'ﬀ').replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ'),
  'with straight quotation marks': text => text.replace(/[‘’]/g, "'"),
  'with soft hyphens in words': text => text.replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, '\u00ad'),
  'with places to break inside words': text => text.replace(/(?<=\p{L}{4})(?=\p{L})/gu, '\u200b'),
  'with places to break behind spaces': text => text.replace(/(?<=\S) (?=\S)/g, ' \u200b'),
  'with a mark of direction before each line': text => text.replace(/^(?=.)/gm, '\u200e'),
  'with a byte-order mark before each line': text => text.replace(/^(?=.)/gm, '\ufeff'),
  'with joiners behind each line': text => text.replace(/(?<=.)$/gm, '\u2060'),
  'with primes for apostrophes': text => text.replace(/[‘’]/g, '′'),
  'with accents for apostrophes': text => text.replace(/[‘’]/g, '´'),
  'with backticks for apostrophes': text => text.replace(/[‘’]/g, '`'),
  'with letters for apostrophes': text => text.replace(/[‘’]/g, 'ʼ'),
  'with hyphens that break no line': text => text.replace(/(?<=\p{L})-(?=\p{L})/gu, '\u2011'),
  'without indents': text => text.replace(/^[ \t]+/gm, ''),
  'with all lines indented': text => text.replace(/^(?=.*\S)/gm, '    '),
  'with tabs between columns': text => text.replace(/(?<=\S) {2,}(?=\S)/g, '\t'),
  'without form feeds': text => text.replace(/\f/g, ''),
  'with form feeds on lines of their own': text => text.replace(/\f/g, '\f\n'),
  'with a blank line behind each line': text => text.replace(/\n/g, '\n\n'),
  'without blank lines': text => text.replace(/\n\s*\n/g, '\n'),
  'with a page that ends inside the title': text => text.replace(/^(.*?) (\S+)$/m, '$1\n\f$2'),
  'below the bare head of a table': text => `| Judgement | Grade |\n| --- | --- |\n\n${text}`,
  'behind an address': text => `Ofsted\nPiccadilly Gate\nStore Street\nManchester\n\n${text}`,
}

type Row = readonly [name: string, grade: string]

/** The ways in which programs put the cells of a table one after the other. */
const tables: Readonly<Record<string, (rows: readonly Row[]) => readonly string[]>> = {
  'in pipes': rows => rows.map(([name, grade]) => `| ${name} | ${grade} |`),
  'in tabs': rows => rows.map(([name, grade]) => `${name}\t${grade}`),
  'whose rows are lines': rows => rows.map(([name, grade]) => `${name}    ${grade}`),
  'whose cells are lines': rows => rows.flat(),
  'whose cells are paragraphs': rows => rows.flat().flatMap(cell => [cell, '']),
  'that gives all names, then all grades': rows => [
    ...rows.map(([name]) => name),
    '',
    ...rows.map(([, grade]) => grade),
  ],
  'whose columns are paragraphs': rows =>
    [...rows.map(([name]) => name), ...rows.map(([, grade]) => grade)].flatMap(cell => [cell, '']),
  'whose grades are wrapped over three lines': rows =>
    rows.flatMap(([name, grade]) => {
      const words = grade.replace(/(?<=Requires|improvement) /g, '\n').split('\n')
      return [name, ...words.map(word => ' '.repeat(80) + word), '']
    }),
  'whose grades begin beside the name and go on below': rows =>
    rows.flatMap(([name, grade]) => {
      const [first = '', ...more] = grade.replace(/(?<=Requires|improvement) /g, '\n').split('\n')
      return [name.padEnd(80) + first, ...more.map(word => ' '.repeat(80) + word), '']
    }),
}

function withTable(text: string, table: (rows: readonly Row[]) => readonly string[]): string {
  const report = parseReport(text)
  assert.ok(report?.summary !== undefined)
  const { span } = report.summary
  const rows = report.judgements.flatMap(({ row, title, grade }): Row[] =>
    row === undefined
      ? []
      : [[title, `${grade?.word.charAt(0).toUpperCase()}${grade?.word.slice(1)}`]],
  )
  const inOrder = report.type.rows.flatMap(({ title }) => rows.filter(([name]) => name === title))
  const written = table([['Judgement', 'Grade'], ...inOrder]).join('\n')
  return `${text.slice(0, span.start)}\n${written}\n\n${text.slice(span.end)}`
}

describe('a copy with characters that nobody sees', () => {
  const original = extracted2025.replace(/^(\d+)(?=\.)/gm, number => `${Number(number) + 40}`)
  const unseen = /[\u00ad\u200b]/g
  const copy = original.replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, '\u00ad').replace(/^/gm, '\u200b')
  const placesOf = (text: string) => {
    const report = parseReport(text)
    assert.ok(report !== undefined)
    return [
      ...checkReport(report).map(({ rule, span }) => ({ what: rule.id, span })),
      ...report.sections.map(({ heading }) => ({ what: 'heading', span: heading.title })),
      ...report.numbering.paragraphs.map(({ span }) => ({ what: 'paragraph', span })),
      ...report.judgements.flatMap(({ mentions }) =>
        mentions.map(({ kind, span }) => ({ what: kind, span })),
      ),
    ].map(({ what, span }) => `${what}: ${text.slice(span.start, span.end).replace(unseen, '')}`)
  }

  it('has problems, headings, paragraphs and grades at the same words', () => {
    assert.match(placesOf(original).join(), /paragraph-number/)
    assert.deepEqual(placesOf(copy), placesOf(original))
  })

  it('has blocks that cover the text as it is written', () => {
    const report = parseReport(copy)
    assert.equal(report?.text, copy)
    assert.equal(report?.blocks.map(({ start, end }) => copy.slice(start, end)).join(''), copy)
  })
})

for (const [original, text] of Object.entries({
  'of 2018': extracted2018,
  'of 2025': extracted2025,
}))
  describe(`a copy of a report ${original}`, () => {
    const reading = readingOf(text)

    it('has nothing wrong to begin with', () => assert.deepEqual(reading.found, []))

    for (const [how, copy] of Object.entries(copies)) {
      it(`${how} is read alike`, () => assert.deepEqual(readingOf(copy(text)), reading))

      it(`${how} is read alike when it is imported`, () =>
        assert.deepEqual(readingOf(imported(copy(text))), readingOf(imported(text))))
    }

    for (const [how, table] of Object.entries(tables)) {
      const copy = withTable(text, table)

      it(`with a table ${how} is read alike`, () => assert.deepEqual(readingOf(copy), reading))

      it(`with a table ${how} is read alike when it is imported`, () =>
        assert.deepEqual(readingOf(imported(copy)), readingOf(imported(text))))
    }

    it('with soft hyphens is read alike when it is imported', () => {
      const hyphened = text.replace(/(?<=\p{L}{4})(?=\p{L}{4})/gu, now(5, '\u00ad'))
      assert.deepEqual(readingOf(imported(hyphened)), readingOf(imported(text)))
    })
  })
