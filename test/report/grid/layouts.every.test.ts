import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { ReportType, RowDefinition } from '../../../server/src/types/report-type'
import { homeType } from '../../rules/home-type'

/** A row as it is to be set: its title, and its grade; a group has none. */
type Row = readonly [title: string, grade: string]

type Layout = (rows: readonly Row[]) => readonly string[]

const withTables: readonly ReportType[] = [...builtInTypes(), homeType].filter(
  ({ rows, scale }) => scale !== undefined && rows.some(({ kind }) => kind === 'row'),
)

const pad = (text: string, width: number) => text.padEnd(width)

/** The words on lines of at most so many letters. */
function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

/** Label and grade side by side, each wrapped in its column, with a blank line after each row. */
const inColumns =
  (width: number, grades: number, gap = 3): Layout =>
  rows =>
    rows.flatMap(([title, grade]) => {
      const [left, right] = [wrapped(title, width), wrapped(grade, grades)]
      const count = Math.max(left.length, right.length)
      const lines = Array.from({ length: count }, (_, at) =>
        (pad(left[at] ?? '', width + gap) + (right[at] ?? '')).trimEnd(),
      )
      return [...lines, '']
    })

const piped =
  (line: (cells: Row) => string, rule: string | undefined): Layout =>
  ([head, ...rows]) => [
    ...(head === undefined ? [] : [line(head)]),
    ...(rule === undefined ? [] : [rule]),
    ...rows.map(line),
  ]

const broken = (words: string, mark: string) => words.replace(/^(\S+) /, `$1${mark}`)

const layouts: Readonly<Record<string, Layout>> = {
  'in pipes': piped(([title, grade]) => `| ${title} | ${grade} |`, '| --- | --- |'),
  'in pipes with bare borders': piped(([title, grade]) => `|${title}|${grade}|`, '|:-|-:|'),
  'in pipes without outer ones': piped(([title, grade]) => `${title} | ${grade}`, '--- | ---'),
  'in pipes without outer ones or spaces': piped(
    ([title, grade]) => `${title}|${grade}`,
    ':--|:-:',
  ),
  'in pipes that begin no line': piped(([title, grade]) => `${title} | ${grade} |`, '--- | --- |'),
  'in pipes without outer ones or a line of dashes': piped(
    ([title, grade]) => `${title} | ${grade}`,
    undefined,
  ),
  'in indented pipes without outer ones': piped(
    ([title, grade]) => `  ${title}  |  ${grade}`,
    '  ------ | ------',
  ),
  'in pipes with emphasis': piped(
    ([title, grade]) => `**${title}** | ${grade === '' ? '' : `*${grade}*`}`,
    '--- | ---',
  ),
  'in pipes with line ends in titles': piped(
    ([title, grade]) => `| ${broken(title, '<br>')} | ${grade} |`,
    '|---|---|',
  ),
  'in pipes with line ends after grades': piped(
    ([title, grade]) => `| ${title} | ${grade}<br/> |`,
    '|---|---|',
  ),
  'in pipes without outer ones with line ends everywhere': piped(
    ([title, grade]) => `${broken(title, ' <BR /> ')} | ${broken(grade, '<br />')}`,
    '---|---',
  ),
  'in tabs': rows => rows.map(([title, grade]) => `${title}\t${grade}`),
  'in several tabs': rows => rows.map(([title, grade]) => `${title}\t\t${grade}`),
  'in two spaces': rows => rows.map(([title, grade]) => `${title}  ${grade}`.trimEnd()),
  'in straight columns': rows => rows.map(([title, grade]) => (pad(title, 100) + grade).trimEnd()),
  'in columns wrapped over two lines': inColumns(50, 40),
  'in columns wrapped over three lines': inColumns(30, 40),
  'in columns with grades wrapped': inColumns(90, 14),
  'in columns with both wrapped': inColumns(34, 22, 2),
}

const gradesOf = ({ scale }: ReportType) => scale?.grades ?? []

const titleCase = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

interface Set {
  readonly definition: RowDefinition
  readonly grade: string
}

/** The rows of the type with their grades in turn. */
function rowsOf(type: ReportType): readonly Set[] {
  const grades = gradesOf(type)
  const isCover = type.table?.place === 'cover'
  return type.rows
    .filter(({ kind, statements }) => statements.length === 0 && (kind === 'row' || !isCover))
    .map((definition, at) => ({
      definition,
      grade: definition.kind === 'group' ? '' : (grades[at % grades.length]?.word ?? ''),
    }))
}

function textOf(type: ReportType, layout: Layout, rows: readonly Set[]): string {
  const head: Row = [type.table?.header[0] ?? 'Judgement', type.table?.header[1] ?? 'Grade']
  const written = rows.map(({ definition: { title }, grade }): Row => [title, titleCase(grade)])
  const heading = type.summary === undefined ? 'Inspection' : `## ${type.summary.title}`
  return `${heading}\n\n${layout([head, ...written]).join('\n')}\n`
}

function readRows(type: ReportType, text: string): readonly string[] {
  const entries = parseReport(text, { type })?.summary?.entries ?? []
  return entries.map(({ definition, grade, placement, kind }) =>
    [definition?.title ?? 'unknown', kind === 'row' ? grade?.grade?.word : '', placement].join(
      ': ',
    ),
  )
}

for (const type of withTables)
  describe(`a table of ${type.id} set`, () => {
    const rows = rowsOf(type)
    const expected = rows.map(({ definition: { title }, grade }) => `${title}: ${grade}: in-order`)
    for (const [how, layout] of Object.entries(layouts))
      it(`${how} is read alike`, () =>
        assert.deepEqual(readRows(type, textOf(type, layout, rows)), expected))
  })

/** The table with the title of one row changed. */
function withRow(type: ReportType, title: (words: string) => string, layout: Layout) {
  const rows = rowsOf(type)
  const changed = rows.find(({ definition: { title: own, kind } }) => {
    const isOnce = rows.filter(({ definition }) => definition.title === own).length === 1
    return kind === 'row' && isOnce && own.split(' ').length > 2
  })
  assert.ok(changed !== undefined)
  const other = { ...changed.definition, title: title(changed.definition.title) }
  const text = textOf(
    type,
    layout,
    rows.map(each => (each === changed ? { ...each, definition: other } : each)),
  )
  return { text, changed, rows }
}

/** A word too many, at a third and at the end of the title. */
const slips: Readonly<Record<string, (title: string) => string>> = {
  'with a word too many in it': title => {
    const words = title.split(' ')
    words.splice(-2, 0, 'local')
    return words.join(' ')
  },
  'with a word too many after it': title => `${title} services`,
  'with a word misspelt': title => title.replace(/(\w)(\w)(\w*)$/, '$2$1$3'),
}

const wraps: Readonly<Record<string, Layout>> = {
  'in pipes without outer ones': layouts['in pipes without outer ones'] as Layout,
  'in tabs': layouts['in tabs'] as Layout,
  'in straight columns': layouts['in straight columns'] as Layout,
  'in columns wrapped over two lines': inColumns(42, 40),
  'in columns wrapped over three lines': inColumns(26, 40),
  'in columns with both wrapped': inColumns(34, 22),
}

for (const type of withTables)
  for (const [slip, change] of Object.entries(slips))
    describe(`a row of ${type.id} ${slip}`, () => {
      for (const [how, layout] of Object.entries(wraps))
        it(`${how} is one row, the one it was meant to be`, () => {
          const { text, rows } = withRow(type, change, layout)
          assert.deepEqual(
            readRows(type, text),
            rows.map(({ definition: { title }, grade }) => `${title}: ${grade}: in-order`),
          )
        })
    })

describe('a grade on the line above its row', () => {
  const above: Layout = ([head, ...rows]) => [
    ...(head === undefined ? [] : [head.join('    ')]),
    ...rows.flatMap(([title, grade]) => [
      ...(grade === '' ? [] : [' '.repeat(50) + grade]),
      ...wrapped(title, 44),
      '',
    ]),
  ]
  for (const type of withTables)
    it(`is the row’s in ${type.id}`, () => {
      const rows = rowsOf(type)
      assert.deepEqual(
        readRows(type, textOf(type, above, rows)),
        rows.map(({ definition: { title }, grade }) => `${title}: ${grade}: in-order`),
      )
    })
})
